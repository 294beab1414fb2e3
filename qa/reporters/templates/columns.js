// What facets there are, and for each the value of every finding.

import { VERDICTS } from "./decisions.js";
import { QueryError, glob } from "./query.js";
import { SEVERITIES } from "./store.js";

/** The facets, each over a field of the query. */
export const FACETS = ["sev", "decision", "status", "rule", "doc", "reviewer", "band"];
/** What a comparison makes of a finding. */
export const STATUSES = ["new", "persisting"];
const BANDS = 10;

/** The values of all findings by facet. */
export class Columns {
  constructor(store, decisions, assignments) {
    Object.assign(this, { store, decisions, assignments });
    this.documentNames = store.head.documents.map((one) => {
      const base = one.path.split("/").at(-1);
      return [one.id, one.path, base, base.replace(/\.[^.]*$/, "")];
    });
  }

  /**
   * For each facet how many values it has, the value of every finding, and for facets of units that of a unit; the last
   * value of a status, a score band and a reviewer stands for none.
   */
  all() {
    const { store, decisions, assignments } = this;
    const { unitDocument, bands } = store;
    const nobody = assignments.reviewers.length;
    const holder = (unit) => assignments.holder[unitDocument[unit]];
    return [
      { size: SEVERITIES.length, column: store.findingSeverity },
      { size: VERDICTS.length, column: decisions.state },
      { size: STATUSES.length + 1, column: store.findingStatus },
      { size: store.head.rules.length, column: store.findingRule },
      { size: store.head.documents.length, column: store.findingDocument, ofUnit: (unit) => unitDocument[unit] },
      { size: nobody + 1, column: assignments.column, ofUnit: (unit) => (holder(unit) < 0 ? nobody : holder(unit)) },
      { size: BANDS + 1, column: store.findingBand, ofUnit: (unit) => (bands?.[unit] || BANDS + 1) - 1 },
    ];
  }

  /** A test of a value of a facet, as its column has it. */
  test(field, values) {
    const { head } = this.store;
    switch (field) {
      case "sev": return among(values.map(severity));
      case "decision": return among(values.map(verdict));
      case "status": return among(values.map((value) => STATUSES.indexOf(value)));
      case "rule": return this.ruleTest(values);
      case "doc": return this.documentTest(values);
      case "reviewer": {
        const tests = values.map(glob);
        return (value) => tests.some((test) => test(this.assignments.reviewers[value] ?? ""));
      }
      default: {
        const bands = values.map((value) => numeric(field, value) - 1);
        return (value) => value < BANDS && head.bands !== "" && bands.includes(value);
      }
    }
  }

  ruleTest(values) {
    const tests = values.map(glob);
    const fits = this.store.head.rules.map(({ id }) => {
      const names = [id, ...id.split("/")];
      return tests.some((test) => names.some(test));
    });
    return (rule) => fits[rule];
  }

  documentTest(values) {
    const tests = values.map(glob);
    const fits = this.documentNames.map((names) => tests.some((test) => names.some(test)));
    return (document) => fits[document];
  }
}

const among = (values) => (value) => values.includes(value);

/** The rank of a severity. Throws a QueryError. */
export function severity(value) {
  const rank = SEVERITIES.indexOf(value.toLowerCase());
  if (rank < 0) throw new QueryError("query.severity", { value });
  return rank;
}

function verdict(value) {
  const state = VERDICTS.indexOf(value.toLowerCase());
  if (state < 0) throw new QueryError("query.verdict", { value });
  return state;
}

/** A number that a field is compared with. Throws a QueryError. */
export function numeric(field, value) {
  if (value === "" || Number.isNaN(Number(value))) throw new QueryError("query.number", { field, value });
  return Number(value);
}
