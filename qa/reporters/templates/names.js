// The consistency matrix: how each name is marked, and each term translated, in which document.

import { counted, formButton } from "./context.js";
import { element } from "./dom.js";

const DOCUMENTS = 8;
const ENTITIES = 30;
const FORMS = 4;
const KINDS = [["names", false], ["terms", true]];

/** The matrix as one element; `ask` searches for an entity, a form of it, and a document. */
export function names(review, ask) {
  const { words, store } = review;
  const all = store.allMentions();
  if (!all.length) return element("p", { class: "hint blank-state" }, words.say("names.none"));
  const parts = KINDS.map(([kind, term]) => [kind, all.filter((mention) => mention.term === term)]);
  return element("div", { class: "names" }, parts.filter(([, own]) => own.length).map(([kind, own]) => matrix(review, kind, own, ask)));
}

/** One matrix; names and terms with several forms come first. */
function matrix(review, kind, mentions, ask) {
  const { words, store } = review;
  const documents = counted(mentions.map(({ unit }) => store.unitDocument[unit])).map(([document]) => document);
  const shown = documents.slice(0, DOCUMENTS);
  const rows = grouped(mentions);
  const body = element("tbody", {});
  const more = element("button", { type: "button", class: "link more", onclick: () => draw(Infinity) });
  const draw = (most) => {
    body.replaceChildren(...rows.slice(0, most).map((own) => row(review, own, shown, documents.length > 1, ask)));
    more.hidden = rows.length <= most;
    more.textContent = words.say("names.all", { n: rows.length });
  };
  draw(ENTITIES);
  const column = (label, title) => element("th", { scope: "col", title }, label);
  return element(
    "section",
    {},
    element("h2", {}, words.say(`names.${kind}`)),
    element("p", { class: "hint" }, words.say(`names.${kind}.intro`)),
    element(
      "div",
      { class: "scroll", tabindex: "0", role: "region", "aria-label": words.say(`names.${kind}`) },
      element("table", {},
        element("thead", {}, element("tr", {},
          column(words.say(`names.${kind}.entity`)),
          documents.length > 1 && column(words.say("names.everywhere")),
          shown.map((document) => column(base(store, document), store.head.documents[document].path)))),
        body),
    ),
    more,
    documents.length > DOCUMENTS && element("p", { class: "hint" }, words.say("names.more", { n: documents.length - DOCUMENTS })),
  );
}

/** The mentions by entity, those with several forms first, then the most frequent. */
function grouped(mentions) {
  const groups = new Map();
  for (const mention of mentions) {
    if (!groups.has(mention.entity)) groups.set(mention.entity, []);
    groups.get(mention.entity).push(mention);
  }
  const rank = (own) => (varied(own) ? 1 : 0);
  return [...groups.values()].sort((a, b) => rank(b) - rank(a) || b.length - a.length);
}

/** Whether an entity has several marks, or a term several translations or sometimes none. */
function varied(own) {
  const forms = new Set(own.map(({ form }) => form));
  if (!own[0].term) forms.delete("");
  return forms.size > 1;
}

function base(store, document) {
  return store.head.documents[document].path.split("/").at(-1);
}

function row(review, own, documents, everywhere, ask) {
  const { words, store } = review;
  const [{ entity, term }] = own;
  const mixed = varied(own);
  const known = term ? [] : counted(own.map(({ name }) => name)).map(([name]) => name).filter((name) => name !== entity);
  const cell = (mentions, document) => element("td", {}, counted(mentions.map(({ form }) => form)).slice(0, FORMS)
    .map(([form, count]) => formButton(review, { entity, term }, form, count, ask, document)));
  return element(
    "tr",
    { class: mixed ? "mixed" : null },
    element("th", { scope: "row" },
      element("button", { type: "button", class: "link", onclick: () => ask("entity", entity) }, entity),
      known.length > 0 && element("span", { class: "also", dir: "auto" }, known.slice(0, 3).join(", ")),
      mixed && element("span", { class: "flag" }, words.say("names.mixed"))),
    everywhere && cell(own),
    documents.map((document) => cell(own.filter(({ unit }) => store.unitDocument[unit] === document), store.head.documents[document].id)),
  );
}
