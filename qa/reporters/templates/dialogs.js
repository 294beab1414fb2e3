// Questions to the reviewer, each in a modal dialog that is gone when it is answered.

import { element } from "./dom.js";
import { REASONS } from "./decisions.js";
import { KEYS, keyLabel } from "./keys.js";
import { FIELDS, FLAGS } from "./query.js";

const CONFLICTS_SHOWN = 60;

/** Opens a dialog; `content` gets a function that closes it. Focus returns to where it was. */
export function dialog(words, title, content, { wide = false } = {}) {
  const before = document.activeElement;
  const node = element("dialog", { class: wide ? "wide" : null, "aria-labelledby": "dialog-title" });
  const close = () => node.close();
  node.addEventListener("close", () => {
    node.remove();
    before?.focus?.({ preventScroll: true });
  });
  node.append(
    element("h2", { id: "dialog-title" }, title),
    element("button", { type: "button", class: "closing", "aria-label": words.say("close"), onclick: close }, "×"),
    ...content(close).filter(Boolean),
  );
  document.body.append(node);
  node.showModal();
  return node;
}

/** Asks why; `answered` gets a reason and a comment. */
export function askReason(words, answered) {
  const comment = element("textarea", { rows: 2, "aria-label": words.say("detail.comment"), placeholder: words.say("detail.comment"), dir: "auto" });
  const node = dialog(words, words.say("dismiss.title"), (close) => {
    const choose = (reason) => {
      close();
      answered(reason, comment.value.trim());
    };
    return [
      element("p", { class: "hint" }, words.say("dismiss.hint")),
      element(
        "ol",
        { class: "reasons" },
        REASONS.map((reason, index) =>
          element("li", {}, element("button", { type: "button", "data-key": index + 1, onclick: () => choose(reason) },
            element("kbd", { "aria-hidden": "true" }, String(index + 1)), words.say(`reason.${reason}`)))),
      ),
      comment,
    ];
  });
  node.addEventListener("keydown", (event) => {
    if (event.target === comment) return;
    node.querySelector(`button[data-key="${CSS.escape(event.key)}"]`)?.click();
  });
  node.querySelector(".reasons button").focus();
}

/** Asks for a text; `answered` gets it. */
export function askText(words, { title, hint, value, language }, answered) {
  const field = element("textarea", { rows: 6, dir: "auto", lang: language, "aria-label": title, spellcheck: "true" });
  field.value = value;
  const node = dialog(words, title, (close) => {
    const save = () => {
      close();
      answered(field.value);
    };
    field.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) save();
    });
    return [
      hint && element("p", { class: "hint" }, hint),
      field,
      element("p", { class: "buttons" },
        element("button", { type: "button", class: "primary", onclick: save }, words.say("save")),
        element("button", { type: "button", onclick: close }, words.say("cancel"))),
    ];
  }, { wide: true });
  field.focus();
  return node;
}

/** The key table and the query language. */
export function showHelp(words) {
  const groups = [...new Set(KEYS.map(({ group }) => group))];
  dialog(words, words.say("help.title"), () => [
    element("div", { class: "keys" }, groups.map((group) =>
      element("section", {},
        element("h3", {}, words.say(`key.group.${group}`)),
        element("dl", {}, KEYS.filter((entry) => entry.group === group).map(({ command, keys }) =>
          element("div", {},
            element("dt", {}, keys.map((key) => element("kbd", {}, keyLabel(key)))),
            element("dd", {}, words.say(`key.${command}`)))))))),
    element("h3", {}, words.say("help.query")),
    element("p", {}, element("code", {}, 'rule:compliance sev>=major doc:lenta* -decided "two words" /re/')),
    element("p", { class: "chips" }, [...Object.keys(FIELDS).filter((field) => field !== "f").map((field) => `${field}:`), ...FLAGS].map((word) => element("code", {}, word))),
  ], { wide: true });
}

