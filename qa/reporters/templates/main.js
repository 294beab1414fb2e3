// Puts the page together: the frame, the panes, the commands of keys and buttons.

import { readAddress, writeAddress } from "./address.js";
import { Decisions, isDecided } from "./decisions.js";
import { Detail } from "./detail.js";
import { askConflict, askExport, askImport, askReason, askText, showHelp } from "./dialogs.js";
import { breath, element } from "./dom.js";
import { Facets } from "./facets.js";
import { commandOf, keyOf } from "./keys.js";
import { List } from "./list.js";
import { names } from "./names.js";
import { difference, length, toUnits } from "./offsets.js";
import { preparePrinting } from "./printing.js";
import { QueryError, serialised } from "./query.js";
import { Remote } from "./remote.js";
import { Review } from "./review.js";
import { Search } from "./search.js";
import { Store } from "./store.js";
import { summary } from "./summary.js";
import { Words } from "./words.js";

const VIEWS = ["review", "summary", "names"];
const THEMES = ["auto", "light", "dark"];
const TYPING_PAUSE = 120; // milliseconds

const setting = {
  read(name) {
    try {
      return localStorage.getItem(`qa:setting:${name}`);
    } catch {
      return null;
    }
  },
  write(name, value) {
    try {
      localStorage.setItem(`qa:setting:${name}`, value);
    } catch {
      // A browser that keeps nothing still shows the page.
    }
  },
};

class App {
  constructor(head) {
    const language = setting.read("language") ?? (navigator.language.startsWith("ru") ? "ru" : "en");
    this.store = new Store(head);
    this.decisions = new Decisions(this.store);
    this.search = new Search(this.store, this.decisions);
    this.review = new Review(this.store, this.decisions, this.search, language);
    this.view = "review";
    this.asked = readAddress();
    this.theme = setting.read("theme") ?? "auto";
    this.panes();
    this.decisions.changed = () => this.decided();
    this.decisions.failed = (error) => this.say("said.storage", { reason: error.message });
    this.commands = this.table();
  }

  get words() {
    return this.review.words;
  }

  panes() {
    this.list = new List(this.review, (position) => this.go(() => this.review.moveTo(position)));
    this.facets = new Facets(this.review, (field, value) => this.ask(this.review.withFacet(field, value)));
    this.detail = new Detail(this.review, {
      run: (command) => this.run(command),
      show: (finding, unit) => this.show(finding, unit),
      ask: (field, value, form) => this.askFor(field, value, form),
    });
    this.input = element("input", {
      type: "search", id: "search", autocomplete: "off", spellcheck: "false", "aria-describedby": "complaint",
      oninput: () => this.typed(),
      onkeydown: (event) => {
        if (event.key !== "Enter") return;
        this.apply(this.input.value);
        this.list.node.focus();
      },
    });
    this.complaint = element("p", { id: "complaint", role: "alert" });
    this.status = element("p", { id: "status", role: "status" });
    this.found = element("p", { id: "found", role: "status" });
    this.scope = element("div", { class: "scope", role: "group" });
    this.progress = element("div", { id: "progress" });
    this.top = element("header", { id: "top" });
    this.searching = element("search", {}, this.input, this.complaint);
    this.middle = element("section", { id: "middle" }, element("div", { class: "bar" }, this.scope, this.found), this.list.node);
    this.page = element("main", { id: "page", tabindex: "-1" });
    this.file = element("input", { type: "file", accept: ".jsonl,.json,application/jsonl", hidden: true, onchange: () => this.importFile() });
    document.getElementById("app").append(this.top, this.page, this.status, this.file);
  }

  start() {
    document.addEventListener("keydown", (event) => {
      const command = commandOf(event);
      if (!command) return;
      event.preventDefault();
      this.run(command);
    });
    window.addEventListener("hashchange", () => this.follow());
    window.addEventListener("beforeunload", (event) => {
      if (!this.store.head.served && this.decisions.unexported() > 0) event.preventDefault();
    });
    preparePrinting(() => this.review);
    this.view = VIEWS.includes(this.asked.view) ? this.asked.view : "review";
    if (this.asked.everything !== null) this.review.everything = this.asked.everything;
    this.input.value = this.asked.query;
    this.review.filter("", this.review.everything);
    this.dress();
    document.documentElement.dataset.ready = "first";
  }

  /** Unpacks the texts; then the address can be followed and every search is whole. */
  async load() {
    await breath();
    await this.store.load(async (chunk, first) => {
      this.search.add(chunk, first);
      this.decisions.settle(chunk, this.store.start[first]);
      await breath();
    });
    this.follow();
    if (this.store.head.served) await this.connect();
    document.documentElement.dataset.ready = "all";
  }

