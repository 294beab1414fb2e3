// What stands around a segment: its neighbours with their beads, and how else its names are marked.

import { beadDrawing } from "./beads.js";
import { element, text } from "./dom.js";
import { toUnits } from "./offsets.js";

const AROUND = 3;
const FORMS_SHOWN = 6;

/** The segments before and behind, source beside target, with the sentences that an alignment joined. */
export function context(review, unit, show) {
  const { words, store } = review;
  const rows = [];
  for (let number = unit.number - AROUND; number <= unit.number + AROUND; number += 1) {
    const near = number >= 0 && number < store.size ? store.unit(number) : null;
    if (near && near.document.id === unit.document.id) rows.push(row(review, near, number === unit.number, show));
  }
  return element("section", { class: "context" }, element("h3", {}, words.say("detail.context")), element("ol", {}, rows));
}

function row(review, unit, current, show) {
  const [source, target] = review.store.head.languages;
  const parts = [sentences(unit.source, unit.sourceParts), sentences(unit.target, unit.targetParts)];
  const label = review.words.say("detail.bead", { source: parts[0].length, target: parts[1].length });
  const side = (language, all) => element("div", { class: "sentences" }, all.map((one) => element("p", {}, text(language, one))));
  return element(
    "li",
    { class: current ? "near current" : "near", "aria-current": current ? "true" : null, onclick: current ? null : () => show(null, unit.number) },
    side(source, parts[0]),
    beadDrawing(parts[0].length, parts[1].length, label),
    side(target, parts[1]),
  );
}

function sentences(content, parts) {
  if (!content) return [];
  if (parts.length < 2) return [content];
  const at = toUnits(content);
  return parts.map(([start, end]) => content.slice(at(start), at(end)));
}

/** For each entity of the segment, the forms used in the whole report; a press searches for one. */
export function mentions(review, unit, ask) {
  const found = telling(review.store.mentions(unit.number), review.store.mentionsOf);
  if (!found.length) return null;
  return element(
    "section",
    { class: "mentions" },
    element("h3", {}, review.words.say("detail.names")),
    found.map((own) => {
      const [{ entity, term }] = own;
      const forms = counted(own.map(({ form }) => form));
      return element(
        "p",
        {},
        element("button", { type: "button", class: "entity", onclick: () => ask("entity", entity) }, entity),
        forms.slice(0, FORMS_SHOWN).map(([form, count]) => formButton(review, { entity, term }, form, count, ask)),
      );
    }),
  );
}

/** The mentions of each entity of a segment that is worth showing: names, and terms translated in several ways. */
function telling(own, mentionsOf) {
  const all = [...new Set(own.map(({ entity }) => entity))].map((entity) => mentionsOf(entity));
  return all.filter((group) => !group[0].term || new Set(group.map(({ form }) => form)).size > 1);
}

/** A form with how often it is used; the empty form is a name without a mark, or a term without a translation. */
export function formButton(review, { entity, term }, form, count, ask, document) {
  const { words } = review;
  return element(
    "button",
    { type: "button", class: form ? "form" : "form unmarked", onclick: () => ask("entity", entity, { form, doc: document }) },
    form || words.say(term ? "names.untranslated" : "names.unmarked"),
    element("span", { class: "count" }, `×${words.shown(count)}`),
  );
}

/** Values with how often each occurs, the most frequent first. */
export function counted(values) {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts.entries()].sort((a, b) => b[1] - a[1]);
}
