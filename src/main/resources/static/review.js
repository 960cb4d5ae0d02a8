// Reviewing by keyboard: one key decides, and the page changes in place. Without it the same forms and links do.
(() => {
  const live = document.querySelector("#review-live");
  const root = () => document.querySelector("[data-review]");
  if (!root()) return;
  let busy = false;

  const tell = (text) => {
    live.textContent = "";
    setTimeout(() => { live.textContent = text; }, 50);
  };

  const show = async (response, push) => {
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const next = page.querySelector("[data-review]");
    if (!response.ok || !next) {
      // Logged out: the browser goes there itself. A form that failed has no page of its own to go to.
      if (response.redirected) location.assign(response.url);
      else document.querySelector("main").replaceWith(page.querySelector("main") ?? "");
      return;
    }
    root().replaceWith(next);
    document.title = page.title;
    if (push && response.url !== location.href) history.pushState(null, "", response.url);
    const heading = next.querySelector("[data-focus]");
    if (heading) heading.focus();
    const told = next.querySelector(".told p");
    const at = heading ? heading.textContent.trim() : "";
    tell([told ? told.textContent.trim() : "", at].filter(Boolean).join(" "));
  };

  const load = async (address, options) => {
    if (busy) return;
    busy = true;
    try {
      await show(await fetch(address, { credentials: "same-origin", ...options }), true);
    } catch {
      location.reload();
    } finally {
      busy = false;
    }
  };

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.closest("[data-review]")) return;
    const button = event.submitter;
    const action = new URL(button?.getAttribute("formaction") ?? form.action, location.href);
    // Jobs and lists of disagreements are other pages.
    if (/\/(les-igjen|andre-lesning)$/.test(action.pathname)) return;
    event.preventDefault();
    const fields = new URLSearchParams(new FormData(form, button));
    load(action, { method: "POST", body: fields });
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("[data-review] :is(a[data-key], .queue a)");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    load(link.href, {});
  });

  addEventListener("popstate", () => location.reload());

  const writes = (element) =>
    element.closest?.("input:not([type=radio]), textarea, select, [contenteditable]") !== null;

  const press = (element) => {
    if (element.tagName === "SUMMARY") {
      element.parentElement.open = !element.parentElement.open;
      element.focus();
    } else if (element.tagName === "INPUT") {
      const box = element.closest("details");
      if (box) box.open = true;
      element.focus();
    } else {
      element.click();
    }
  };

  document.addEventListener("keydown", (event) => {
    if (root().dataset.keys !== "on" || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (writes(event.target)) return;
    const key = event.key.toLowerCase();
    if (/^[1-9]$/.test(key)) {
      const candidate = root().querySelector(`[data-candidate="${key}"]`);
      const only = key === "1" && root().querySelector("[data-candidate]") === null;
      if (!candidate && !only) return;
      if (candidate) candidate.checked = true;
      event.preventDefault();
      root().querySelector('[data-key="g"]')?.click();
      return;
    }
    if (key.length !== 1 || !/[a-z?]/.test(key)) return;
    const element = root().querySelector(`[data-key="${key}"]`);
    if (!element) return;
    event.preventDefault();
    press(element);
  });
})();
