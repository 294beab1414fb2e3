// What stands around the panes: the header with its tools, what the list shows, and how far the review has come.

import { element } from "./dom.js";
import { keyOf } from "./keys.js";

/** The parts of the page that can be opened. */
export const VIEWS = ["review", "summary", "names"];

/** The header's children; `progress` is the node that shows how far the review has come. */
export function header(app, progress) {
  const { words, store } = app;
  const { gate } = store.head.overview;
  const verdict = gate.passed ? "passed" : "failed";
  return [
    element("a", { class: "skip", href: "#page", onclick: (event) => app.skip(event) }, words.say("skip")),
    element("h1", {}, words.say("title"), " ", element("span", { class: "pair" }, store.head.languages.join(" → "))),
    element("button", { type: "button", class: `gate ${verdict}`, onclick: () => app.open("summary") }, words.say(`gate.${verdict}`)),
    element("nav", { class: "views", "aria-label": words.say("title") }, VIEWS.map((view) => viewButton(app, view))),
    progress,
    element(
      "div",
      { class: "tools" },
      tool(app, "undo", words.say("undo")),
      store.head.served && tool(app, "assign", words.say("assign")),
      tool(app, "import", words.say("import")),
      tool(app, "export", words.say("export")),
      tool(app, "theme", `◐ ${words.say(`theme.${app.theme}`)}`),
      tool(app, "language", words.say("language")),
      tool(app, "help", "?"),
    ),
  ];
}

function viewButton(app, view) {
  const current = view === app.view ? "page" : null;
  return element(
    "button",
    { type: "button", class: "view", "data-view": view, "aria-current": current, onclick: () => app.open(view) },
    app.words.say(`view.${view}`),
  );
}

function tool(app, command, label) {
  const key = keyOf(command);
  return element(
    "button",
    {
      type: "button",
      class: "tool",
      "data-command": command,
      "aria-keyshortcuts": key,
      title: `${app.words.say(`key.${command}`)} (${key})`,
      onclick: () => app.run(command),
    },
    label,
  );
}

/** Draws the choice between findings and all segments, and how many are found. */
export function drawScope(app, scope, found) {
  const { words, review, store } = app;
  const option = (everything, key) => element(
    "button",
    {
      type: "button",
      "aria-pressed": String(review.everything === everything),
      onclick: () => app.apply(review.query, { everything }),
    },
    words.say(key),
  );
  scope.setAttribute("aria-label", words.say("list.label"));
  scope.replaceChildren(option(false, "list.findings"), option(true, "list.all"));
  const units = words.say("list.units", { n: review.units.length });
  found.textContent = store.complete ? words.say("list.count", { n: review.total, units }) : words.say("search.loading");
}

/** Draws how many findings have an answer, and how many answers are only in this browser. */
export function drawProgress(app, progress) {
  const { words, store } = app;
  const { decided, total, unexported } = app.decisions.progress();
  const left = unexported > 0 && !store.head.served;
  progress.replaceChildren(
    element("progress", { max: Math.max(total, 1), value: decided, "aria-label": words.say("facet.decision") }),
    element("span", {}, words.say("progress", { decided, total })),
    left ? element("span", { class: "unexported" }, words.say("unexported", { n: unexported })) : "",
  );
}