  async connect() {
    this.remote = new Remote(this.decisions, {
      arrived: (number, decision) => {
        this.redraw();
        if (number === this.review.finding) this.say("said.theirs", { name: decision.reviewer || "?" });
      },
      offline: () => this.say("said.offline"),
      conflict: (number, mine, theirs, insist) => {
        this.redraw();
        askConflict(this.words, this.store.finding(number).message, mine, theirs, (side) => {
          if (side === "mine") insist();
          this.decided();
        });
      },
    });
    await this.remote.start().catch(() => this.say("said.offline"));
    this.decided();
  }

  /** Goes where the address says. */
  follow() {
    const asked = readAddress();
    if (this.asked.everything !== null && asked.everything === null) this.review.everything = this.store.findings === 0;
    if (asked.everything !== null) this.review.everything = asked.everything;
    const finding = asked.finding ? this.store.numbered.get(asked.finding) : undefined;
    this.apply(asked.query, { quiet: true });
    if (asked.finding && finding === undefined) this.say("said.unknown");
    if (finding !== undefined) this.show(finding);
    else if (asked.unit) this.showUnit(asked.document, asked.unit);
    this.open(VIEWS.includes(asked.view) ? asked.view : "review");
  }

  showUnit(document, id) {
    for (let unit = 0; unit < this.store.size; unit += 1) {
      const one = this.store.unit(unit);
      if (one.id === id && one.document.id === document) {
        this.show(null, unit);
        return;
      }
    }
  }

  /** Draws everything anew, in the words of the language. */
  dress() {
    const { words } = this;
    document.documentElement.lang = words.language;
    document.documentElement.dataset.theme = this.theme;
    document.title = `${words.say("title")}, ${this.store.head.languages.join(" → ")}`;
    this.input.setAttribute("aria-label", words.say("search.label"));
    this.input.placeholder = words.say("search.placeholder");
    this.top.replaceChildren(...this.header());
    this.open(this.view);
  }

  header() {
    const { words } = this;
    const { gate } = this.store.head.overview;
    const tool = (command, label) => element(
      "button",
      { type: "button", class: "tool", "data-command": command, title: `${words.say(`key.${command}`)} (${keyOf(command)})`, "aria-keyshortcuts": keyOf(command), onclick: () => this.run(command) },
      label,
    );
    return [
      element("a", { class: "skip", href: "#page", onclick: (event) => this.skip(event) }, words.say("skip")),
      element("h1", {}, words.say("title"), " ", element("span", { class: "pair" }, this.store.head.languages.join(" → "))),
      element("button", { type: "button", class: `gate ${gate.passed ? "passed" : "failed"}`, onclick: () => this.open("summary") }, words.say(gate.passed ? "gate.passed" : "gate.failed")),
      element("nav", { class: "views", "aria-label": words.say("title") }, VIEWS.map((view) =>
        element("button", { type: "button", class: "view", "data-view": view, "aria-current": view === this.view ? "page" : null, onclick: () => this.open(view) }, words.say(`view.${view}`)))),
      this.progress,
      element("div", { class: "tools" },
        tool("undo", words.say("undo")), tool("import", words.say("import")), tool("export", words.say("export")),
        tool("theme", `◐ ${words.say(`theme.${this.theme}`)}`), tool("language", words.say("language")), tool("help", "?")),
    ];
  }

  /** Past the header: a link's own way would change the address. */
  skip(event) {
    event.preventDefault();
    (this.view === "review" ? this.list.node : this.page).focus();
  }

  open(view) {
    this.view = view;
    for (const button of this.top.querySelectorAll(".view")) {
      if (button.dataset.view === view) button.setAttribute("aria-current", "page");
      else button.removeAttribute("aria-current");
    }
    const ask = (field, value, form) => this.askFor(field, value, form);
    if (view === "summary") this.page.replaceChildren(summary(this.review, ask));
    else if (view === "names") this.page.replaceChildren(names(this.review, ask));
    else this.page.replaceChildren(this.searching, this.facets.node, this.middle, this.detail.node);
    this.page.className = `view-${view}`;
    this.redraw();
  }

  /** Draws what the state says; with `reveal`, the list goes to where the reviewer stands. */
  redraw({ reveal = false } = {}) {
    this.drawProgress();
    if (this.view !== "review") {
      writeAddress(this.review, this.view);
      return;
    }
    this.drawScope();
    this.facets.draw();
    if (reveal && this.review.position >= 0) this.list.reveal(this.review.position);
    else this.list.draw();
    this.detail.draw();
    if (this.store.complete) writeAddress(this.review, this.view);
  }

