// The page of an alignment: shows every bead, and leads from one doubtful place to the next.

import { beadsOf, countsOf, drawBeads } from "./alignment_beads.js";
import { header, KEYS, showHelp, strip, VIEWS } from "./alignment_frame.js";
import { ALIGNMENT_WORDS } from "./alignment_words.js";
import { element } from "./dom.js";
import { pressed } from "./keys.js";
import { setting } from "./settings.js";
import { Wording } from "./wording.js";

const COMMANDS = new Map(KEYS.flatMap(([command, ...keys]) => keys.map((key) => [key, command])));
const THEMES = ["auto", "light", "dark"];
const SHOWN = 2500;

class App {
  constructor(content) {
    this.content = content;
    this.beads = beadsOf(content);
    this.counts = countsOf(this.beads);
    this.current = -1;
    this.view = "all";
    this.theme = THEMES.find((theme) => theme === setting.read("theme")) ?? "auto";
    this.words = new Wording(setting.read("language") ?? navigator.language.slice(0, 2), ALIGNMENT_WORDS);
    this.top = element("header", { id: "top" });
    this.list = element("ol", { id: "beads", tabindex: -1, onclick: (event) => this.clicked(event) });
    this.map = element("div", { id: "map" });
    this.status = element("p", { id: "status", role: "status" });
    document.getElementById("app").append(this.top, element("main", { id: "page" }, this.list, this.map), this.status);
    this.commands = {
      next: () => this.move(1, () => true),
      previous: () => this.move(-1, () => true),
      marked: () => this.move(1, (bead) => bead.marked, "last"),
      markedBack: () => this.move(-1, (bead) => bead.marked, "first"),
      text: () => this.moveText(1),
      textBack: () => this.moveText(-1),
      first: () => this.goNear(0),
      last: () => this.goNear(this.beads.length - 1),
      view: () => this.show(VIEWS[(VIEWS.indexOf(this.view) + 1) % VIEWS.length]),
      theme: () => this.turnTheme(),
      language: () => this.turnLanguage(),
      help: () => showHelp(this.words),
    };
  }

  async start() {
    document.addEventListener("keydown", (event) => this.typed(event));
    window.addEventListener("hashchange", () => this.follow());
    await this.dress();
    this.follow();
    document.documentElement.dataset.ready = "all";
  }

  /** Draws everything anew, in the words of the language. */
  async dress() {
    document.documentElement.lang = this.words.language;
    document.title = `${this.words.say("title")}, ${this.content.languages.join(" → ")}`;
    this.drawTop();
    this.map.title = this.words.say("map");
    this.map.replaceChildren(strip(this.beads, (share) => this.goNear(Math.floor(share * this.beads.length))));
    await drawBeads(this.list, this.content, this.beads, this.words);
    this.row(this.current)?.setAttribute("aria-current", "true");
  }

  drawTop() {
    document.documentElement.dataset.theme = this.theme;
    this.top.replaceChildren(...header(this));
  }

  typed(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog")) return;
    const command = COMMANDS.get(pressed(event));
    if (!command) return;
    event.preventDefault();
    this.run(command);
  }

  run(command) {
    this.commands[command]();
  }

  clicked(event) {
    const row = event.target.closest(".bead-row");
    if (row && getSelection().isCollapsed) this.mark(Number(row.dataset.number));
  }

  skip(event) {
    event.preventDefault();
    this.list.focus();
  }

  row(number) {
    return document.getElementById(`b${number}`);
  }

  shown(bead) {
    return this.view === "all" || bead[this.view];
  }

  /** Makes a bead the current one, and keeps it in the address. */
  mark(number) {
    this.row(this.current)?.removeAttribute("aria-current");
    this.current = number;
    this.row(number).setAttribute("aria-current", "true");
    history.replaceState(null, "", `#b${number}`);
  }

  go(number) {
    this.mark(number);
    const row = this.row(number);
    row.focus({ preventScroll: true });
    row.scrollIntoView({ block: "center" });
  }

  /** Goes to the next shown bead in a direction for which `fits` holds. */
  move(step, fits, otherwise) {
    const from = this.current < 0 && step < 0 ? this.beads.length : this.current;
    for (let number = from + step; number >= 0 && number < this.beads.length; number += step) {
      const bead = this.beads[number];
      if (this.shown(bead) && fits(bead)) {
        this.go(number);
        return;
      }
    }
    if (otherwise) this.say(otherwise);
  }

  moveText(step) {
    const wanted = (this.beads[this.current]?.document ?? -1) + step;
    const found = this.beads.findIndex((bead) => bead.document === wanted && this.shown(bead));
    if (found >= 0) this.go(found);
  }

  /** Goes to a bead, or to the nearest one that is shown. */
  goNear(wanted) {
    let best = -1;
    for (const [number, bead] of this.beads.entries()) {
      if (this.shown(bead) && (best < 0 || Math.abs(number - wanted) < Math.abs(best - wanted))) best = number;
    }
    if (best >= 0) this.go(best);
  }

  show(view) {
    this.view = view;
    this.list.className = `only-${view}`;
    this.drawTop();
    if (this.beads.some((bead) => this.shown(bead))) this.goNear(Math.max(this.current, 0));
    else this.say("none");
  }

  turnTheme() {
    this.theme = THEMES[(THEMES.indexOf(this.theme) + 1) % THEMES.length];
    setting.write("theme", this.theme);
    this.drawTop();
  }

  async turnLanguage() {
    const language = this.words.language === "en" ? "ru" : "en";
    setting.write("language", language);
    this.words = new Wording(language, ALIGNMENT_WORDS);
    await this.dress();
    if (this.current >= 0) this.go(this.current);
  }

  /** Goes where the address says. */
  follow() {
    const number = Number(location.hash.match(/^#b(\d+)$/)?.[1] ?? -1);
    if (number >= 0 && number < this.beads.length) this.go(number);
  }

  say(key) {
    this.status.textContent = this.words.say(key);
    this.status.classList.add("shown");
    clearTimeout(this.silence);
    this.silence = setTimeout(() => this.status.classList.remove("shown"), SHOWN);
  }
}

new App(JSON.parse(document.getElementById("alignment").textContent)).start();
