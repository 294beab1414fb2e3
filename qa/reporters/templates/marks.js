// Shows a text with the spans of findings, overlapping ones too, and with what cannot be seen in it.

import { element } from "./dom.js";
import { toUnits } from "./offsets.js";

const NAMES = {
  "\t": "TAB", "\n": "LF", "\r": "CR", "\u00A0": "NBSP", "\u00AD": "SHY", "\u1680": "OGHAM", "\u2002": "EN SP",
  "\u2003": "EM SP", "\u2007": "FIG SP", "\u2009": "THIN", "\u200A": "HAIR", "\u200B": "ZWSP", "\u200C": "ZWNJ",
  "\u200D": "ZWJ", "\u200E": "LRM", "\u200F": "RLM", "\u2028": "LS", "\u2029": "PS", "\u202A": "LRE", "\u202B": "RLE",
  "\u202C": "PDF", "\u202D": "LRO", "\u202E": "RLO", "\u202F": "NNBSP", "\u2060": "WJ", "\u2066": "LRI",
  "\u2067": "RLI", "\u2068": "FSI", "\u2069": "PDI", "\u3000": "IDEO SP", "\uFEFF": "BOM",
};
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|(?! )\p{Zs}/u;
const INVISIBLES = /([\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|(?! )\p{Zs})/u;
const TURNING = /[\u202A-\u202E\u2066-\u2069\u061C\u200E\u200F]/;

function name(character) {
  return NAMES[character] ?? `U+${character.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
}

/** Whether a text holds characters that are not seen. */
export function hidesSomething(content) {
  return INVISIBLE.test(content);
}

/**
 * `content` as nodes whose text is exactly `content`; names of invisible characters are drawn by the style sheet. With
 * `all`, every one of them is named, blanks as dots; without, only those that turn the direction of the text.
 */
export function visible(content, all) {
  const pattern = all ? /([\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Zs}])/u : INVISIBLES;
  return content.split(pattern).map((part, index) => {
    if (index % 2 === 0) return part;
    if (!all && !TURNING.test(part)) return part;
    if (part === " ") return element("span", { class: "blank" }, part);
    return element("span", { class: "unseen", "data-name": name(part) }, part === "\n" ? part : isolated(part));
  });
}

/** Direction marks must not act outside their label. */
function isolated(part) {
  return TURNING.test(part) ? element("bdi", {}, part) : part;
}

function edges(marks, size) {
  const points = new Set([0, size]);
  for (const mark of marks) points.add(mark.start).add(mark.end);
  return [...points].sort((a, b) => a - b);
}

/** Spans in code points of `content` as marks in code units, clipped to the text. */
export function placed(content, spans) {
  const at = toUnits(content);
  return spans.map(({ span: [start, end], ...rest }) => ({ ...rest, start: at(start), end: at(end) }));
}

/**
 * `content` with marks laid over it. A mark is `{start, end, severity, finding, current}`; an empty one stands between
 * two characters. Where marks overlap, the graver colours the ground and a second line runs below.
 */
export function marked(content, marks, { all = false, onmark = null } = {}) {
  if (!marks.length) return visible(content, all);
  const nodes = [];
  const points = edges(marks, content.length);
  points.forEach((point, index) => {
    const empty = marks.filter((mark) => mark.start === point && mark.end === point);
    if (empty.length) nodes.push(piece("", empty, all, onmark));
    const next = points[index + 1];
    if (next === undefined) return;
    const covering = marks.filter((mark) => mark.start <= point && next <= mark.end && mark.start < mark.end);
    const part = content.slice(point, next);
    nodes.push(covering.length ? piece(part, covering, all, onmark) : visible(part, all));
  });
  return nodes.flat();
}

function piece(part, covering, all, onmark) {
  const gravest = Math.max(...covering.map((mark) => mark.severity));
  const classes = [
    `severity-${gravest}`,
    covering.length > 1 && "overlap",
    covering.some((mark) => mark.current) && "current",
    part === "" && "insertion",
  ];
  const own = covering.find((mark) => !mark.current) ?? covering[0];
  return element(
    "mark",
    { class: classes.filter(Boolean).join(" "), onclick: onmark && (() => onmark(own.finding)) },
    visible(part, all || (part !== "" && part.trim() === "")),
  );
}

/** A diff as nodes: `del` and `ins`, their blanks named where they hold nothing else. */
export function changes(parts, all) {
  return parts.map(([kind, part]) => {
    const shown = visible(part, all || (kind !== "same" && part.trim() === ""));
    if (kind === "same") return element("span", {}, shown);
    return element(kind === "removed" ? "del" : "ins", {}, shown);
  });
}
