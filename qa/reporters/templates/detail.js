// The right pane: everything about one segment and one of its findings.

import { context, mentions } from "./context.js";
import { diff } from "./diff.js";
import { element, sentence, text } from "./dom.js";
import { VERDICTS, isDecided } from "./decisions.js";
import { keyLabel, keyOf } from "./keys.js";
import { changes, marked, placed, visible } from "./marks.js";
import { spliced } from "./offsets.js";
import { SEVERITIES } from "./store.js";

/** A button of a command, with its key. */
export function commandButton(words, run, command, label, { primary = false, disabled = false } = {}) {
  const key = keyOf(command);
  return element(
    "button",
    {
      type: "button",
      class: primary ? "primary" : null,
      "data-command": command,
      "aria-keyshortcuts": key,
      disabled,
      onclick: () => run(command),
    },
    label,
    element("kbd", { "aria-hidden": "true" }, keyLabel(key)),
  );
}

export class Detail {
  /** `run` carries out a command, `show` goes to a finding or unit, `ask` sets a query, `clear` takes it away. */
  constructor(review, { run, show, ask, clear }) {
    Object.assign(this, { review, run, show, ask, clear });
    this.node = element("section", { id: "detail", tabindex: "-1" });
  }

  draw() {
    const { review } = this;
    this.node.setAttribute("aria-label", review.words.say("detail.label"));
    const unit = review.unit < 0 ? null : review.store.unit(review.unit);
    const finding = unit && review.finding >= 0 ? review.store.finding(review.finding) : null;
    this.node.replaceChildren(...(unit ? this.content(unit, finding) : this.nothing()));
    this.node.scrollTop = 0;
  }

  /** What is shown where there is no segment to show: a way out of a search that finds nothing. */
  nothing() {
    const { words, units, query } = this.review;
    if (units.length) return [this.hint("waiting")];
    if (!query) return [this.hint("list.clean")];
    const clear = element("button", { type: "button", class: "primary", onclick: () => this.clear() }, words.say("detail.clear"));
    return [this.hint("list.empty"), element("p", { class: "actions" }, clear)];
  }

  hint(key) {
    return element("p", { class: "hint" }, this.review.words.say(key));
  }

  content(unit, finding) {
    const { words } = this.review;
    return [
      ...(finding ? this.heading(unit, finding) : [this.hint("detail.clean")]),
      this.texts(unit, finding),
      this.comparison(unit, finding),
      finding && finding.evidence.length > 0 && this.evidence(finding),
      this.siblings(unit, finding),
      mentions(this.review, unit, this.ask),
      context(this.review, unit, this.show),
      element("p", { class: "facts" }, this.facts(unit).join(" · ")),
    ].filter(Boolean).map((node) => (typeof node === "string" ? words.say(node) : node));
  }

  facts(unit) {
    const { words } = this.review;
    const facts = [unit.document.path, words.say("detail.unit", { id: unit.id })];
    const reviewer = this.review.assignments.of(this.review.store.unitDocument[unit.number]);
    if (reviewer) facts.push(words.say("detail.assigned", { name: reviewer }));
    if (unit.document.date) facts.push(unit.document.date);
    if (unit.confidence !== null) facts.push(words.say("detail.confidence", { n: Math.round(100 * unit.confidence) }));
    if (unit.score !== null) facts.push(words.say("detail.score", { n: unit.score }));
    return facts;
  }

  heading(unit, finding) {
    const { words } = this.review;
    const severity = SEVERITIES[finding.severity];
    return [
      element(
        "header",
        { class: `finding severity-${finding.severity}` },
        element(
          "p",
          { class: "what" },
          element("span", { class: "severity" }, words.say(`severity.${severity}`)),
          element("button", { type: "button", class: "rule", title: finding.rule.title, onclick: () => this.ask("rule", finding.rule.id) }, finding.rule.id),
          element("span", { class: "place" }, finding.place),
        ),
        element("h2", { dir: "auto" }, sentence(finding.message)),
        this.verdict(finding),
      ),
      this.fix(unit, finding),
      this.actions(finding),
    ];
  }

