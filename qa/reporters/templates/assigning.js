// The dialog in which documents are given to reviewers.

import { dialog } from "./dialogs.js";
import { element } from "./dom.js";

const SHOWN = 60;

/**
 * Offers `documents` (their numbers) for assignment; `assign` gets numbers and a reviewer's name, which is empty for
 * nobody, and promises that the server has answered.
 */
export function askAssignment(review, documents, assign) {
  const { words, store, assignments } = review;
  const chooser = (label, value) => element(
    "select",
    { "aria-label": label },
    [...assignments.reviewers, ""].map((name) => element("option", { value: name, selected: name === value }, name || words.say("assign.nobody"))),
  );
  const own = new Map();
  const row = (document) => {
    const { path } = store.head.documents[document];
    const select = chooser(path, assignments.of(document));
    select.addEventListener("change", async () => {
      await assign([document], select.value);
      select.value = assignments.of(document);
    });
    own.set(document, select);
    return element("tr", {}, element("th", { scope: "row", dir: "auto" }, path), element("td", {}, select));
  };
  const all = chooser(words.say("assign.all", { n: documents.length }), review.decisions.reviewer);
  const node = dialog(words, words.say("assign.title"), () => [
    element("p", { class: "hint" }, words.say("assign.hint", { n: documents.length })),
    element("p", { class: "buttons" },
      all,
      element("button", { type: "button", class: "primary", onclick: async () => {
        await assign(documents, all.value);
        for (const [document, select] of own) select.value = assignments.of(document);
      } }, words.say("assign.all", { n: documents.length }))),
    element("div", { class: "scroll documents", tabindex: "0", role: "region", "aria-label": words.say("assign.title") },
      element("table", {},
        element("thead", {}, element("tr", {},
          element("th", { scope: "col" }, words.say("facet.doc")), element("th", { scope: "col" }, words.say("facet.reviewer")))),
        element("tbody", {}, documents.slice(0, SHOWN).map(row)))),
    documents.length > SHOWN && element("p", { class: "hint" }, words.say("summary.more", { n: documents.length - SHOWN })),
  ], { wide: true });
  all.focus();
  return node;
}