  drawScope() {
    const { words, review } = this;
    const option = (everything, key) => element(
      "button",
      { type: "button", "aria-pressed": String(review.everything === everything), onclick: () => this.apply(review.query, { everything }) },
      words.say(key),
    );
    this.scope.setAttribute("aria-label", words.say("list.label"));
    this.scope.replaceChildren(option(false, "list.findings"), option(true, "list.all"));
    const units = words.say("list.units", { n: review.units.length });
    this.found.textContent = this.store.complete ? words.say("list.count", { n: review.total, units }) : words.say("search.loading");
  }

  drawProgress() {
    const { words } = this;
    const { decided, total, unexported } = this.decisions.progress();
    this.progress.replaceChildren(
      element("progress", { max: Math.max(total, 1), value: decided, "aria-label": words.say("facet.decision") }),
      element("span", {}, words.say("progress", { decided, total })),
      unexported > 0 && !this.store.head.served ? element("span", { class: "unexported" }, words.say("unexported", { n: unexported })) : "",
    );
  }

  say(key, values) {
    this.status.textContent = this.words.say(key, values);
    this.status.classList.add("shown");
    clearTimeout(this.silence);
    this.silence = setTimeout(() => this.status.classList.remove("shown"), 4000);
  }

  /** Moves, and shows where to. */
  go(move) {
    move();
    this.list.reveal(this.review.position);
    this.detail.draw();
    if (this.store.complete) writeAddress(this.review, this.view);
  }