  verdict(finding) {
    const { words, decisions } = this.review;
    const decision = decisions.of(finding.number);
    const parts = [];
    if (finding.suppressed) parts.push(words.say("detail.suppressed", { reason: finding.suppressed.reason || finding.suppressed.kind }));
    if (decision) {
      parts.push(words.say(`verdict.${decision.verdict}`));
      if (decision.reason) parts.push(words.list[`reason.${decision.reason}`] ?? decision.reason);
      if (decision.reviewer) parts.push(decision.reviewer);
    }
    if (!parts.length) return null;
    return element(
      "p",
      { class: `decided state-${decision?.verdict ?? "none"}` },
      element("span", { class: "verdict", "aria-hidden": "true" }),
      element("span", {}, parts.join(" · ")),
      decision?.comment && element("q", { dir: "auto" }, decision.comment),
    );
  }

  /** The target with the fix worked in: the reviewer's own, or the one suggested. */
  fixed(unit, finding) {
    const decision = this.review.decisions.of(finding.number);
    if (decision?.verdict === "edited") return spliced(unit.target, ...decision.span, decision.text);
    if (!finding.suggestion) return null;
    return spliced(unit.target, finding.suggestion.start, finding.suggestion.end, finding.suggestion.text);
  }

  fix(unit, finding) {
    const { words, decisions, diffUnit, unseen } = this.review;
    const fixed = this.fixed(unit, finding);
    if (fixed === null) return element("p", { class: "hint nofix" }, words.say("detail.nofix"));
    const [, language] = this.review.store.head.languages;
    const edited = decisions.of(finding.number)?.verdict === "edited";
    return element(
      "section",
      { class: "fix" },
      element("h3", {}, words.say(edited ? "detail.edited" : "detail.fix"), this.grain()),
      element("p", { class: "text" }, text(language, changes(diff(unit.target, fixed, language, diffUnit), unseen))),
    );
  }

  actions(finding) {
    const { words, store, decisions } = this.review;
    const alike = store.alike(finding).length;
    const button = (command, label, options) => commandButton(words, this.run, command, label, options);
    const decided = decisions.state[finding.number] !== 0;
    return element(
      "div",
      { class: "actions", role: "group", "aria-label": words.say("facet.decision") },
      finding.suggestion && button("accept", words.say("act.accept"), { primary: !decided }),
      button("edit", words.say("act.edit"), { primary: !decided && !finding.suggestion }),
      button("dismiss", words.say("act.dismiss")),
      button("defer", words.say("act.defer")),
      button("comment", words.say("act.comment")),
      decided && button("reset", words.say("act.reset")),
      alike > 1 && isDecided(decisions.state[finding.number]) && button("bulk", words.say("act.bulk", { n: alike })),
      alike > 1 && !isDecided(decisions.state[finding.number]) &&
        element("span", { class: "alike" }, words.say("detail.alike", { n: alike - 1 })),
    );
  }

  texts(unit, finding) {
    const { words, store, unseen } = this.review;
    const [source, target] = store.head.languages;
    const named = (key, content, tool) => element("div", { class: "side" }, element("h3", {}, words.say(key), tool), element("p", { class: "text" }, content));
    const empty = () => element("span", { class: "hint" }, words.say("detail.empty"));
    return element(
      "section",
      { class: "texts" },
      named("detail.source", unit.source ? text(source, this.marks(unit, finding, "source")) : empty()),
      named("detail.target", unit.target ? text(target, this.marks(unit, finding, "target")) : empty(), this.unseenToggle()),
      unit.reference && named("detail.reference", text(target, visible(unit.reference, unseen))),
      unit.previous !== null && named("detail.previous", text(target, visible(unit.previous, unseen))),
    );
  }

