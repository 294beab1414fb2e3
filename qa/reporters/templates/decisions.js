// What the reviewer decided: kept under the report's id in the browser, undone step by step, exported and merged.

/** The states of a finding; a state is its place here. */
export const VERDICTS = ["undecided", "accepted", "edited", "dismissed", "deferred"];
/** Why a finding may be dismissed; keys 1 to 6. */
export const REASONS = ["false-positive", "house-style", "source-fault", "intended", "duplicate", "other"];
const SCHEMA = "qa.decision/1";

/** Whether a state is an answer; a deferred finding still waits for one. */
export function isDecided(state) {
  return state === 1 || state === 2 || state === 3;
}

/** Whether two decisions say the same. */
export const same = (one, two) => JSON.stringify(judgement(one)) === JSON.stringify(judgement(two));

/** What of a decision two reviewers can disagree on. */
function judgement(decision) {
  if (!decision) return null;
  return [decision.verdict, decision.text ?? "", decision.span ?? [], decision.reason ?? "", decision.comment ?? ""];
}

export class Decisions {
  constructor(store, storage = localStorage) {
    this.store = store;
    this.storage = storage;
    this.prefix = `qa:${store.head.report}:`;
    this.state = new Uint8Array(store.findings);
    this.kept = new Map(); // fingerprint -> decision
    this.history = [];
    this.exported = Number(this.read("exported") ?? 0);
    this.changed = () => {};
    this.failed = () => {};
    this.saved = () => {};
    this.recall();
  }

  read(key) {
    try {
      return this.storage.getItem(this.prefix + key);
    } catch {
      return null;
    }
  }

  write(key, value) {
    try {
      if (value === null) this.storage.removeItem(this.prefix + key);
      else this.storage.setItem(this.prefix + key, value);
    } catch (error) {
      this.failed(error);
    }
  }

  get reviewer() {
    return this.read("reviewer") ?? "";
  }

  set reviewer(name) {
    this.write("reviewer", name);
  }

  /** Takes what the browser kept of this report, and of no other. */
  recall() {
    const start = `${this.prefix}d:`;
    try {
      for (let index = 0; index < this.storage.length; index += 1) {
        const key = this.storage.key(index);
        if (key.startsWith(start)) this.kept.set(key.slice(start.length), JSON.parse(this.storage.getItem(key)));
      }
    } catch (error) {
      queueMicrotask(() => this.failed(error));
    }
  }

  /** Gives the findings of a chunk, which start with the number `first`, the states that were kept. */
  settle(chunk, first) {
    if (this.kept.size === 0) return;
    chunk.findings.forEach((raw, index) => {
      const kept = this.kept.get(raw.f);
      if (kept) this.state[first + index] = VERDICTS.indexOf(kept.verdict);
    });
  }

  /** The decision on a finding, or undefined. */
  of(finding) {
    const known = this.store.finding(finding);
    return known ? this.kept.get(known.fingerprint) : undefined;
  }

  /** How many findings count, and how many of them have an answer. */
  progress() {
    this.total ??= countOf(this.state.length, (finding) => !this.store.flagged(finding, "suppressed"));
    const decided = countOf(this.state.length, (finding) => isDecided(this.state[finding]) && !this.store.flagged(finding, "suppressed"));
    return { decided, total: this.total, unexported: this.unexported() };
  }

  unexported() {
    let count = 0;
    for (const decision of this.kept.values()) if (Date.parse(decision.at) > this.exported) count += 1;
    return count;
  }

  /** Decides on findings in one step that one undo takes back; `parts` are verdict, reason, comment, span, text, fix. */
  decide(findings, parts) {
    const step = [];
    for (const number of findings) {
      const finding = this.store.finding(number);
      const fitting = finding && own(finding, parts);
      if (!fitting) continue;
      const before = this.kept.get(finding.fingerprint);
      const after = this.made(finding, { ...carried(before, parts), ...fitting });
      step.push({ number, before, after });
      this.put(number, after);
    }
    if (step.length) this.history.push(step);
    this.changed(step.map(({ number }) => number));
    return step.length;
  }

  made(finding, parts) {
    const unit = this.store.unit(finding.unit);
    return {
      schema: SCHEMA,
      report: this.store.head.report,
      finding: finding.fingerprint,
      rule: finding.rule.id,
      document: unit.document.id,
      unit: unit.id,
      base: unit.base,
      at: new Date().toISOString(),
      reviewer: this.reviewer,
      ...parts,
    };
  }

