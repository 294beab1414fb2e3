// Finds what a query asks for among the findings and units, and counts what each facet would give.

import { FIELDS, QueryError, chosen, glob, parse } from "./query.js";
import { SEVERITIES } from "./store.js";
import { VERDICTS, isDecided } from "./decisions.js";
import { Haystack, folded } from "./haystack.js";
import { hidesSomething } from "./marks.js";

/** What facets there are, each over a field of the query. */
export const FACETS = ["sev", "decision", "status", "rule", "doc", "band"];
/** What a comparison makes of a finding. */
export const STATUSES = ["new", "persisting"];
const BANDS = 10;
const [NONE, SEVERAL] = [-1, -2]; // facets that a finding fails
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
  constructor(store, decisions) {
    this.store = store;
    this.decisions = decisions;
    this.haystack = new Haystack();
    this.documentNames = store.head.documents.map((one) => {
      const base = one.path.split("/").at(-1);
      return [one.id, one.path, base, base.replace(/\.[^.]*$/, "")];
    });
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

  /** Tests of units and of findings, and which facet each of the latter belongs to. */
  plan(terms) {
    const plan = { units: [], findings: [], facets: FACETS.map(() => []), facetUnits: [], asksSuppressed: false };
    for (const term of terms) {
      const { of, test: plain } = this.test(term);
      const test = term.negated ? (index) => !plain(index) : plain;
      const facet = term.kind === "field" && term.operator === ":" && !term.negated ? FACETS.indexOf(term.field) : -1;
      if (facet >= 0) plan.facets[facet].push(of === "unit" ? (f) => test(this.store.findingUnit[f]) : test);
      if (of === "unit") (facet >= 0 ? plan.facetUnits : plan.units).push(test);
      else if (facet < 0) plan.findings.push(test);
      plan.asksSuppressed ||= term.kind === "flag" && term.flag === "suppressed";
    }
    plan.asksFindings = plan.findings.length > 0 || plan.facets.slice(0, 4).some((tests) => tests.length > 0);
    return plan;
  }

  /** Marks the findings that fit, and counts by facet those that its own choice alone may keep out. */
  count(plan, hits) {
    const { store } = this;
    const values = this.facetValues();
    const counts = values.map(({ size }) => new Uint32Array(size));
    const unitFits = this.unitMask(plan.units);
    const asked = plan.facets.map((tests, facet) => ({ tests, facet })).filter(({ tests }) => tests.length);
    for (let finding = 0; finding < store.findings; finding += 1) {
      if (unitFits && !unitFits[store.findingUnit[finding]]) continue;
      if (!plan.asksSuppressed && store.flagged(finding, "suppressed")) continue;
      if (!fitsAll(plan.findings, finding)) continue;
      const failed = failedFacet(asked, finding);
      if (failed === SEVERAL) continue;
      if (failed === NONE) {
        hits[finding] = 1;
        for (let facet = 0; facet < counts.length; facet += 1) counts[facet][values[facet].of(finding)] += 1;
      } else {
        counts[failed][values[failed].of(finding)] += 1;
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

  /** For each facet how many values it has, and which of them a finding has; the last stands for none. */
  facetValues() {
    const { store, decisions } = this;
    const { findingUnit, unitDocument, bands } = store;
    return [
      { size: SEVERITIES.length, of: (f) => store.findingSeverity[f] },
      { size: VERDICTS.length, of: (f) => decisions.state[f] },
      { size: STATUSES.length + 1, of: (f) => (store.compared ? (store.flagged(f, "new") ? 0 : 1) : STATUSES.length) },
      { size: store.head.rules.length, of: (f) => store.findingRule[f] },
      { size: store.head.documents.length, of: (f) => unitDocument[findingUnit[f]] },
      { size: BANDS + 1, of: (f) => (bands && bands[findingUnit[f]] ? bands[findingUnit[f]] - 1 : BANDS) },
    ];
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
    const unitTests = {
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
    switch (field) {
      case "rule": return this.ruleTest(values);
      case "doc": return this.documentTest(values);
      case "unit": return of("unit", any(values, (u) => store.unit(u)?.id ?? ""));
      case "message": {
        const wanted = values.map(folded);
        return of("finding", (f) => wanted.some((one) => folded(store.finding(f)?.message ?? "").includes(one)));
      }
      case "category": return of("finding", any(values, (f) => store.head.categories[store.findingCategory[f]]));
      case "decision": return this.decisionTest(values);
      case "reason": return of("finding", any(values, (f) => this.decisions.of(f)?.reason ?? ""));
      case "status": return of("finding", (f) => values.some((one) => STATUSES.includes(one) && store.flagged(f, one)));
      case "f": return of("finding", (f) => values.includes(store.finding(f)?.fingerprint));
      default: return this.mentionTest(field, values);
    }
  }

  orderedTest(field, operator, values) {
    const { store } = this;
    const compare = COMPARE[operator];
    if (field === "sev") {
      const wanted = values.map((value) => {
        const rank = SEVERITIES.indexOf(value.toLowerCase());
        if (rank < 0) throw new QueryError("query.severity", { value });
        return rank;
      });
      return { of: "finding", test: (f) => wanted.some((rank) => compare(store.findingSeverity[f], rank)) };
    }
    const wanted = values.map((value) => {
      if (Number.isNaN(Number(value))) throw new QueryError("query.number", { field, value });
      return Number(value);
    });
    const known = field === "band" ? (u) => store.bands?.[u] || null : (u) => store.unit(u)?.[field] ?? null;
    return { of: "unit", test: (u) => known(u) !== null && wanted.some((number) => compare(known(u), number)) };
  }

  ruleTest(values) {
    const tests = values.map(glob);
    const fits = this.store.head.rules.map(({ id }) => {
      const names = [id, ...id.split("/")];
      return tests.some((test) => names.some(test));
    });
    return { of: "finding", test: (f) => fits[this.store.findingRule[f]] };
  }

  documentTest(values) {
    const tests = values.map(glob);
    const fits = this.documentNames.map((names) => tests.some((test) => names.some(test)));
    return { of: "unit", test: (u) => fits[this.store.unitDocument[u]] };
  }

  decisionTest(values) {
    const wanted = values.map((value) => {
      const verdict = VERDICTS.indexOf(value.toLowerCase());
      if (verdict < 0) throw new QueryError("query.verdict", { value });
      return verdict;
    });
    return { of: "finding", test: (f) => wanted.includes(this.decisions.state[f]) };
  }

  /** Units that name an entity, or use one of its companions. */
  mentionTest(field, values) {
    const tests = values.map(glob);
    const found = new Uint8Array(this.store.size);
    for (const mention of this.store.allMentions()) {
      if (tests.some((test) => test(mention[field]))) found[mention.unit] = 1;
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
    if (fitsAll(asked[at].tests, finding)) continue;
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