  unseenToggle() {
    const { words, unseen } = this.review;
    return element(
      "button",
      { type: "button", class: "toggle", "aria-pressed": String(unseen), "data-command": "unseen", onclick: () => this.run("unseen") },
      "¶ ",
      words.say("detail.unseen"),
    );
  }

  marks(unit, current, side) {
    const { review } = this;
    const spans = review.store.findingsOf(unit.number).flatMap((number) => {
      const finding = review.store.finding(number);
      const own = side === "source" ? finding.sourceSpans : finding.targetSpans;
      return own.map((span) => ({ span, severity: finding.severity, finding: number, current: number === current?.number }));
    });
    return marked(unit[side], placed(unit[side], spans), { all: review.unseen, onmark: (finding) => this.show(finding) });
  }

  /** The texts that can be held against each other. */
  versions(unit, finding) {
    const fixed = finding ? this.fixed(unit, finding) : null;
    const all = { target: unit.target, reference: unit.reference, previous: unit.previous, fix: fixed, source: unit.source };
    return Object.entries(all).filter(([, content]) => content);
  }

  comparison(unit, finding) {
    const { review } = this;
    const { words } = review;
    const versions = new Map(this.versions(unit, finding));
    const others = [...versions.keys()].filter((name) => name !== "source");
    if (others.length < 2 || (others.length === 2 && versions.has("fix"))) return null;
    const fallback = ["target", versions.has("reference") ? "reference" : "previous"];
    const pair = review.pair?.every((name) => versions.has(name)) ? review.pair : fallback;
    const [before, after] = pair[1] === "previous" ? [pair[1], pair[0]] : pair;
    const [, language] = review.store.head.languages;
    const parts = diff(versions.get(before), versions.get(after), language, review.diffUnit);
    return element(
      "section",
      { class: "comparison" },
      element("h3", {}, words.say("detail.compare"), this.chooser(pair, 0, versions), words.say("detail.with"), this.chooser(pair, 1, versions), this.grain()),
      versions.get(before) === versions.get(after)
        ? this.hint("detail.same")
        : element("p", { class: "text" }, text(language, changes(parts, review.unseen))),
    );
  }

  chooser(pair, side, versions) {
    const { review } = this;
    const choose = (event) => {
      review.pair = pair.map((name, index) => (index === side ? event.target.value : name));
      this.draw();
    };
    return element(
      "select",
      { "aria-label": review.words.say(side ? "detail.with" : "detail.compare"), onchange: choose },
      [...versions.keys()].map((name) =>
        element("option", { value: name, selected: name === pair[side] }, review.words.say(`detail.${name}`))),
    );
  }

  grain() {
    const { words, diffUnit } = this.review;
    const label = words.say(diffUnit === "word" ? "detail.words" : "detail.characters");
    return element("button", { type: "button", class: "toggle", "data-command": "diff", onclick: () => this.run("diff") }, label);
  }

  evidence(finding) {
    return element(
      "section",
      { class: "evidence" },
      element("h3", {}, this.review.words.say("detail.why")),
      element("ul", {}, finding.evidence.map((fact) => element("li", { dir: "auto" }, fact))),
    );
  }

  siblings(unit, current) {
    const { review } = this;
    const findings = review.store.findingsOf(unit.number);
    if (findings.length < 2) return null;
    return element(
      "section",
      { class: "siblings" },
      element("h3", {}, review.words.say("detail.segment")),
      element(
        "ul",
        {},
        findings.map((number) => {
          const finding = review.store.finding(number);
          const state = VERDICTS[review.decisions.state[number]];
          return element(
            "li",
            {},
            element(
              "button",
              {
                type: "button",
                class: `sibling severity-${finding.severity} state-${state}`,
                "aria-current": number === current?.number ? "true" : null,
                onclick: () => this.show(number),
              },
              element("span", { class: "verdict", role: "img", "aria-label": review.words.say(`verdict.${state}`) }),
              element("span", { class: "message", dir: "auto" }, sentence(finding.message)),
            ),
          );
        }),
      ),
    );
  }
}
