// Finds what a query asks for among the findings and units, and counts what each facet would give.

import { Columns, FACETS, numeric, severity } from "./columns.js";
import { FIELDS, QueryError, chosen, glob, parse } from "./query.js";
import { SUPPRESSED } from "./store.js";
import { VERDICTS, isDecided } from "./decisions.js";
import { Haystack, folded } from "./haystack.js";
import { hidesSomething } from "./marks.js";

const OF_FINDINGS = ["sev", "decision", "status", "rule"]; // facets of findings; the others are of units
const [NONE, SEVERAL] = [-1, -2]; // facets that a finding fails
const MENTION = ["entity", "form"]; // fields of a mention
const PATIENCE = 2000; // milliseconds for one regular expression over all texts

const COMPARE = {
  ":": (a, b) => a === b,
  ">=": (a, b) => a >= b,
  "<=": (a, b) => a <= b,
  ">": (a, b) => a > b,
  "<": (a, b) => a < b,
};

/** The units and findings of a store under a query. */
export class Search {
  constructor(store, decisions, assignments) {
    this.store = store;
    this.decisions = decisions;
    this.assignments = assignments;
    this.haystack = new Haystack();
    this.columns = new Columns(store, decisions, assignments);
  }

  /** Takes in a chunk that has arrived. */
  add(chunk, first) {
    this.haystack.add(chunk, first, this.store.start);
  }

  /**
   * What `query` finds: `units` in order, `hits` (1 for each finding that fits), `counts` by facet and value, `total`
   * findings that fit. `everything` lists units without findings too. Throws a QueryError.
   */
  run(query, everything) {
    const terms = typeof query === "string" ? parse(query) : query;
    const plan = this.plan(terms);
    const hits = new Uint8Array(this.store.findings);
    const counts = this.count(plan, hits);
    const units = this.units(plan, hits, everything);
    let total = 0;
    for (const hit of hits) total += hit;
    return { terms, units, hits, counts, total };
  }

  /** Tests of units and of findings; and for each facet its values, and which of them are allowed if not all are. */
  plan(terms) {
    const plan = { units: [], findings: [], facets: this.columns.all(), facetUnits: [], asksSuppressed: false, asksFindings: false };
    const mentions = terms.filter((term) => MENTION.includes(term.field) && !term.negated);
    if (mentions.length) plan.units.push(this.mentionTest(mentions).test);
    for (const term of terms) {
      if (mentions.includes(term)) continue;
      const facet = term.kind === "field" && term.operator === ":" && !term.negated ? FACETS.indexOf(term.field) : -1;
      if (facet >= 0) this.planFacet(plan, facet, term);
      else this.planTest(plan, term);
      plan.asksSuppressed ||= term.kind === "flag" && term.flag === "suppressed";
    }
    return plan;
  }

  planTest(plan, term) {
    const { of, test } = this.test(term);
    (of === "unit" ? plan.units : plan.findings).push(term.negated ? (index) => !test(index) : test);
    if (of !== "unit") plan.asksFindings = true;
  }

  planFacet(plan, facet, term) {
    const chosen = plan.facets[facet];
    const fits = this.columns.test(term.field, term.values);
    chosen.allowed ??= new Uint8Array(chosen.size).fill(1);
    for (let value = 0; value < chosen.size; value += 1) if (!fits(value)) chosen.allowed[value] = 0;
    if (OF_FINDINGS.includes(term.field)) plan.asksFindings = true;
    else plan.facetUnits.push((unit) => fits(chosen.ofUnit(unit)));
  }

  /** Marks the findings that fit, and counts by facet those that its own choice alone may keep out. */
  count(plan, hits) {
    const { findings, findingUnit, findingFlags } = this.store;
    const columns = plan.facets.map(({ column }) => column);
    const counts = plan.facets.map(({ size }) => new Uint32Array(size));
    const unitFits = this.unitMask(plan.units);
    const asked = plan.facets.map(({ column, allowed }, facet) => ({ column, allowed, facet })).filter(({ allowed }) => allowed);
    const passedOver = plan.asksSuppressed ? 0 : SUPPRESSED;
    for (let finding = 0; finding < findings; finding += 1) {
      if ((unitFits && !unitFits[findingUnit[finding]]) || findingFlags[finding] & passedOver) continue;
      if (plan.findings.length && !fitsAll(plan.findings, finding)) continue;
      const failed = failedFacet(asked, finding);
      if (failed === SEVERAL) continue;
      if (failed === NONE) {
        hits[finding] = 1;
        for (let facet = 0; facet < columns.length; facet += 1) counts[facet][columns[facet][finding]] += 1;
      } else {
        counts[failed][columns[failed][finding]] += 1;
      }
    }
    return counts;
  }

  unitMask(tests) {
    if (!tests.length) return null;
    const mask = new Uint8Array(this.store.size);
    for (let unit = 0; unit < mask.length; unit += 1) mask[unit] = fitsAll(tests, unit) ? 1 : 0;
    return mask;
  }

  units(plan, hits, everything) {
    const { store } = this;
    const wanted = new Uint8Array(store.size);
    for (let finding = 0; finding < hits.length; finding += 1) if (hits[finding]) wanted[store.findingUnit[finding]] = 1;
    if (everything && !plan.asksFindings) {
      const tests = [...plan.units, ...plan.facetUnits];
      for (let unit = 0; unit < store.size; unit += 1) if (store.listed[unit] && fitsAll(tests, unit)) wanted[unit] = 1;
    }
    const units = new Uint32Array(store.size);
    let count = 0;
    for (let unit = 0; unit < store.size; unit += 1) if (wanted[unit]) units[count++] = unit;
    return units.subarray(0, count);
  }

