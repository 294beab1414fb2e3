// What each command of the key table does, whether a key or a button asks for it.

import { isDecided } from "./decisions.js";
import { askAssignment } from "./assigning.js";
import { askExport, askImport, askReason, askText, showHelp } from "./dialogs.js";
import { element } from "./dom.js";
import { difference, length, toUnits } from "./offsets.js";
import { setting } from "./settings.js";
import { Words } from "./words.js";

const KEPT = 60_000; // milliseconds for which a browser may ask for the exported file
const THEMES = ["auto", "light", "dark"];

/** Acts on the page and its review. */
export class Commands {
  constructor(app) {
    this.app = app;
    this.byName = this.table();
  }

  /** What each command of the key table does. */
  table() {
    const { review } = this.app;
    const move = (step) => () => this.app.go(step);
    return {
      next: move(() => review.step(1)),
      previous: move(() => review.step(-1)),
      nextSegment: move(() => review.stepSegment(1)),
      previousSegment: move(() => review.stepSegment(-1)),
      undecided: () => this.nextUndecided(1),
      undecidedBack: () => this.nextUndecided(-1),
      document: move(() => review.stepDocument(1)),
      documentBack: move(() => review.stepDocument(-1)),
      first: move(() => review.moveTo(0)),
      last: move(() => review.moveTo(review.units.length - 1)),
      accept: () => this.accept(),
      dismiss: () => this.dismiss(),
      edit: () => this.edit(),
      defer: () => this.decide({ verdict: "deferred" }, "said.deferred"),
      comment: () => this.comment(),
      reset: () => this.decide({ verdict: "undecided", reason: "", comment: "" }, "said.undecided", { stay: true }),
      bulk: () => this.bulk(),
      undo: () => this.undo(),
      search: () => this.app.input.select(),
      facets: () => (this.app.facets.node.querySelector("button") ?? this.app.facets.node).focus(),
      list: () => this.app.list.node.focus(),
      detail: () => this.app.detail.node.focus(),
      all: () => this.app.apply(review.query, { everything: !review.everything }),
      diff: () => this.flip(() => (review.diffUnit = review.diffUnit === "word" ? "grapheme" : "word")),
      unseen: () => this.flip(() => (review.unseen = !review.unseen)),
      summary: () => this.app.open(this.app.view === "summary" ? "review" : "summary"),
      names: () => this.app.open(this.app.view === "names" ? "review" : "names"),
      theme: () => this.nextTheme(),
      language: () => this.switchLanguage(),
      help: () => showHelp(this.app.words),
      close: () => this.close(),
      export: () => askExport(this.app.words, this.app.decisions.reviewer, (name) => this.export(name)),
      import: () => this.app.file.click(),
      assign: () => this.assign(),
    };
  }

  /** Gives the documents that are found to reviewers. */
  assign() {
    const { app } = this;
    if (!app.remote) {
      app.say("said.alone");
      return;
    }
    const { unitDocument } = app.store;
    const documents = [...new Set(Array.from(app.review.units, (unit) => unitDocument[unit]))];
    if (documents.length) askAssignment(app.review, documents, (chosen, reviewer) => app.remote.assign(chosen, reviewer));
  }

  flip(change) {
    const command = document.activeElement?.dataset?.command;
    change();
    this.app.detail.draw();
    if (command) this.app.detail.node.querySelector(`[data-command=${command}]`)?.focus();
  }

  nextUndecided(direction) {
    let found = false;
    this.app.go(() => (found = this.app.review.stepUndecided(direction)));
    if (!found) this.app.say("said.last");
  }

  /** Decides on the finding at hand and goes on to the next undecided one. */
  decide(parts, said, { stay = false } = {}) {
    const { finding } = this.app.review;
    if (finding < 0) return;
    this.app.decisions.decide([finding], parts);
    if (!stay) this.app.go(() => this.app.review.stepUndecided(1));
    this.app.say(said);
  }

  get current() {
    return this.app.review.finding < 0 ? null : this.app.store.finding(this.app.review.finding);
  }

  accept() {
    if (!this.current) return;
    if (this.current.suggestion) this.decide({ verdict: "accepted" }, "said.accepted");
    else this.app.say("said.nofix");
  }

