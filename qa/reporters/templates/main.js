// Puts the page together: the frame, the panes, and what moves between them.

import { readAddress, writeAddress } from "./address.js";
import { Assignments } from "./assignments.js";
import { Commands } from "./commands.js";
import { Decisions } from "./decisions.js";
import { Detail } from "./detail.js";
import { askConflict } from "./dialogs.js";
import { breath, element } from "./dom.js";
import { Facets } from "./facets.js";
import { VIEWS, drawProgress, drawScope, header } from "./frame.js";
import { commandOf } from "./keys.js";
import { List } from "./list.js";
import { names } from "./names.js";
import { preparePrinting } from "./printing.js";
import { QueryError, serialised } from "./query.js";
import { Remote } from "./remote.js";
import { Review } from "./review.js";
import { Search } from "./search.js";
import { setting } from "./settings.js";
import { Store } from "./store.js";
import { summary } from "./summary.js";

const ANYWHERE = ["summary", "names", "theme", "language", "help", "export", "import", "undo", "close"]; // commands of all views
const TYPING_PAUSE = 120; // milliseconds
const SHOWN = 4000; // milliseconds for which a message stands

class App {
  constructor(head) {
    const language = setting.read("language") ?? (navigator.language.startsWith("ru") ? "ru" : "en");
    this.store = new Store(head);
    this.decisions = new Decisions(this.store);
    this.assignments = new Assignments(this.store);
    this.search = new Search(this.store, this.decisions, this.assignments);
    this.review = new Review(this.store, this.decisions, this.assignments, this.search, language);
    this.view = "review";
    this.asked = readAddress();
    this.theme = setting.read("theme") ?? "auto";
    this.panes();
    this.decisions.changed = () => this.decided();
    this.decisions.failed = (error) => this.say("said.storage", { reason: error.message });
    this.commands = new Commands(this);
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
      ask: (field, value, narrower) => this.askFor(field, value, narrower),
      clear: () => {
        this.ask("");
        this.list.node.focus();
      },
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
    this.file = element("input", { type: "file", accept: ".jsonl,.json,application/jsonl", hidden: true, onchange: () => this.commands.importFile() });
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
    this.remote = new Remote(this.decisions, this.assignments, {
      assigned: (assignment) => {
        this.decided();
        if (assignment) this.say("said.assignedmeanwhile", { document: assignment.document, name: assignment.by || "?" });
      },
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
    this.follow();
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
    this.top.replaceChildren(...header(this, this.progress));
    this.open(this.view);
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
    const ask = (field, value, narrower) => this.askFor(field, value, narrower);
    if (view === "summary") this.page.replaceChildren(summary(this.review, ask));
    else if (view === "names") this.page.replaceChildren(names(this.review, ask));
    else this.page.replaceChildren(this.searching, this.facets.node, this.middle, this.detail.node);
    this.page.className = `view-${view}`;
    this.redraw();
  }

  /** Draws what the state says; with `reveal`, the list goes to where the reviewer stands. */
  redraw({ reveal = false } = {}) {
    drawProgress(this, this.progress);
    if (this.view !== "review") {
      writeAddress(this.review, this.view);
      return;
    }
    drawScope(this, this.scope, this.found);
    this.facets.draw();
    if (reveal && this.review.position >= 0) this.list.reveal(this.review.position);
    else this.list.draw();
    this.detail.draw();
    if (this.store.complete) writeAddress(this.review, this.view);
  }

  say(key, values) {
    this.status.textContent = this.words.say(key, values);
    this.status.classList.add("shown");
    clearTimeout(this.silence);
    this.silence = setTimeout(() => this.status.classList.remove("shown"), SHOWN);
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

  /** Searches for one value of a field, and of nothing else but what `narrower` asks of other fields. */
  askFor(field, value, narrower = {}) {
    const asked = Object.entries({ [field]: value, ...narrower }).filter(([, wanted]) => wanted !== undefined);
    const terms = asked.map(([name, wanted]) => ({ kind: "field", field: name, operator: ":", values: [wanted], negated: false }));
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
    if (!ANYWHERE.includes(command) && this.view !== "review") this.open("review");
    this.commands.byName[command]();
  }
}

const app = new App(JSON.parse(document.getElementById("head").textContent));
app.start();
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", () => app.load());
else app.load();