  put(number, decision) {
    const { fingerprint } = this.store.finding(number);
    const nothing = !decision || (decision.verdict === "undecided" && !decision.comment && !decision.revision);
    if (nothing) this.kept.delete(fingerprint);
    else this.kept.set(fingerprint, decision);
    this.state[number] = decision ? VERDICTS.indexOf(decision.verdict) : 0;
    this.write(`d:${fingerprint}`, nothing ? null : JSON.stringify(decision));
    this.saved(number, decision);
  }

  /** Takes back the last step; the findings it was about. */
  undo() {
    const step = this.history.pop() ?? [];
    for (const { number, before, after } of step) {
      const revision = this.of(number)?.revision ?? after.revision;
      const back = before ?? { ...after, verdict: "undecided", comment: "", reason: "", text: undefined, span: undefined };
      this.put(number, { ...back, at: new Date().toISOString(), ...(revision ? { revision } : {}) });
    }
    this.changed(step.map(({ number }) => number));
    return step.map(({ number }) => number);
  }

  /** All decisions as JSON lines, in the order of the report. */
  exportLines() {
    const order = [...this.kept.keys()].sort((a, b) => this.position(a) - this.position(b));
    return order.map((fingerprint) => `${JSON.stringify(this.kept.get(fingerprint))}\n`).join("");
  }

  markExported() {
    this.exported = Date.now();
    this.write("exported", String(this.exported));
  }

  position(fingerprint) {
    return this.store.numbered.get(fingerprint) ?? Number.MAX_SAFE_INTEGER;
  }

  /**
   * What a file of decisions would change: `fresh` ones, `conflicts` as pairs of mine and theirs, how many are the
   * `same`, and how many are `unknown` here. Throws an Error that names the line that is no decision.
   */
  compare(content) {
    const found = { fresh: [], conflicts: [], same: 0, unknown: 0 };
    content.split("\n").forEach((line, index) => {
      if (!line.trim()) return;
      const theirs = decisionIn(line, index + 1);
      const number = this.store.numbered.get(theirs.finding);
      const mine = this.kept.get(theirs.finding);
      if (number === undefined) found.unknown += 1;
      else if (!mine) found.fresh.push({ number, theirs });
      else if (same(mine, theirs)) found.same += 1;
      else found.conflicts.push({ number, mine, theirs });
    });
    return found;
  }

  /** Takes others' decisions over in one step. */
  take(pairs) {
    const step = pairs.map(({ number, theirs }) => ({ number, before: this.of(number), after: theirs }));
    for (const { number, after } of step) this.put(number, after);
    if (step.length) this.history.push(step);
    this.changed(step.map(({ number }) => number));
  }

  /** Takes what a server says over what is here, without a step to undo. */
  follow(decision) {
    const number = this.store.numbered.get(decision.finding);
    const known = number === undefined ? null : this.kept.get(decision.finding);
    if (number === undefined || (known?.revision ?? 0) >= decision.revision) return null;
    this.kept.set(decision.finding, decision);
    this.state[number] = VERDICTS.indexOf(decision.verdict);
    this.changed([number]);
    return number;
  }
}

function countOf(size, test) {
  let count = 0;
  for (let index = 0; index < size; index += 1) if (test(index)) count += 1;
  return count;
}

function carried(before, parts) {
  const keep = {};
  if (before?.revision) keep.revision = before.revision;
  if (before?.comment && parts.comment === undefined) keep.comment = before.comment;
  if (parts.verdict === undefined && before) {
    for (const name of ["verdict", "reason", "text", "span"]) if (before[name] !== undefined) keep[name] = before[name];
  }
  return { verdict: "undecided", ...keep };
}

/**
 * The parts with the fix that each finding brings of its own; `fix` is another's fix, which replaces the same words. Null
 * where a finding has no place for it.
 */
function own(finding, { fix, ...parts }) {
  const { suggestion } = finding;
  if (parts.verdict === "accepted") {
    return suggestion ? { ...parts, span: [suggestion.start, suggestion.end], text: suggestion.text } : null;
  }
  if (parts.verdict === "edited" && fix) {
    return suggestion ? { ...parts, span: [suggestion.start, suggestion.end], text: fix.text } : null;
  }
  return parts;
}

function decisionIn(line, number) {
  let decision;
  try {
    decision = JSON.parse(line);
  } catch {
    throw new Error(String(number));
  }
  if (decision?.schema !== SCHEMA || typeof decision.finding !== "string" || !VERDICTS.includes(decision.verdict)) {
    throw new Error(String(number));
  }
  return decision;
}