  test(term) {
    if (term.kind === "text") return this.textTest(term.value);
    if (term.kind === "pattern") return this.patternTest(term);
    if (term.kind === "flag") return this.flagTest(term.flag);
    return this.fieldTest(term);
  }

  textTest(value) {
    const found = new Uint8Array(this.store.size);
    if (value) this.haystack.find(folded(value), found);
    else found.fill(1);
    return { of: "unit", test: (unit) => found[unit] === 1 };
  }

  patternTest({ expression, source }) {
    const found = new Uint8Array(this.store.size);
    const deadline = performance.now() + PATIENCE;
    for (let unit = 0; unit < found.length; unit += 1) {
      const one = this.store.unit(unit);
      if (one) found[unit] = [one.source, one.target, one.reference].some((content) => matches(expression, content));
      if (unit % 64 === 0 && performance.now() > deadline) throw new QueryError("query.slow", { source });
    }
    return { of: "unit", test: (unit) => found[unit] === 1 };
  }

  flagTest(flag) {
    const { store } = this;
    const state = () => this.decisions.state;
    const tests = {
      decided: (f) => isDecided(state()[f]),
      undecided: (f) => !isDecided(state()[f]),
      commented: (f) => Boolean(this.decisions.of(f)?.comment),
      suggested: (f) => Boolean(store.finding(f)?.suggestion),
      new: (f) => store.flagged(f, "new"),
      persisting: (f) => store.flagged(f, "persisting"),
      suppressed: (f) => store.flagged(f, "suppressed"),
    };
    const { assignments } = this;
    const me = () => assignments.reviewers.indexOf(this.decisions.reviewer);
    const unitTests = {
      assigned: (u) => assignments.holder[store.unitDocument[u]] >= 0,
      mine: (u) => me() >= 0 && assignments.holder[store.unitDocument[u]] === me(),
      changed: (u) => (store.unit(u)?.previous ?? null) !== null,
      finding: (u) => store.start[u + 1] > store.start[u],
      unaligned: (u) => { const one = store.unit(u); return Boolean(one) && (!one.source || !one.target); },
      invisible: (u) => { const one = store.unit(u); return Boolean(one) && hidesSomething(one.source + one.target); },
    };
    if (flag in unitTests) return { of: "unit", test: unitTests[flag] };
    if (flag in tests) return { of: "finding", test: tests[flag] };
    return { of: "finding", test: (f) => state()[f] === VERDICTS.indexOf(flag) };
  }

  fieldTest({ field, operator, values }) {
    const { store } = this;
    const of = (kind, test) => ({ of: kind, test });
    const strings = { source: "source", target: "target", reference: "reference" };
    if (field in strings) {
      const wanted = values.map(folded);
      return of("unit", (u) => wanted.some((one) => folded(store.unit(u)?.[field] ?? "").includes(one)));
    }
    if (FIELDS[field]) return this.orderedTest(field, operator, values);
    const facet = FACETS.indexOf(field);
    if (facet >= 0) {
      const fits = this.columns.test(field, values);
      const { column, ofUnit } = this.columns.all()[facet];
      return ofUnit ? of("unit", (u) => fits(ofUnit(u))) : of("finding", (f) => fits(column[f]));
    }
    switch (field) {
      case "unit": return of("unit", any(values, (u) => store.unit(u)?.id ?? ""));
      case "message": {
        const wanted = values.map(folded);
        return of("finding", (f) => wanted.some((one) => folded(store.finding(f)?.message ?? "").includes(one)));
      }
      case "category": return of("finding", any(values, (f) => store.head.categories[store.findingCategory[f]]));
      case "reason": return of("finding", any(values, (f) => this.decisions.of(f)?.reason ?? ""));
      case "f": return of("finding", (f) => values.includes(store.finding(f)?.fingerprint));
      default: return this.mentionTest([{ field, values }]);
    }
  }

  orderedTest(field, operator, values) {
    const { store } = this;
    const compare = COMPARE[operator];
    if (field === "sev") {
      const ranks = values.map(severity);
      return { of: "finding", test: (f) => ranks.some((rank) => compare(store.findingSeverity[f], rank)) };
    }
    const wanted = values.map((value) => numeric(field, value));
    const known = field === "band" ? (u) => store.bands?.[u] || null : (u) => store.unit(u)?.[field] ?? null;
    return { of: "unit", test: (u) => known(u) !== null && wanted.some((number) => compare(known(u), number)) };
  }

  /** Units with a mention that fits all of the terms: of an entity, or in a form. */
  mentionTest(terms) {
    const tests = terms.map(({ field, values }) => ({ field, globs: values.map(glob) }));
    const found = new Uint8Array(this.store.size);
    for (const mention of this.store.allMentions()) {
      if (tests.every(({ field, globs }) => globs.some((test) => test(mention[field])))) found[mention.unit] = 1;
    }
    return { of: "unit", test: (u) => found[u] === 1 };
  }
}

function fitsAll(tests, index) {
  for (let at = 0; at < tests.length; at += 1) if (!tests[at](index)) return false;
  return true;
}

/** The one facet whose choice keeps a finding out, or that none or several do. */
function failedFacet(asked, finding) {
  let failed = NONE;
  for (let at = 0; at < asked.length; at += 1) {
    if (asked[at].allowed[asked[at].column[finding]]) continue;
    if (failed !== NONE) return SEVERAL;
    failed = asked[at].facet;
  }
  return failed;
}

function any(values, take) {
  const tests = values.map(glob);
  return (index) => tests.some((test) => test(take(index)));
}

function matches(expression, content) {
  expression.lastIndex = 0;
  return expression.test(content);
}

/** The values of a facet that the query asks for. */
export function chosenOf(terms, facet) {
  return chosen(terms, FACETS[facet]);
}
