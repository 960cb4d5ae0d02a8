// Suggestions while typing, as a combobox with a listbox. Without this the box is a plain search field.
(() => {
  const box = document.querySelector("[data-suggest]");
  const input = box && box.querySelector("input");
  if (!input) return;
  const list = document.createElement("div");
  list.className = "suggestions";
  list.id = "q-suggestions";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", box.dataset.label);
  const live = document.createElement("div");
  live.className = "visually-hidden";
  live.setAttribute("aria-live", "polite");
  box.append(list, live);
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-haspopup", "listbox");
  input.setAttribute("aria-controls", list.id);
  input.setAttribute("aria-expanded", "false");

  let options = [];
  let current = -1;
  let asking = null;
  let waiting = 0;

  const close = () => {
    clearTimeout(waiting);
    if (asking) asking.abort();
    list.hidden = true;
    choose(-1);
    input.setAttribute("aria-expanded", "false");
  };

  const choose = (index) => {
    if (options[current]) options[current].setAttribute("aria-selected", "false");
    current = index;
    if (!options[current]) {
      input.removeAttribute("aria-activedescendant");
      return;
    }
    options[current].setAttribute("aria-selected", "true");
    options[current].scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", options[current].id);
  };

  const show = (answer) => {
    list.replaceChildren();
    options = [];
    current = -1;
    input.removeAttribute("aria-activedescendant");
    for (const [at, group] of answer.groups.entries()) {
      const holder = document.createElement("div");
      holder.setAttribute("role", "group");
      holder.setAttribute("aria-labelledby", `q-group-${at}`);
      const title = document.createElement("div");
      title.className = "suggestions-title";
      title.id = `q-group-${at}`;
      title.setAttribute("role", "presentation");
      title.textContent = group.title;
      holder.append(title);
      for (const row of group.rows) {
        const option = document.createElement("div");
        option.className = "suggestion";
        option.id = `q-option-${options.length}`;
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", "false");
        option.dataset.href = row.href;
        option.append(row.text);
        if (row.detail) {
          const detail = document.createElement("span");
          detail.className = "meta";
          detail.textContent = row.detail;
          option.append(" ", detail);
        }
        options.push(option);
        holder.append(option);
      }
      list.append(holder);
    }
    list.hidden = options.length === 0;
    input.setAttribute("aria-expanded", String(options.length > 0));
    live.textContent = answer.told;
  };

  const ask = async () => {
    if (asking) asking.abort();
    const typed = input.value.trim();
    if (!typed) {
      close();
      return;
    }
    const mine = new AbortController();
    asking = mine;
    try {
      const response = await fetch(`${box.dataset.suggest}?q=${encodeURIComponent(typed)}`, {
        credentials: "same-origin",
        headers: { Accept: "application/json" },
        signal: mine.signal
      });
      if (response.ok && document.activeElement === input) show(await response.json());
    } catch {
      // A newer question, or no answer: the box works as a plain one.
    } finally {
      if (asking === mine) asking = null;
    }
  };

  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, 120);
  });
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !list.hidden) {
      // Once closes the list, once more empties the box as in any search field.
      event.preventDefault();
      close();
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && !event.altKey) {
      if (list.hidden) {
        if (event.key === "ArrowDown") ask();
        return;
      }
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      const next = current + step;
      choose(next >= options.length ? -1 : next < -1 ? options.length - 1 : next);
    } else if (event.key === "Enter" && options[current] && !list.hidden) {
      event.preventDefault();
      location.assign(options[current].dataset.href);
    }
  });
  // Pressing must not take the focus from the box before the click has come.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest(".suggestion");
    if (option) location.assign(option.dataset.href);
  });
})();
