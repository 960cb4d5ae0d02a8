// Draws a line from the thing in the middle to each statement. The page says all of it without them.
(() => {
  const trace = document.querySelector("[data-trace]");
  if (!trace) return;

  const NS = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(NS, "svg");
  svg.setAttribute("class", "trace-lines");
  svg.setAttribute("aria-hidden", "true");
  trace.prepend(svg);

  const root = trace.querySelector(".root-card");
  const steps = [...trace.querySelectorAll(".trace-side .step")];
  const paths = new Map(steps.map((step) => {
    const path = document.createElementNS(NS, "path");
    if (step.classList.contains("suggested")) path.classList.add("suggested");
    svg.append(path);
    return [step, path];
  }));

  const draw = () => {
    const area = trace.getBoundingClientRect();
    const middle = root.getBoundingClientRect();
    for (const [step, path] of paths) {
      const box = step.getBoundingClientRect();
      const left = step.closest(".incoming") !== null;
      const from = { x: (left ? box.right : box.left) - area.left, y: box.top + Math.min(box.height / 2, 40) - area.top };
      const to = { x: (left ? middle.left : middle.right) - area.left, y: middle.top + middle.height / 2 - area.top };
      const bend = (from.x + to.x) / 2;
      path.setAttribute("d", `M${from.x},${from.y} C${bend},${from.y} ${bend},${to.y} ${to.x},${to.y}`);
    }
  };

  for (const [step, path] of paths) {
    for (const event of ["mouseenter", "focusin"]) step.addEventListener(event, () => path.classList.add("lit"));
    for (const event of ["mouseleave", "focusout"]) step.addEventListener(event, () => path.classList.remove("lit"));
  }

  new ResizeObserver(draw).observe(trace);
  addEventListener("scroll", () => requestAnimationFrame(draw), { passive: true });
  document.fonts.ready.then(draw);
  draw();
})();
