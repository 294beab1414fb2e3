// The report as the page holds it: numbers of every finding from the start, texts as their chunks arrive.

import { numbers, unpacked } from "./packing.js";

const FLAGS = { suppressed: 1, new: 2, persisting: 4 };

/** The flag of a finding that does not count. */
export const SUPPRESSED = FLAGS.suppressed;
/** Names of the severities, lightest first; a severity is its place here. */
export const SEVERITIES = ["neutral", "minor", "major", "critical"];

export class Store {
  constructor(head) {
    this.head = head;
    this.size = head.units;
    this.listed = numbers(Uint8Array, head.listed);
    this.bands = head.bands ? numbers(Uint8Array, head.bands) : null;
    this.findingUnit = numbers(Uint32Array, head.findings.unit);
    this.findingRule = numbers(Uint16Array, head.findings.rule);
    this.findingSeverity = numbers(Uint8Array, head.findings.severity);
    this.findingCategory = numbers(Uint16Array, head.findings.category);
    this.findingFlags = numbers(Uint8Array, head.findings.flags);
    this.findings = this.findingUnit.length;
    this.compared = head.overview.compared !== null;
    this.unitDocument = this.documentsOfUnits();
    this.start = this.firstFindings();
    this.findingDocument = this.findingUnit.map((unit) => this.unitDocument[unit]);
    this.findingStatus = this.findingFlags.map((flags) => (this.compared ? (flags & FLAGS.new ? 0 : 1) : 2));
    this.findingBand = Uint8Array.from(this.findingUnit, (unit) => (this.bands?.[unit] || 11) - 1);
    this.chunks = [];
    this.early = new Map(head.first.units.map((unit, place) => [unit, place]));
    this.earlyStart = this.earlyOffsets();
    this.numbered = new Map();
    this.complete = false;
    this.mentionsOfUnit = null;
  }

  documentsOfUnits() {
    const documents = new Uint32Array(this.size);
    let at = 0;
    for (const [document, count] of this.head.runs) {
      documents.fill(document, at, at + count);
      at += count;
    }
    return documents;
  }

  /** For each unit the number of its first finding; those of unit i are start[i] to start[i + 1]. */
  firstFindings() {
    const start = new Uint32Array(this.size + 1);
    for (const unit of this.findingUnit) start[unit + 1] += 1;
    for (let unit = 0; unit < this.size; unit += 1) start[unit + 1] += start[unit];
    return start;
  }

  /** Whether a finding is "suppressed", or by comparison "new" or "persisting". */
  flagged(finding, flag) {
    return (this.findingFlags[finding] & FLAGS[flag]) !== 0;
  }

  rule(finding) {
    return this.head.rules[this.findingRule[finding]];
  }

  document(unit) {
    return this.head.documents[this.unitDocument[unit]];
  }

  /** The findings of a unit, by their numbers. */
  findingsOf(unit) {
    const [from, to] = [this.start[unit], this.start[unit + 1]];
    return Array.from({ length: to - from }, (_, index) => from + index);
  }

  /** Unpacks all chunks in order; `arrived` is awaited after each with the number of its first unit. */
  async load(arrived) {
    const parts = [...document.querySelectorAll("script.chunk")];
    for (const [number, part] of parts.entries()) {
      const chunk = part.type === "application/json" ? JSON.parse(part.textContent) : await unpacked(part.textContent);
      part.remove();
      this.chunks.push(chunk);
      const first = number * this.head.chunk;
      this.register(chunk, this.start[first]);
      await arrived(chunk, first);
    }
    this.complete = true;
    this.early.clear();
  }

  register(chunk, firstFinding) {
    chunk.findings.forEach((raw, index) => this.numbered.set(raw.f, firstFinding + index));
  }

