// Keys that work on every page; single ones only where the reader has not switched them off.
(() => {
  const list = document.querySelector("#tastene");
  const opener = document.querySelector("[data-open-keys]");
  const on = document.body.dataset.keys === "on";

  const open = () => {
    if (!list.open) list.showModal();
  };

  opener?.addEventListener("click", (event) => {
    event.preventDefault();
    open();
  });

  const toSearch = (event) => {
    const box = document.querySelector("[data-search]");
    if (!box) return;
    event.preventDefault();
    box.focus();
    box.select();
  };

  // Rows of a list or table, or the mentions of a text: what leads somewhere from each.
  const step = (links, by, event) => {
    const all = [...document.querySelectorAll(links)].filter((link) => link.offsetParent !== null);
    if (all.length === 0) return;
    const at = all.indexOf(document.activeElement);
    const next = at < 0 ? (by > 0 ? 0 : all.length - 1) : at + by;
    if (!all[next]) return;
    event.preventDefault();
    all[next].focus();
  };
  const rows = "main tbody tr > :first-child a, main .rows > li > a:first-child, main .hit h2 a";
  const mentions = "main .text a.mention";

  const writes = (element) =>
    element.closest?.("input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]") !== null;

  document.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
      toSearch(event);
      return;
    }
    if (!on || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || list.open) return;
    if (writes(event.target)) return;
    // Where one key decides, that page has its own list.
    const reviewing = document.querySelector("[data-review]") !== null;
    if (event.key === "/") toSearch(event);
    else if (event.key === "?" && !document.querySelector('[data-key="?"]')) {
      event.preventDefault();
      open();
    } else if (!reviewing && event.key === "j") step(rows, 1, event);
    else if (!reviewing && event.key === "k") step(rows, -1, event);
    else if (!reviewing && event.key === "n") step(mentions, 1, event);
    else if (!reviewing && event.key === "p") step(mentions, -1, event);
  });
})();
