// The list of segments: rows of one height, of which only those in sight are in the document.

import { element, sentence, text } from "./dom.js";
import { placed, marked } from "./marks.js";
import { VERDICTS } from "./decisions.js";
import { SEVERITIES } from "./store.js";

const TALLEST = 15_000_000; // pixels; browsers cut elements off between 17 and 33 million
const SPARE = 3; // rows drawn above and below those in sight
const BEFORE_MARK = 34; // characters shown before the words at fault

export class List {
  /** `review` is the state; `chosen` is called with a position of a row that is pressed. */
  constructor(review, chosen) {
    this.review = review;
    this.chosen = chosen;
    this.spacer = element("div", { class: "spacer", role: "presentation" });
    this.node = element(
      "div",
      { id: "list", role: "listbox", tabindex: "0", onscroll: () => this.schedule() },
      this.spacer,
    );
    this.scheduled = false;
    new ResizeObserver(() => this.draw()).observe(this.node);
  }

  get rowHeight() {
    this.height ??= parseFloat(getComputedStyle(this.node).getPropertyValue("--row")) * this.rem();
    return this.height;
  }

  rem() {
    return parseFloat(getComputedStyle(document.documentElement).fontSize);
  }

  schedule() {
    if (this.scheduled) return;
    this.scheduled = true;
    requestAnimationFrame(() => {
      this.scheduled = false;
      this.draw();
    });
  }

  get total() {
    return this.review.units.length;
  }

  /** How tall the spacer is, and how many rows are passed per pixel of scrolling. */
  scale() {
    const real = this.total * this.rowHeight;
    const shown = Math.min(real, TALLEST);
    const room = Math.max(1, shown - this.node.clientHeight);
    return { shown, ratio: Math.max(1, (real - this.node.clientHeight) / room) };
  }

  draw() {
    const { shown, ratio } = this.scale();
    this.spacer.style.height = `${shown}px`;
    const top = this.node.scrollTop * ratio;
    const first = Math.max(0, Math.floor(top / this.rowHeight) - SPARE);
    const seen = Math.ceil(this.node.clientHeight / this.rowHeight) + 2 * SPARE + 1;
    const last = Math.min(this.total, first + seen);
    const rows = [];
    for (let at = first; at < last; at += 1) {
      const row = this.row(at);
      row.style.top = `${this.node.scrollTop + at * this.rowHeight - top}px`;
      rows.push(row);
    }
    const { words } = this.review;
    const empty = this.review.store.findings === 0 ? "list.clean" : "list.empty";
    this.spacer.replaceChildren(...rows);
    this.node.classList.toggle("empty", this.total === 0);
    this.node.setAttribute("data-empty", words.say(empty));
    this.node.setAttribute("aria-label", words.say("list.label"));
    const active = this.review.position;
    if (active >= first && active < last) this.node.setAttribute("aria-activedescendant", `row-${active}`);
    else this.node.removeAttribute("aria-activedescendant");
  }

  /** Scrolls so that the row at a position is in sight. */
  reveal(position) {
    const { ratio } = this.scale();
    const top = position * this.rowHeight;
    const seen = this.node.scrollTop * ratio;
    const room = this.node.clientHeight - this.rowHeight;
    if (top < seen) this.node.scrollTop = top / ratio;
    else if (top > seen + room) this.node.scrollTop = (top - room) / ratio;
    this.draw();
  }

  row(at) {
    const { review } = this;
    const unit = review.store.unit(review.units[at]);
    const findings = review.hitsOf(review.units[at]);
    const current = at === review.position;
    const main = current && findings.includes(review.finding) ? review.finding : findings[0];
    const shown = unit && main !== undefined ? review.store.finding(main) : null;
    const state = findings.length ? this.state(findings) : "none";
    return element(
      "div",
      {
        id: `row-${at}`,
        class: `row state-${state}${shown ? ` severity-${shown.severity}` : ""}`,
        role: "option",
        "aria-selected": String(current),
        "aria-posinset": at + 1,
        "aria-setsize": this.total,
        onclick: () => this.chosen(at),
      },
      unit ? this.content(unit, shown, findings, state) : element("p", { class: "message" }, review.words.say("waiting")),
    );
  }

  content(unit, shown, findings, state) {
    const { words, store } = this.review;
    const [source, target] = store.head.languages;
    const more = findings.length > 1 ? ` ${words.say("list.more", { n: findings.length - 1 })}` : "";
    const where = `${unit.document.path.split("/").at(-1)}${unit.line ? `:${unit.line}` : ` · ${unit.id}`}`;
    const label = state === "none" ? "" : words.say(`verdict.${state}`);
    const top = element(
      "p",
      { class: "top" },
      element("span", { class: "rule" }, shown ? shown.rule.id.split("/").at(-1) + more : words.say("detail.unit", { id: unit.id })),
      element("span", { class: "where" }, where),
      shown && element("span", { class: "verdict", title: label, "aria-label": label, role: "img" }),
    );
    if (!shown) {
      return [top, element("p", { class: "message" }, text(target, unit.target || words.say("detail.empty"))),
        element("p", { class: "excerpt" }, text(source, unit.source || words.say("detail.empty")))];
    }
    const hidden = element("span", { class: "said" }, words.say(`severity.${SEVERITIES[shown.severity]}`), ". ");
    return [top, element("p", { class: "message" }, hidden, sentence(shown.message)), this.excerpt(unit, shown)];
  }

  excerpt(unit, finding) {
    const [source, target] = this.review.store.head.languages;
    const inTarget = finding.targetSpans.length > 0 || finding.sourceSpans.length === 0;
    const content = inTarget ? unit.target : unit.source;
    const spans = inTarget ? finding.targetSpans : finding.sourceSpans;
    const marks = placed(content, spans.slice(0, 2).map((span) => ({ span, severity: finding.severity })));
    const cut = marks.length && marks[0].start > BEFORE_MARK ? wordStart(content, marks[0].start - BEFORE_MARK) : 0;
    const shifted = marks.map((mark) => ({ ...mark, start: mark.start - cut, end: Math.max(mark.end - cut, mark.start - cut) }));
    return element(
      "p",
      { class: "excerpt" },
      text(inTarget ? target : source, cut ? "… " : "", marked(content.slice(cut, cut + 240), clipped(shifted, 240))),
    );
  }

  /** The one state of all findings shown in a row: undecided as long as one is. */
  state(findings) {
    const states = findings.map((finding) => this.review.decisions.state[finding]);
    const waiting = states.find((state) => state === 0) ?? states.find((state) => state === 4) ?? states[0];
    return VERDICTS[waiting];
  }
}

function clipped(marks, size) {
  return marks.filter((mark) => mark.start <= size).map((mark) => ({ ...mark, end: Math.min(mark.end, size) }));
}

function wordStart(content, from) {
  const blank = content.indexOf(" ", from);
  return blank >= 0 && blank - from < BEFORE_MARK - 2 ? blank + 1 : from;
}
