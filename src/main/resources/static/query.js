// The query field as an editor: colors, completion from our vocabulary, Ctrl+Enter. Without it the plain field does.
(() => {
  const field = document.querySelector("#query");
  const Yasqe = window.Yasqe;
  if (!field || !Yasqe) return;
  const form = field.form;
  const help = document.querySelector("#query-editor-help");
  const plain = document.querySelector("#query-plain");
  const label = form.querySelector("label[for=query]");

  // Nothing is fetched before somebody needs it, and nothing from elsewhere.
  let terms;
  const vocabulary = () => terms ??= fetch(form.dataset.terms, { credentials: "same-origin" })
    .then((response) => response.ok ? response.json() : Promise.reject(new Error(response.statusText)))
    .catch(() => ({ prefixes: {}, classes: [], properties: [] }));
  const named = (kind) => async (_yasqe, token) => {
    const typed = token.autocompletionString || token.string;
    return (await vocabulary())[kind].filter((iri) => iri.startsWith(typed)).slice(0, 100);
  };
  const own = Yasqe.Autocompleters;
  const completer = (name, get) => Yasqe.registerAutocompleter({
    ...own[name],
    name: "own-" + name,
    get,
    bulk: false,
    autoShow: true,
    isValidCompletionPosition: (yasqe) =>
      yasqe.getCompleteToken().string.includes(":") && own[name].isValidCompletionPosition(yasqe),
  });

  Yasqe.defaults.autocompleters = ["variables"];
  completer("class", named("classes"));
  completer("property", named("properties"));
  Yasqe.registerAutocompleter({
    ...own.prefixes,
    name: "own-prefixes",
    persistenceId: null,
    get: async () => Object.entries((await vocabulary()).prefixes)
      .map(([name, iri]) => `${name}: <${iri}>`)
      .sort(),
  });

  const run = () => form.requestSubmit();
  const holder = document.createElement("div");
  holder.className = "query-editor";
  field.after(holder);
  const editor = new Yasqe(holder, {
    value: field.value,
    persistenceId: null,
    consumeShareLink: null,
    createShareableLink: null,
    showQueryButton: false,
    resizeable: false,
    editorHeight: "auto",
    // Tab leaves, as from any other field.
    extraKeys: { "Ctrl-Enter": run, "Cmd-Enter": run, "Ctrl-S": false, "Shift-Ctrl-F": false, Tab: false, "Shift-Tab": false, Esc: false },
  });
  const input = editor.getInputField();
  input.id = "query-input";
  input.setAttribute("aria-describedby", field.getAttribute("aria-describedby") + " " + help.id);
  holder.querySelectorAll(".CodeMirror-scroll, .CodeMirror-vscrollbar, .CodeMirror-hscrollbar").forEach((part) => {
    part.setAttribute("tabindex", "-1");
  });

  const show = (asText) => {
    if (asText) {
      field.value = editor.getValue();
    } else {
      editor.setValue(field.value);
    }
    field.hidden = !asText;
    holder.hidden = asText;
    help.hidden = asText;
    label.htmlFor = asText ? field.id : input.id;
    if (!asText) editor.refresh();
  };
  plain.closest("[hidden]").hidden = false;
  plain.addEventListener("change", () => show(plain.checked));
  form.addEventListener("submit", () => {
    if (!plain.checked) field.value = editor.getValue();
  });
  show(false);
})();