  typed() {
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.apply(this.input.value), TYPING_PAUSE);
  }

  ask(query) {
    this.input.value = query;
    this.apply(query);
  }

  /** Searches for one value of a field, and of nothing else. */
  askFor(field, value, form) {
    const terms = [{ kind: "field", field, operator: ":", values: [value], negated: false }];
    if (form !== undefined) terms.push({ kind: "field", field: "form", operator: ":", values: [form], negated: false });
    if (field === "entity") this.review.everything = true;
    this.view = "review";
    this.open("review");
    this.ask(serialised(terms));
  }

  /** Filters; a query that cannot be read leaves the list as it is and says why. */
  apply(query, { everything = this.review.everything, quiet = false } = {}) {
    clearTimeout(this.pause);
    if (quiet) this.input.value = query;
    try {
      this.review.filter(query, everything);
      this.complaint.textContent = "";
      this.input.removeAttribute("aria-invalid");
    } catch (error) {
      if (!(error instanceof QueryError)) throw error;
      const hint = error.values.hint ? this.words.say("query.hint", { field: error.values.hint }) : "";
      this.complaint.textContent = this.words.say(error.key, { ...error.values, hint });
      this.input.setAttribute("aria-invalid", "true");
    }
    this.redraw({ reveal: true });
  }

  /** Shows a finding, or a unit, widening the search where it is hidden. */
  show(finding, unit = this.store.findingUnit[finding]) {
    if (this.review.positionOf(unit) < 0) {
      this.input.value = "";
      this.apply("", { everything: this.review.everything || this.store.start[unit] === this.store.start[unit + 1] || this.flaggedOnly(unit) });
    }
    const position = this.review.positionOf(unit);
    if (position < 0) return;
    if (this.view !== "review") this.open("review");
    this.go(() => this.review.moveTo(position, finding ?? -1));
  }

  /** Whether all findings of a unit are suppressed, so that only the list of all segments has it. */
  flaggedOnly(unit) {
    return this.store.findingsOf(unit).every((finding) => this.store.flagged(finding, "suppressed"));
  }

  decided() {
    if (this.store.complete) this.review.recount();
    this.redraw();
  }

  run(command) {
    const needsReview = !["summary", "names", "theme", "language", "help", "export", "import", "undo", "close"].includes(command);
    if (needsReview && this.view !== "review") this.open("review");
    this.commands[command]();
  }

  /** What each command of the key table does. */
  table() {
    const { review } = this;
    const move = (step) => () => this.go(step);
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
      search: () => this.input.select(),
      facets: () => (this.facets.node.querySelector("button") ?? this.facets.node).focus(),
      list: () => this.list.node.focus(),
      detail: () => this.detail.node.focus(),
      all: () => this.apply(review.query, { everything: !review.everything }),
      diff: () => this.flip(() => (review.diffUnit = review.diffUnit === "word" ? "grapheme" : "word")),
      unseen: () => this.flip(() => (review.unseen = !review.unseen)),
      summary: () => this.open(this.view === "summary" ? "review" : "summary"),
      names: () => this.open(this.view === "names" ? "review" : "names"),
      theme: () => this.nextTheme(),
      language: () => this.switchLanguage(),
      help: () => showHelp(this.words),
      close: () => this.close(),
      export: () => askExport(this.words, this.decisions.reviewer, (name) => this.export(name)),
      import: () => this.file.click(),
    };
  }

  flip(change) {
    const command = document.activeElement?.dataset?.command;
    change();
    this.detail.draw();
    if (command) this.detail.node.querySelector(`[data-command=${command}]`)?.focus();
  }

  nextUndecided(direction) {
    let found = false;
    this.go(() => (found = this.review.stepUndecided(direction)));
    if (!found) this.say("said.last");
  }

  /** Decides on the finding at hand and goes on to the next undecided one. */
  decide(parts, said, { stay = false } = {}) {
    const { finding } = this.review;
    if (finding < 0) return;
    this.decisions.decide([finding], parts);
    if (!stay) this.go(() => this.review.stepUndecided(1));
    this.say(said);
  }

  get current() {
    return this.review.finding < 0 ? null : this.store.finding(this.review.finding);
  }

  accept() {
    if (!this.current) return;
    if (this.current.suggestion) this.decide({ verdict: "accepted" }, "said.accepted");
    else this.say("said.nofix");
  }

  dismiss() {
    if (!this.current) return;
    askReason(this.words, (reason, comment) =>
      this.decide({ verdict: "dismissed", reason, ...(comment ? { comment } : {}) }, "said.dismissed"));
  }

  edit() {
    const finding = this.current;
    if (!finding) return;
    const unit = this.store.unit(finding.unit);
    const value = this.detail.fixed(unit, finding) ?? unit.target;
    const [, language] = this.store.head.languages;
    askText(this.words, { title: this.words.say("edit.title"), hint: this.words.say("edit.hint"), value, language }, (after) => {
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
    const value = this.decisions.of(finding.number)?.comment ?? "";
    askText(this.words, { title: this.words.say("comment.title"), value }, (comment) =>
      this.decide({ comment: comment.trim() }, "said.commented", { stay: true }));
  }

  /** Says the same of all findings that are identical with this one. */
  bulk() {
    const finding = this.current;
    if (!finding) return;
    const own = this.decisions.of(finding.number);
    if (!own || !isDecided(this.decisions.state[finding.number])) {
      this.say("said.undecidedfirst");
      return;
    }
    const others = this.store.alike(finding).filter((number) => !isDecided(this.decisions.state[number]));
    const n = this.decisions.decide(others, { verdict: own.verdict, reason: own.reason, comment: own.comment, fix: own });
    this.say("said.bulk", { n });
  }

  undo() {
    const [number] = this.decisions.undo();
    if (number === undefined) this.say("said.nothing");
    else {
      this.show(number);
      this.say("said.undone");
    }
  }

  nextTheme() {
    this.theme = THEMES[(THEMES.indexOf(this.theme) + 1) % THEMES.length];
    setting.write("theme", this.theme);
    this.dress();
    this.top.querySelector("[data-command=theme]").focus();
    this.say(`theme.${this.theme}`);
  }

  switchLanguage() {
    this.review.words = new Words(this.words.language === "ru" ? "en" : "ru");
    setting.write("language", this.words.language);
    this.dress();
    this.top.querySelector("[data-command=language]").focus();
  }

  close() {
    if (document.activeElement === this.input && this.input.value) this.ask("");
    if (this.view !== "review") this.open("review");
    this.list.node.focus();
  }

  export(name) {
    this.decisions.reviewer = name;
    for (const decision of this.decisions.kept.values()) decision.reviewer ||= name;
    const link = element("a", {
      href: URL.createObjectURL(new Blob([this.decisions.exportLines()], { type: "application/jsonl" })),
      download: `decisions-${this.store.head.report}.jsonl`,
    });
    link.click();
    URL.revokeObjectURL(link.href);
    this.decisions.markExported();
    this.drawProgress();
    this.say("said.exported", { n: this.decisions.kept.size });
  }

  async importFile() {
    const [file] = this.file.files;
    if (!file) return;
    const content = await file.text();
    this.file.value = "";
    let found;
    try {
      found = this.decisions.compare(content);
    } catch (error) {
      this.say("said.broken", { line: error.message });
      return;
    }
    askImport(this.words, found, (number) => this.store.finding(number).message, (pairs) => {
      this.decisions.take(pairs);
      this.say("said.imported", { n: pairs.length });
    });
  }
}

const app = new App(JSON.parse(document.getElementById("head").textContent));
app.start();
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", () => app.load());
else app.load();
