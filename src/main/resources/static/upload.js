// Sends the chosen files and shows how far each has come. Without it the same form sends them all the same.
(() => {
  const form = document.querySelector("[data-upload]");
  const files = form?.querySelector("#files");
  if (!form || !window.XMLHttpRequest) return;
  const folder = form.querySelector("#folder");
  folder?.closest(".ds-field").removeAttribute("hidden");
  const list = document.querySelector("#sending");
  const rows = list.querySelector("tbody");
  const total = list.querySelector("progress");
  const told = list.querySelector("[role=status]");
  const button = form.querySelector("[type=submit]");
  const words = list.dataset;

  const chosen = () => [...files.files, ...(folder?.files ?? [])];

  const mb = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 1 });

  const show = () => {
    rows.replaceChildren(...chosen().map((file) => {
      const row = document.createElement("tr");
      const name = document.createElement("th");
      name.scope = "row";
      name.className = "wrap";
      name.textContent = file.webkitRelativePath || file.name;
      const size = document.createElement("td");
      size.className = "number";
      size.textContent = `${mb.format(file.size / 1_000_000)} MB`;
      const state = document.createElement("td");
      state.textContent = words.waiting;
      row.append(name, size, state);
      return row;
    }));
    list.hidden = rows.childElementCount === 0;
    files.required = (folder?.files.length ?? 0) === 0;
  };
  files.addEventListener("change", show);
  folder?.addEventListener("change", show);

  // The files are sent one after the other, so how much is sent tells which are.
  const progress = (event) => {
    if (!event.lengthComputable) return;
    const sizes = chosen().map((file) => file.size);
    const all = sizes.reduce((sum, size) => sum + size, 0);
    let sent = Math.max(0, event.loaded - (event.total - all));
    total.max = event.total;
    total.value = event.loaded;
    let done = 0;
    for (const [at, size] of sizes.entries()) {
      const part = Math.min(size, sent);
      sent -= part;
      const share = size === 0 ? 1 : part / size;
      if (share === 1) done++;
      rows.children[at].lastChild.textContent =
        share === 1 ? words.sent : share > 0 ? `${Math.floor(share * 100)} %` : words.waiting;
    }
    const now = words.progress.replace("{0}", done).replace("{1}", sizes.length);
    if (told.textContent !== now) told.textContent = now;
  };

  const failed = (text) => {
    told.textContent = text;
    button.disabled = false;
  };

  form.addEventListener("submit", (event) => {
    if (chosen().length === 0) return;
    event.preventDefault();
    button.disabled = true;
    list.hidden = false;
    const request = new XMLHttpRequest();
    request.upload.addEventListener("progress", progress);
    request.addEventListener("load", () => {
      if (request.responseURL.includes("/jobber/")) {
        location.assign(request.responseURL);
        return;
      }
      const page = new DOMParser().parseFromString(request.responseText, "text/html");
      const said = [page.querySelector("main h1"), page.querySelector("main .lead")].filter(Boolean);
      failed(said.map((part) => part.textContent.trim()).join(". ") || words.broken);
    });
    request.addEventListener("error", () => failed(words.broken));
    request.open("POST", form.action);
    request.send(new FormData(form));
  });
})();
