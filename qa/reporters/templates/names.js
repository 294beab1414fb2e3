// The consistency matrix: which name is marked how in which document.

import { counted, formButton } from "./context.js";
import { element } from "./dom.js";

const DOCUMENTS = 8;
const ENTITIES = 40;
const FORMS = 4;

/** The matrix as one element; `ask` searches for an entity, and a form of its mark. */
export function names(review, ask) {
  const { words, store } = review;
  const all = store.allMentions();
  if (!all.length) return element("p", { class: "hint" }, words.say("names.none"));
  const documents = counted(all.map(({ unit }) => store.unitDocument[unit])).map(([document]) => document);
  const entities = counted(all.map(({ entity }) => entity)).map(([entity]) => entity);
  const shown = documents.slice(0, DOCUMENTS);
  return element(
    "div",
    { class: "names" },
    element("p", { class: "hint" }, words.say("names.intro")),
    element(
      "div",
      { class: "scroll", tabindex: "0", role: "region", "aria-label": words.say("view.names") },
      element(
        "table",
        {},
        element("thead", {}, element("tr", {},
          element("th", { scope: "col" }, words.say("names.entity")),
          shown.map((document) => element("th", { scope: "col" }, store.head.documents[document].path)))),
        element("tbody", {}, entities.slice(0, ENTITIES).map((entity) => row(review, all, entity, shown, ask))),
      ),
    ),
    documents.length > DOCUMENTS && element("p", { class: "hint" }, words.say("names.more", { n: documents.length - DOCUMENTS })),
  );
}

function row(review, all, entity, documents, ask) {
  const { words, store } = review;
  const own = all.filter((mention) => mention.entity === entity);
  const marks = new Set(own.map(({ form }) => form).filter(Boolean));
  return element(
    "tr",
    { class: marks.size > 1 ? "mixed" : null },
    element("th", { scope: "row" },
      element("button", { type: "button", class: "link", onclick: () => ask("entity", entity) }, entity),
      element("span", { class: "also" }, [...new Set(own.map(({ name }) => name))].slice(0, 3).join(", ")),
      marks.size > 1 && element("span", { class: "flag" }, words.say("names.mixed"))),
    documents.map((document) => {
      const forms = counted(own.filter(({ unit }) => store.unitDocument[unit] === document).map(({ form }) => form));
      return element("td", {}, forms.slice(0, FORMS).map(([form, count]) => formButton(review, entity, form, count, ask)));
    }),
  );
}
