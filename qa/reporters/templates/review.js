// The state of the review: what is searched for, what is found, and where the reviewer stands in it.

import { isDecided } from "./decisions.js";
import { toggled, serialised } from "./query.js";
import { Words } from "./words.js";

export class Review {
  constructor(store, decisions, assignments, search, language) {
    this.store = store;
    this.decisions = decisions;
    this.assignments = assignments;
    this.search = search;
    this.words = new Words(language);
    this.query = "";
    this.everything = store.findings === 0;
    this.terms = [];
    this.units = new Uint32Array();
    this.hits = new Uint8Array();
    this.counts = [];
    this.total = 0;
    this.position = -1;
    this.finding = -1;
    this.diffUnit = "word";
    this.unseen = false;
    this.pair = null;
  }

  /** The unit the reviewer stands at, or -1. */
  get unit() {
    return this.position >= 0 && this.position < this.units.length ? this.units[this.position] : -1;
  }

  /** Searches anew and stays at the finding or unit if it is still there. Throws a QueryError. */
  filter(query = this.query, everything = this.everything) {
    const [unit, finding] = [this.unit, this.finding];
    const found = this.search.run(query, everything);
    Object.assign(this, found, { query, everything });
    const position = unit < 0 ? 0 : this.positionOf(unit);
    this.moveTo(position >= 0 ? position : 0, finding);
  }

  /** Counts the facets anew, while the list stays as it is under the reviewer's hands. */
  recount() {
    this.counts = this.search.run(this.query, this.everything).counts;
  }

  /** The query with one facet's value chosen, or no longer. */
  withFacet(field, value) {
    return serialised(toggled(this.terms, field, value));
  }

  /** Where a unit stands in the list, or -1. */
  positionOf(unit) {
    let [low, high] = [0, this.units.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.units[middle] < unit) low = middle + 1;
      else high = middle;
    }
    return this.units[low] === unit ? low : -1;
  }

  /** The findings of a unit that fit the search. */
  hitsOf(unit) {
    return this.store.findingsOf(unit).filter((finding) => this.hits[finding]);
  }

  /** Goes to a row, and to one of its findings: the one named if it is there, else the first. */
  moveTo(position, finding = -1) {
    if (!this.units.length) {
      this.position = -1;
      this.finding = -1;
      return;
    }
    this.position = Math.max(0, Math.min(position, this.units.length - 1));
    const hits = this.hitsOf(this.unit);
    const all = this.store.findingsOf(this.unit);
    this.finding = all.includes(finding) ? finding : (hits[0] ?? -1);
    this.pair = null;
  }

  /** One finding, or one row without findings, on; whether there was one. */
  step(direction) {
    const hits = this.hitsOf(this.unit);
    const next = hits[hits.indexOf(this.finding) + direction];
    if (this.finding >= 0 && next !== undefined && hits.includes(this.finding)) {
      this.moveTo(this.position, next);
      return true;
    }
    return this.stepSegment(direction, direction < 0);
  }

  stepSegment(direction, fromEnd = false) {
    const position = this.position + direction;
    if (position < 0 || position >= this.units.length) return false;
    this.moveTo(position);
    if (fromEnd) this.finding = this.hitsOf(this.unit).at(-1) ?? this.finding;
    return true;
  }

  /** To the next finding without an answer, round the list; false if there is none. */
  stepUndecided(direction = 1) {
    const { length } = this.units;
    const own = this.hitsOf(this.unit);
    const at = own.indexOf(this.finding);
    const rest = direction > 0 ? own.slice(at + 1) : own.slice(0, Math.max(at, 0)).reverse();
    const near = rest.find((finding) => this.waits(finding));
    if (near !== undefined) {
      this.moveTo(this.position, near);
      return true;
    }
    for (let distance = 1; distance <= length; distance += 1) {
      const position = (this.position + direction * distance + length * 2) % length;
      const hits = this.hitsOf(this.units[position]);
      const next = (direction > 0 ? hits : hits.reverse()).find((finding) => this.waits(finding));
      if (next !== undefined) {
        this.moveTo(position, next);
        return true;
      }
    }
    return false;
  }

  waits(finding) {
    return !isDecided(this.decisions.state[finding]) && this.decisions.state[finding] !== 4;
  }

  /** To the first row of the next document, or of the one before. */
  stepDocument(direction) {
    const here = this.store.unitDocument[this.unit];
    let position = this.position;
    while (position >= 0 && position < this.units.length && this.store.unitDocument[this.units[position]] === here) {
      position += direction;
    }
    if (position < 0 || position >= this.units.length) return false;
    const found = this.store.unitDocument[this.units[position]];
    while (direction < 0 && position > 0 && this.store.unitDocument[this.units[position - 1]] === found) position -= 1;
    this.moveTo(position);
    return true;
  }
}
