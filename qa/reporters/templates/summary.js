// The summary: gate, scores, MQM, findings by category and document, and the comparison with an earlier report.

import { drawing, element } from "./dom.js";
import { SEVERITIES } from "./store.js";

const BARS = 12;
const WEIGHTS = [0, 1, 5, 25]; // MQM penalty points by severity
const WIDE = 240;

/** The summary as one element; `ask` searches for a value of a field. */
export function summary(review, ask) {
  const { words, store } = review;
  const { overview } = store.head;
  const section = (key, ...children) => element("section", { class: "card" }, element("h2", {}, words.say(key)), ...children);
  return element(
    "div",
    { class: "summary" },
    section("summary.gate", gate(words, overview)),
    section("summary.figures", figures(review)),
    overview.scores.length > 0 && section("summary.scores", scores(words, overview.scores)),
    section("summary.mqm", penalties(words, overview.summary)),
    overview.categories.length > 0 && section("summary.categories", legend(words), bars(words, overview.categories, (name) => ask("category", name))),
    overview.documents.length > 0 && section("summary.documents", bars(words, overview.documents, (name) => ask("doc", name))),
    overview.compared && section("summary.compared", compared(words, overview.compared, ask)),
    overview.compared?.fixed.length > 0 && section("summary.fixed", fixed(words, overview.compared)),
    overview.notes.length > 0 && section("summary.notes", element("ul", {}, overview.notes.map((note) => element("li", { dir: "auto" }, note)))),
  );
}

function gate(words, { gate: verdict }) {
  return [
    element("p", { class: `gate ${verdict.passed ? "passed" : "failed"}` }, words.say(verdict.passed ? "gate.passed" : "gate.failed")),
    element("ul", {}, verdict.tripped.map((reason) => element("li", { dir: "auto" }, reason))),
  ];
}

function figures({ words, store }) {
  const { summary: counts } = store.head.overview;
  const total = Object.values(counts.findings).reduce((sum, count) => sum + count, 0);
  const rows = [
    ["summary.findings", total], ["summary.suppressed", counts.suppressed], ["summary.units", counts.units],
    ["summary.documentcount", store.head.documents.length], ["summary.words", counts.source_words],
  ].filter(([key, count]) => count > 0 || key !== "summary.words");
  return element("dl", { class: "figures" }, rows.map(([key, count]) =>
    element("div", {}, element("dt", {}, words.say(key)), element("dd", {}, words.shown(count)))));
}

const numeric = (cell) => typeof cell === "string" && /^[\d.,\s–]*$/u.test(cell);

/** A table; the row whose head is `total` stands out. */
function table(heads, rows, name, total) {
  return element(
    "div",
    { class: "scroll", tabindex: "0", role: "region", "aria-label": name },
    element(
      "table",
      {},
      element("thead", {}, element("tr", {}, heads.map((head, at) =>
        element("th", { scope: "col", class: at && numeric(rows[0]?.[at]) ? "number" : null }, head)))),
      element("tbody", {}, rows.map(([head, ...cells]) =>
        element("tr", { class: head === total ? "total" : null },
          element("th", { scope: "row" }, head), cells.map((cell) => element("td", { class: numeric(cell) ? "number" : null }, cell))))),
    ),
  );
}

function scores(words, all) {
  const heads = ["metric", "value", "interval", "signature"].map((name) => words.say(`summary.${name}`));
  return table(heads, all.map((score) => [
    score.system ? `${score.metric} (${score.system})` : score.metric,
    words.shown(score.value),
    score.interval ? score.interval.map((edge) => words.shown(edge)).join(" – ") : "–",
    element("span", { class: "signature" }, score.signature ?? ""),
  ]), words.say("summary.scores"));
}

function penalties(words, counts) {
  const rows = SEVERITIES.map((severity, rank) => [rank, counts.findings[severity] ?? 0]).reverse();
  const points = rows.reduce((sum, [rank, count]) => sum + WEIGHTS[rank] * count, 0);
  const heads = ["severity", "count", "weight", "points"].map((name) => words.say(`summary.${name}`));
  const shown = rows.map(([rank, count]) => [
    words.say(`severity.${SEVERITIES[rank]}`), words.shown(count), words.shown(WEIGHTS[rank]), words.shown(WEIGHTS[rank] * count),
  ]);
  const total = [words.say("summary.total"), words.shown(rows.reduce((sum, [, count]) => sum + count, 0)), "", words.shown(points)];
  return [
    table(heads, [...shown, total], words.say("summary.mqm"), total[0]),
    counts.source_words > 0 && element("p", { class: "hint" }, words.say("summary.per", { n: (1000 * points) / counts.source_words })),
  ];
}

function legend(words) {
  return element("p", { class: "legend" }, [...SEVERITIES.entries()].reverse().map(([rank, severity]) =>
    element("span", { class: `severity-${rank}` }, words.say(`severity.${severity}`))));
}

function bars(words, rows, choose) {
  const most = Math.max(...rows.map(([, counts]) => sum(counts)));
  return [
    element("ul", { class: "bars" }, rows.slice(0, BARS).map(([name, counts]) => bar(words, name, counts, most, choose))),
    rows.length > BARS && element("p", { class: "hint" }, words.say("summary.more", { n: rows.length - BARS })),
  ];
}

const sum = (counts) => counts.reduce((all, count) => all + count, 0);

function bar(words, name, counts, most, choose) {
  const parts = counts.map((count, rank) => [rank, count]).filter(([, count]) => count).reverse();
  let x = 0;
  const rects = parts.map(([rank, count]) => {
    const width = (WIDE * count) / most;
    const rect = drawing("rect", { x, y: 0, width: Math.max(width - 1, 1), height: 12, class: `severity-${rank}` });
    x += width;
    return rect;
  });
  const label = parts.map(([rank, count]) => `${words.say(`severity.${SEVERITIES[rank]}`)}: ${words.shown(count)}`).join(", ");
  return element(
    "li",
    {},
    element("button", { type: "button", class: "name", onclick: () => choose(name) }, name),
    drawing("svg", { viewBox: `0 0 ${WIDE} 12`, preserveAspectRatio: "none", role: "img", "aria-label": label }, rects),
    element("span", { class: "count" }, words.shown(sum(counts))),
  );
}

function compared(words, { rules, changed }, ask) {
  const statuses = ["new", "fixed", "persisting"];
  const heads = [words.say("summary.rule"), ...statuses.map((status) => words.say(`status.${status}`))];
  const total = statuses.map((status) => rules.reduce((all, row) => all + row[status], 0));
  const rows = rules.map((row) => [
    element("button", { type: "button", class: "link", onclick: () => ask("rule", row.rule) }, row.rule),
    ...statuses.map((status) => words.shown(row[status])),
  ]);
  return [
    element("p", {}, words.say("summary.changed", { n: changed })),
    table(heads, [[words.say("summary.total"), ...total.map((count) => words.shown(count))], ...rows], words.say("summary.compared"), words.say("summary.total")),
  ];
}

function fixed(words, { fixed: gone, rules }) {
  const left = rules.reduce((all, row) => all + row.fixed, 0) - gone.length;
  return [
    element("ul", { class: "gone" }, gone.slice(0, 40).map((finding) => element("li", {},
      element("span", { class: "rule" }, `${finding.rule} · ${finding.document}`), " ", element("span", { dir: "auto" }, finding.message)))),
    left + Math.max(0, gone.length - 40) > 0 && element("p", { class: "hint" }, words.say("summary.more", { n: left + Math.max(0, gone.length - 40) })),
  ];
}