/** Asks for the reviewer's name before decisions are written. */
export function askExport(words, reviewer, answered) {
  const name = element("input", { type: "text", value: reviewer, autocomplete: "name" });
  dialog(words, words.say("export.title"), (close) => [
    element("form", { method: "dialog", onsubmit: (event) => { event.preventDefault(); close(); answered(name.value.trim()); } },
      element("p", {}, element("label", {}, words.say("export.name"), name)),
      element("p", { class: "buttons" },
        element("button", { type: "submit", class: "primary" }, words.say("export.go")),
        element("button", { type: "button", onclick: close }, words.say("cancel")))),
  ]);
  name.focus();
}

/** Shows what a file of decisions would change; `answered` gets the pairs to take over. */
export function askImport(words, found, describe, answered) {
  const choices = new Map(found.conflicts.map((conflict) => [conflict, "mine"]));
  const set = (node, side) => {
    for (const conflict of found.conflicts) choices.set(conflict, side);
    for (const input of node.querySelectorAll(`input[value=${side}]`)) input.checked = true;
  };
  const node = dialog(words, words.say("import.title"), (close) => [
    element("ul", { class: "counts" },
      element("li", {}, words.say("import.fresh", { n: found.fresh.length })),
      element("li", {}, words.say("import.same", { n: found.same })),
      found.unknown > 0 && element("li", {}, words.say("import.unknown", { n: found.unknown })),
      found.conflicts.length > 0 && element("li", {}, words.say("import.conflicts", { n: found.conflicts.length }))),
    found.conflicts.length > 0 && element("p", { class: "buttons" },
      element("button", { type: "button", onclick: () => set(node, "mine") }, words.say("import.allmine")),
      element("button", { type: "button", onclick: () => set(node, "theirs") }, words.say("import.alltheirs"))),
    ...found.conflicts.slice(0, CONFLICTS_SHOWN).map((conflict, index) => versus(words, conflict, index, describe, (side) => choices.set(conflict, side))),
    element("p", { class: "buttons" },
      element("button", { type: "button", class: "primary", onclick: () => {
        close();
        answered([...found.fresh, ...found.conflicts.filter((conflict) => choices.get(conflict) === "theirs")]);
      } }, words.say("apply")),
      element("button", { type: "button", onclick: close }, words.say("cancel"))),
  ], { wide: true });
  node.querySelector(".primary").focus();
}

function versus(words, { number, mine, theirs }, index, describe, choose) {
  const option = (side, decision, checked) => element("label", {},
    element("input", { type: "radio", name: `conflict-${index}`, value: side, checked, onchange: () => choose(side) }),
    element("strong", {}, words.say(`import.${side}`)), " ", described(words, decision));
  return element("fieldset", {}, element("legend", { dir: "auto" }, describe(number)), option("mine", mine, true), option("theirs", theirs, false));
}

/** A decision in words. */
export function described(words, decision) {
  const reason = decision.reason ? (words.list[`reason.${decision.reason}`] ?? decision.reason) : "";
  const fix = decision.verdict === "edited" ? `“${decision.text}”` : "";
  return [words.say(`verdict.${decision.verdict}`), reason, fix, decision.comment, decision.reviewer].filter(Boolean).join(" · ");
}

/** Two reviewers decided at once: which decision shall stand? */
export function askConflict(words, message, mine, theirs, answered) {
  const node = dialog(words, words.say("conflict.title"), (close) => [
    element("p", { dir: "auto" }, element("strong", {}, message)),
    element("p", {}, words.say("conflict.text", { name: theirs.reviewer || "?" })),
    element("p", { class: "buttons" }, ["theirs", "mine"].map((side) =>
      element("button", { type: "button", class: "choice", "data-side": side, onclick: () => { close(); answered(side); } },
        element("strong", {}, words.say(`import.${side}`)), " ", described(words, side === "mine" ? mine : theirs)))),
  ]);
  node.querySelector(".choice").focus();
}
