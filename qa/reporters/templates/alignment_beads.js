// Draws the beads of all texts: a row each, with the source on the left and the target on the right.

import { beadDrawing } from "./beads.js";
import { breath, element, text } from "./dom.js";

const AT_ONCE = 400;

/** Every bead in order: its text, the numbers of its sentences, its confidence and its kind. */
export function beadsOf(content) {
  return content.texts.flatMap((one, document) => {
    let source = 0;
    let target = 0;
    return one.beads.map(([sources, targets, confidence, score]) => {
      const bead = { document, source, target, sources, targets, confidence, score };
      source += sources;
      target += targets;
      bead.alone = sources === 0 || targets === 0;
      bead.doubtful = confidence < content.doubtful;
      bead.marked = bead.alone || bead.doubtful;
      return bead;
    });
  });
}

/** How many beads there are of each kind. */
export function countsOf(beads) {
  const pairs = beads.filter((bead) => bead.sources === 1 && bead.targets === 1).length;
  const omissions = beads.filter((bead) => bead.targets === 0).length;
  const additions = beads.filter((bead) => bead.sources === 0).length;
  const total = beads.reduce((sum, bead) => sum + bead.confidence, 0);
  return {
    beads: beads.length,
    pairs,
    omissions,
    additions,
    groups: beads.length - pairs - omissions - additions,
    doubtful: beads.filter((bead) => bead.doubtful).length,
    alone: beads.filter((bead) => bead.alone).length,
    confidence: percent(total / Math.max(beads.length, 1)),
  };
}

/** A share as a whole number of hundredths; 100 only for what is sure. */
export function percent(share) {
  return Math.floor(share * 100 + 1e-9);
}

/** Puts the rows into `list`, some at a time, so that the page answers meanwhile. */
export async function drawBeads(list, content, beads, words) {
  list.replaceChildren();
  for (let start = 0; start < beads.length; start += AT_ONCE) {
    const some = beads.slice(start, start + AT_ONCE);
    list.append(...some.flatMap((bead, place) => rowsOf(content, beads, bead, start + place, words)));
    await breath();
  }
}

function rowsOf(content, beads, bead, number, words) {
  const row = beadRow(content, bead, number, words);
  const opens = number === 0 || beads[number - 1].document !== bead.document;
  return opens ? [heading(content.texts[bead.document]), row] : [row];
}

function heading(one) {
  return element("li", { class: "paths" }, element("h2", {}, text(null, one.sourcePath)), element("h2", {}, text(null, one.targetPath)));
}

function beadRow(content, bead, number, words) {
  const one = content.texts[bead.document];
  const kinds = ["bead-row", bead.alone && "alone", bead.doubtful && "doubtful", bead.sources + bead.targets > 2 && "group"];
  const [source, target] = content.languages;
  return element(
    "li",
    { class: kinds.filter(Boolean).join(" "), id: `b${number}`, tabindex: -1, "data-number": number },
    side(one.source, bead.source, bead.sources, source, words.say("missing.source")),
    joint(bead, words),
    side(one.target, bead.target, bead.targets, target, words.say("missing.target")),
  );
}

function side(texts, first, count, language, missing) {
  if (count === 0) return element("div", { class: "gap" }, missing);
  const numbers = Array.from({ length: count }, (_, place) => first + place);
  return element("div", { class: "sentences" }, numbers.map((number) => element("p", {}, element("span", { class: "number" }, String(number)), text(language, texts[number]))));
}

function joint(bead, words) {
  const kind = bead.targets === 0 ? "omission" : bead.sources === 0 ? "addition" : null;
  const n = percent(bead.confidence);
  const label = words.say("label", { source: bead.sources, target: bead.targets, n });
  const told = kind ?? (bead.doubtful ? "doubtful" : null);
  const labels = told ? [`${words.say(told)} · ${words.say("sure", { n })}`] : [];
  if (kind && bead.doubtful) labels.push(words.say("doubtful"));
  return element(
    "div",
    { class: `joint ${kind ?? ""}`, title: `${label}; ${words.say("score", { n: bead.score })}` },
    beadDrawing(bead.sources, bead.targets, label),
    labels.length > 0 ? element("div", { class: "labels" }, labels.map((one) => element("div", {}, one))) : null,
  );
}
