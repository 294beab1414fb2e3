// Paper shows all rows that are found, not only those in sight.

import { element, sentence, text } from "./dom.js";
import { marked, placed } from "./marks.js";
import { toUnits } from "./offsets.js";
import { SEVERITIES } from "./store.js";

const MOST = 2000;

/** Puts the rows into the page before it is printed, and takes them out after. */
export function preparePrinting(review) {
  let sheet = null;
  window.addEventListener("beforeprint", () => {
    sheet?.remove();
    sheet = made(review());
    document.body.append(sheet);
  });
  window.addEventListener("afterprint", () => {
    sheet?.remove();
    sheet = null;
  });
}

function made(review) {
  const { words, store } = review;
  const units = review.units.slice(0, MOST);
  return element(
    "section",
    { id: "paper" },
    element("h1", {}, `${words.say("title")} ${store.head.languages.join(" → ")}`),
    element("p", {}, [
      words.say(`gate.${store.head.overview.gate.passed ? "passed" : "failed"}`),
      words.say("list.count", { n: review.total, units: words.say("list.units", { n: review.units.length }) }),
      review.query,
    ].filter(Boolean).join(" · ")),
    units.length < review.units.length &&
      element("p", {}, words.say("print.cut", { n: units.length, total: review.units.length })),
    Array.from(units, (unit) => printed(review, unit)),
  );
}

function printed(review, number) {
  const { store, words } = review;
  const unit = store.unit(number);
  if (!unit) return null;
  const [source, target] = store.head.languages;
  const findings = review.hitsOf(number).map((finding) => store.finding(finding));
  const marks = placed(unit.target, findings.flatMap(({ targetSpans, severity }) => targetSpans.map((span) => ({ span, severity }))));
  return element(
    "article",
    {},
    element("h2", {}, `${unit.document.path} · ${unit.id}`),
    element("div", { class: "pair" }, element("p", {}, text(source, unit.source)), element("p", {}, text(target, marked(unit.target, marks)))),
    findings.map((finding) => element("p", { class: `finding severity-${finding.severity}` },
      element("strong", {}, `${words.say(`severity.${SEVERITIES[finding.severity]}`)}, ${finding.rule.id}: `), sentence(finding.message),
      finding.suggestion && fix(unit.target, finding.suggestion))),
  );
}

/** What a fix takes out and puts in. */
function fix(target, { start, end, text: after }) {
  const at = toUnits(target);
  const before = target.slice(at(start), at(end));
  return element("span", { class: "fix" }, " ", before && element("del", {}, before), before && after && " ", after && element("ins", {}, after));
}
