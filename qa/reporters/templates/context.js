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

/** For each entity named in the segment, the forms used in the whole report; a press searches for one. */
export function mentions(review, unit, ask) {
  const entities = [...new Set(review.store.mentions(unit.number).map(({ entity }) => entity))];
  if (!entities.length) return null;
  const all = review.store.allMentions();
  return element(
    "section",
    { class: "mentions" },
    element("h3", {}, review.words.say("detail.names")),
    entities.map((entity) => {
      const forms = counted(all.filter((mention) => mention.entity === entity).map(({ form }) => form));
      return element(
        "p",
        {},
        element("button", { type: "button", class: "entity", onclick: () => ask("entity", entity) }, entity),
        forms.slice(0, FORMS_SHOWN).map(([form, count]) => formButton(review, entity, form, count, ask)),
      );
    }),
  );
}

/** A form of a companion with how often it is used; the empty form is a name without one. */
export function formButton(review, entity, form, count, ask) {
  return element(
    "button",
    { type: "button", class: form ? "form" : "form unmarked", onclick: () => ask("entity", entity, form) },
    form || review.words.say("names.unmarked"),
    element("span", { class: "count" }, `×${review.words.shown(count)}`),
  );
}

/** Values with how often each occurs, the most frequent first. */
export function counted(values) {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts.entries()].sort((a, b) => b[1] - a[1]);
}