  dismiss() {
    if (!this.current) return;
    askReason(this.app.words, (reason, comment) =>
      this.decide({ verdict: "dismissed", reason, ...(comment ? { comment } : {}) }, "said.dismissed"));
  }

  edit() {
    const finding = this.current;
    if (!finding) return;
    const unit = this.app.store.unit(finding.unit);
    const value = this.app.detail.fixed(unit, finding) ?? unit.target;
    const [, language] = this.app.store.head.languages;
    askText(this.app.words, { title: this.app.words.say("edit.title"), hint: this.app.words.say("edit.hint"), value, language }, (after) => {
      const { start, end, text } = this.smallest(unit.target, after, finding);
      this.decide({ verdict: "edited", span: [start, end], text }, "said.edited");
    });
  }

  /** What was edited, as one replacement: of the suggestion's span if it lies within, else the smallest. */
  smallest(before, after, { suggestion }) {
    if (suggestion) {
      const at = toUnits(before);
      const [head, tail] = [before.slice(0, at(suggestion.start)), before.slice(at(suggestion.end))];
      const within = after.startsWith(head) && after.endsWith(tail) && after.length >= head.length + tail.length;
      if (within) return { ...suggestion, text: after.slice(head.length, after.length - tail.length) };
    }
    return before === after ? { start: 0, end: length(before), text: before } : difference(before, after);
  }

  comment() {
    const finding = this.current;
    if (!finding) return;
    const value = this.app.decisions.of(finding.number)?.comment ?? "";
    askText(this.app.words, { title: this.app.words.say("comment.title"), value }, (comment) =>
      this.decide({ comment: comment.trim() }, "said.commented", { stay: true }));
  }

  /** Says the same of all findings that are identical with this one. */
  bulk() {
    const finding = this.current;
    if (!finding) return;
    const own = this.app.decisions.of(finding.number);
    if (!own || !isDecided(this.app.decisions.state[finding.number])) {
      this.app.say("said.undecidedfirst");
      return;
    }
    const others = this.app.store.alike(finding).filter((number) => !isDecided(this.app.decisions.state[number]));
    const n = this.app.decisions.decide(others, { verdict: own.verdict, reason: own.reason, comment: own.comment, fix: own });
    this.app.say("said.bulk", { n });
  }

  undo() {
    const [number] = this.app.decisions.undo();
    if (number === undefined) this.app.say("said.nothing");
    else {
      this.app.show(number);
      this.app.say("said.undone");
    }
  }

  nextTheme() {
    this.app.theme = THEMES[(THEMES.indexOf(this.app.theme) + 1) % THEMES.length];
    setting.write("theme", this.app.theme);
    this.app.dress();
    this.app.top.querySelector("[data-command=theme]").focus();
    this.app.say(`theme.${this.app.theme}`);
  }

  switchLanguage() {
    this.app.review.words = new Words(this.app.words.language === "ru" ? "en" : "ru");
    setting.write("language", this.app.words.language);
    this.app.dress();
    this.app.top.querySelector("[data-command=language]").focus();
  }

  close() {
    if (document.activeElement === this.app.input && this.app.input.value) this.app.ask("");
    if (this.app.view !== "review") this.app.open("review");
    this.app.list.node.focus();
  }

  export(name) {
    this.app.decisions.reviewer = name;
    for (const decision of this.app.decisions.kept.values()) decision.reviewer ||= name;
    const link = element("a", {
      href: URL.createObjectURL(new Blob([this.app.decisions.exportLines()], { type: "application/jsonl" })),
      download: `decisions-${this.app.store.head.report}.jsonl`,
    });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), KEPT);
    this.app.decisions.markExported();
    this.app.redraw();
    this.app.say("said.exported", { n: this.app.decisions.kept.size });
  }

  async importFile() {
    const [file] = this.app.file.files;
    if (!file) return;
    const content = await file.text();
    this.app.file.value = "";
    let found;
    try {
      found = this.app.decisions.compare(content);
    } catch (error) {
      this.app.say("said.broken", { line: error.message });
      return;
    }
    askImport(this.app.words, found, (number) => this.app.store.finding(number).message, (pairs) => {
      this.app.decisions.take(pairs);
      this.app.say("said.imported", { n: pairs.length });
    });
  }
}
