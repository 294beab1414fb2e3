// What stands around the beads of an alignment: the header with its summary, the strip of marked places, the help.

import { drawing, element } from "./dom.js";
import { keyLabel } from "./keys.js";

export const VIEWS = ["all", "doubtful", "alone"];

/** Commands with their keys, as they are pressed on an English keyboard. */
export const KEYS = [
  ["next", "j", "ArrowDown"], ["previous", "k", "ArrowUp"], ["marked", "n"], ["markedBack", "p"],
  ["text", "]"], ["textBack", "["], ["first", "Home"], ["last", "End"],
  ["view", "v"], ["theme", "t"], ["language", "Shift+L"], ["help", "?"],
];

const LENGTH = 1000;
const LEAST = 2;

/** The header's children. */
export function header(app) {
  const { words, counts } = app;
  const amounts = { all: counts.beads, doubtful: counts.doubtful, alone: counts.alone };
  const views = VIEWS.map((view) => element(
    "button",
    { type: "button", class: "view", "aria-current": view === app.view ? "page" : null, onclick: () => app.show(view) },
    words.say(`show.${view}`, { n: amounts[view] }),
  ));
  const tools = [["markedBack", "↑"], ["marked", "↓"], ["theme", `◐ ${words.say(`theme.${app.theme}`)}`], ["language", words.say("language")], ["help", "?"]];
  return [
    element("a", { class: "skip", href: "#beads", onclick: (event) => app.skip(event) }, words.say("skip")),
    element("h1", {}, words.say("title"), " ", element("span", { class: "pair" }, app.content.languages.join(" → "))),
    element("nav", { class: "views", "aria-label": words.say("title") }, views),
    element("div", { class: "tools" }, tools.map(([command, label]) => tool(app, command, label))),
    element("p", { id: "counts" }, summary(words, counts)),
  ];
}

function summary(words, counts) {
  return words.say("summary", {
    ...counts,
    beads: words.say("beads", { n: counts.beads }),
    omissions: words.say("omissions", { n: counts.omissions }),
    additions: words.say("additions", { n: counts.additions }),
  });
}

function tool(app, command, label) {
  const [, key] = KEYS.find(([name]) => name === command);
  const title = `${app.words.say(`key.${command}`)} (${keyLabel(key)})`;
  return element(
    "button",
    { type: "button", class: "tool", "data-command": command, title, "aria-keyshortcuts": key, onclick: () => app.run(command) },
    label,
  );
}

/** A strip with a line for each marked bead, at its place in the whole; `jump` is told where it is clicked, 0 to 1. */
export function strip(beads, jump) {
  const size = Math.max(beads.length, 1);
  const height = Math.max(LENGTH / size, LEAST);
  const lines = beads.flatMap((bead, number) => {
    const y = Math.min((LENGTH * number) / size, LENGTH - height);
    return bead.marked ? [drawing("rect", { class: bead.alone ? "alone" : "doubtful", x: 0, y, width: 10, height })] : [];
  });
  const clicked = (event) => {
    const box = event.currentTarget.getBoundingClientRect();
    jump((event.clientY - box.top) / box.height);
  };
  return drawing("svg", { viewBox: `0 0 10 ${LENGTH}`, preserveAspectRatio: "none", "aria-hidden": "true", onclick: clicked }, lines);
}

/** Shows the keys. */
export function showHelp(words) {
  const close = element("button", { type: "button", class: "closing", "aria-label": words.say("close"), onclick: () => dialog.close() }, "×");
  const rows = KEYS.map(([command, ...keys]) => element(
    "div",
    {},
    element("dt", {}, keys.map((key) => element("kbd", {}, keyLabel(key)))),
    element("dd", {}, words.say(`key.${command}`)),
  ));
  const title = element("h2", {}, words.say("help.title"));
  const dialog = element("dialog", { class: "wide", "aria-label": words.say("help.title"), onclose: () => dialog.remove() }, close, title, element("div", { class: "keys" }, element("dl", {}, rows)), element("p", { class: "hint" }, words.say("help.text")));
  document.body.append(dialog);
  dialog.showModal();
}