  /** Where the columns of a unit are: its chunk and its place there; null while they are packed. */
  place(unit) {
    const number = Math.floor(unit / this.head.chunk);
    if (this.chunks[number]) return { chunk: this.chunks[number], at: unit % this.head.chunk, first: number * this.head.chunk };
    if (this.early.has(unit)) return { chunk: this.head.first, at: this.early.get(unit), first: null };
    return null;
  }

  /** The texts of a unit, or null while they are packed. */
  unit(unit) {
    const found = this.place(unit);
    if (!found) return null;
    const { chunk, at } = found;
    const source = chunk.source[at];
    const target = chunk.target[at];
    return {
      number: unit,
      id: chunk.id[at],
      document: this.document(unit),
      source,
      target,
      line: chunk.line[at],
      reference: chunk.reference[at] ?? "",
      previous: chunk.previous[at] ?? null,
      confidence: chunk.confidence[at] ?? null,
      score: chunk.score[at] ?? null,
      sourceParts: chunk.sourceParts[at] ?? [],
      targetParts: chunk.targetParts[at] ?? [],
      base: chunk.base[at] ?? "",
    };
  }

  /** What a finding says, or null while it is packed. */
  finding(number) {
    const unit = this.findingUnit[number];
    const found = this.place(unit);
    if (!found) return null;
    const before = found.first === null ? this.start[unit] - this.earlyStart[found.at] : this.start[found.first];
    const raw = found.chunk.findings[number - before];
    return {
      number,
      unit,
      fingerprint: raw.f,
      message: raw.m,
      rule: this.rule(number),
      severity: this.findingSeverity[number],
      sourceSpans: raw.s ?? [],
      targetSpans: raw.t ?? [],
      suggestion: raw.fix ? { start: raw.fix[0], end: raw.fix[1], text: raw.fix[2] } : null,
      evidence: raw.why ?? [],
      place: raw.at ?? "",
      suppressed: raw.not ?? null,
    };
  }

  /** For each unit of the head, how many findings the units before it have. */
  earlyOffsets() {
    let count = 0;
    return this.head.first.units.map((unit) => {
      const before = count;
      count += this.start[unit + 1] - this.start[unit];
      return before;
    });
  }

  /** The findings of one rule that say the same and suggest the same, this one among them. */
  alike({ number, message, suggestion }) {
    const rule = this.findingRule[number];
    const same = (raw) => raw.m === message && raw.fix?.[2] === suggestion?.text;
    const found = [];
    this.chunks.forEach((chunk, place) => {
      const first = this.start[place * this.head.chunk];
      chunk.findings.forEach((raw, index) => {
        const at = first + index;
        if (this.findingRule[at] === rule && same(raw) && (at === number || !this.flagged(at, "suppressed"))) found.push(at);
      });
    });
    return found.length ? found : [number];
  }

  /** Mentions by unit: entity, name and form used. */
  mentions(unit) {
    if (!this.mentionsOfUnit) {
      this.mentionsOfUnit = new Map();
      for (const mention of this.allMentions()) {
        if (!this.mentionsOfUnit.has(mention.unit)) this.mentionsOfUnit.set(mention.unit, []);
        this.mentionsOfUnit.get(mention.unit).push(mention);
      }
    }
    return this.mentionsOfUnit.get(unit) ?? [];
  }

  /** The mentions of one entity. */
  mentionsOf = (entity) => {
    if (!this.mentionsOfEntity) {
      this.mentionsOfEntity = new Map();
      for (const mention of this.allMentions()) {
        if (!this.mentionsOfEntity.has(mention.entity)) this.mentionsOfEntity.set(mention.entity, []);
        this.mentionsOfEntity.get(mention.entity).push(mention);
      }
    }
    return this.mentionsOfEntity.get(entity) ?? [];
  };

  allMentions() {
    const { words, rows } = this.head.mentions;
    const named = ([entity, unit, name, form, term]) =>
      ({ entity: words[entity], unit, name: words[name], form: words[form], term: term === 1 });
    this.everyMention ??= rows.map(named);
    return this.everyMention;
  }
}
