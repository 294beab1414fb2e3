// The left pane: for each facet its values, with how many findings each would show.

import { element } from "./dom.js";
import { VERDICTS } from "./decisions.js";
import { FACETS, STATUSES } from "./columns.js";
import { chosenOf } from "./search.js";
import { SEVERITIES } from "./store.js";

const SHOWN = 8; // values of a facet that are seen at first
const MOST = 24; // and after "more"
const ALWAYS = ["rule", "reviewer"]; // facets that are shown with one value, too

export class Facets {
  /** `review` is the state; `toggle` is called with a field and a value that is pressed. */
  constructor(review, toggle) {
    this.review = review;
    this.toggle = toggle;
    this.open = new Set();
    this.wanted = new Map();
    this.node = element("nav", { id: "facets", tabindex: "-1" });
  }

  draw() {
    const { words } = this.review;
    const focused = document.activeElement?.dataset?.facet;
    this.node.setAttribute("aria-label", words.say("filters"));
    this.node.replaceChildren(...FACETS.map((field, facet) => this.group(field, facet)).filter(Boolean));
    if (focused) this.node.querySelector(`[data-facet="${CSS.escape(focused)}"]`)?.focus();
  }

  group(field, facet) {
    const { words } = this.review;
    const wanted = this.wanted.get(field) ?? "";
    const { values, total } = this.values(facet, wanted !== "");
    const chosen = chosenOf(this.review.terms, facet);
    if (total === 0 || (total === 1 && !chosen.length && !ALWAYS.includes(field))) return null;
    const filtered = values.filter(({ label, value }) => `${label} ${value}`.toLowerCase().includes(wanted));
    const shown = filtered.slice(0, this.open.has(field) ? MOST : SHOWN);
    return element(
      "section",
      { class: `facet facet-${field}` },
      element("h2", { id: `facet-${field}` }, words.say(`facet.${field}`)),
      total > MOST && this.finder(field),
      element("ul", { "aria-labelledby": `facet-${field}` }, shown.map((value) => this.value(field, value, chosen))),
      total > SHOWN && this.more(field, (wanted ? filtered.length : total) - SHOWN),
    );
  }

  value(field, { value, label, count, rank }, chosen) {
    const on = chosen.some((one) => one.toLowerCase() === value.toLowerCase());
    return element(
      "li",
      {},
      element(
        "button",
        {
          type: "button",
          class: `value ${rank ?? ""}`,
          "aria-pressed": String(on),
          "data-facet": `${field}:${value}`,
          title: field === "rule" ? value : label,
          onclick: () => this.toggle(field, value),
        },
        element("span", { class: "name" }, label),
        element("span", { class: "count" }, this.review.words.shown(count)),
      ),
    );
  }

  finder(field) {
    return element("input", {
      type: "search",
      class: "finder",
      value: this.wanted.get(field) ?? "",
      "aria-label": `${this.review.words.say("facet.find")}: ${this.review.words.say(`facet.${field}`)}`,
      placeholder: this.review.words.say("facet.find"),
      "data-facet": `${field}?`,
      oninput: (event) => {
        this.wanted.set(field, event.target.value.toLowerCase());
        this.draw();
      },
    });
  }

  more(field, left) {
    const open = this.open.has(field);
    if (!open && left <= 0) return null;
    const { words } = this.review;
    const flip = () => {
      if (!this.open.delete(field)) this.open.add(field);
      this.draw();
    };
    return element(
      "button",
      { type: "button", class: "more", "aria-expanded": String(open), "data-facet": `${field}+`, onclick: flip },
      open ? words.say("facet.fewer") : words.say("facet.more", { n: left }),
    );
  }

  /** The values of a facet, by severity and decision in their order, others by their counts; without `all` the first. */
  values(facet, all) {
    const { store, counts, assignments } = this.review;
    const field = FACETS[facet];
    const known = { status: STATUSES.length, band: 10, reviewer: assignments.reviewers.length }[field] ?? Infinity;
    const found = occurring(counts[facet] ?? [], known);
    const named = {
      sev: (rank, count) => this.word("severity", SEVERITIES[rank], count, { rank: `severity-${rank}`, order: -rank }),
      decision: (state, count) => this.word("verdict", VERDICTS[state], count, { rank: `state-${VERDICTS[state]}`, order: state }),
      status: (at, count) => this.word("status", STATUSES[at], count, { order: at }),
      rule: (rule, count) => ({ value: store.head.rules[rule].id, label: this.slug(rule), count, order: -count }),
      doc: (at, count) => ({ value: store.head.documents[at].id, label: store.head.documents[at].path, count, order: -count }),
      reviewer: (at, count) => ({ value: assignments.reviewers[at], label: assignments.reviewers[at], count, order: at }),
      band: (band, count) => ({ value: String(band + 1), label: `${10 * band}–${10 * band + 10}`, count, order: band }),
    }[field];
    const many = !all && found.length > 2 * MOST;
    const name = (at) => named(at, counts[facet][at]);
    const values = (many ? mostFrequent(found, counts[facet], MOST) : found).map(name);
    for (const value of chosenOf(this.review.terms, facet)) {
      const same = (one) => one.value.toLowerCase() === value.toLowerCase();
      if (!values.some(same)) values.push(found.map(name).find(same) ?? { value, label: value, count: 0, order: -Infinity });
    }
    values.sort((a, b) => a.order - b.order || (a.label < b.label ? -1 : 1));
    return { values, total: Math.max(found.length, values.length) };
  }

  word(kind, value, count, rest) {
    return { value, label: this.review.words.say(`${kind}.${value}`), count, ...rest };
  }

  /** A rule without its group, unless two groups have a rule of that name. */
  slug(rule) {
    const { rules } = this.review.store.head;
    const slug = rules[rule].id.split("/").at(-1);
    return rules.filter(({ id }) => id.endsWith(`/${slug}`)).length > 1 ? rules[rule].id : slug;
  }
}

/** The values below `known` that are counted at all, in order. */
function occurring(counts, known) {
  const found = [];
  for (let value = 0; value < counts.length && value < known; value += 1) if (counts[value] > 0) found.push(value);
  return found;
}

/** The `most` values with the highest counts; of equal ones the first. */
function mostFrequent(values, counts, most) {
  const size = counts.length;
  const keys = Float64Array.from(values, (value) => counts[value] * size + (size - 1 - value)).sort();
  return Array.from(keys.subarray(-most), (key) => size - 1 - (key % size)).reverse();
}
