// The query language: parsed into terms, never evaluated.
//
//   rule:compliance  sev>=major  doc:lenta*  decision:accepted,edited  -decided  "two words"  /regular expression/i
//
// Terms are joined by "and"; values with a comma between them by "or"; "-" before a term turns it round.

/** The fields that a term may ask for, and whether they are ordered. */
export const FIELDS = {
  rule: false, sev: true, doc: false, unit: false, decision: false, reason: false, status: false, score: true,
  band: true, confidence: true, source: false, target: false, reference: false, message: false, category: false,
  entity: false, form: false, reviewer: false, f: false,
};
/** Words that ask for a state of a finding or unit by themselves. */
export const FLAGS = [
  "decided", "undecided", "accepted", "edited", "dismissed", "deferred", "commented", "suggested",
  "new", "persisting", "suppressed", "changed", "finding", "unaligned", "invisible", "mine", "assigned",
];
const FLAG = new Set(FLAGS);
const OPERATOR = /^([a-z]+)(:|>=|<=|>|<|=)/i;

/** A query that cannot be read; `message` is a key of the word list with its values. */
export class QueryError extends Error {
  constructor(key, values = {}) {
    super(key);
    this.key = key;
    this.values = values;
  }
}

class Reader {
  constructor(content) {
    this.content = content;
    this.at = 0;
  }

  get rest() {
    return this.content.slice(this.at);
  }

  skipBlanks() {
    this.at += this.rest.match(/^\s*/)[0].length;
  }

  /** Up to the quotation mark or slash that closes; a backslash lets the next one through. */
  enclosed(mark) {
    let value = "";
    for (this.at += 1; this.at < this.content.length; this.at += 1) {
      const character = this.content[this.at];
      const next = this.content[this.at + 1];
      if (character === mark) {
        this.at += 1;
        return value;
      }
      if (character === "\\" && (next === mark || (mark === '"' && next === "\\"))) {
        value += next;
        this.at += 1;
      } else {
        value += character;
      }
    }
    throw new QueryError("query.unclosed", { mark });
  }

  word(stop) {
    const found = this.rest.match(stop)[0];
    this.at += found.length;
    return found;
  }

  value() {
    return this.content[this.at] === '"' ? this.enclosed('"') : this.word(/^[^\s,]*/);
  }

  values() {
    const all = [this.value()];
    while (this.content[this.at] === ",") {
      this.at += 1;
      all.push(this.value());
    }
    return all;
  }
}

function closest(word, known) {
  return known.find((one) => one.startsWith(word.slice(0, 2)) || one.includes(word)) ?? "";
}

function fieldTerm(reader, name, operator) {
  const field = name.toLowerCase();
  if (!(field in FIELDS)) throw new QueryError("query.field", { field: name, hint: closest(field, Object.keys(FIELDS)) });
  reader.at += name.length + operator.length;
  const start = reader.at;
  const values = reader.values();
  if (reader.at === start || values.every((value) => value === "" && field !== "form")) throw new QueryError("query.value", { field });
  const sign = operator === "=" ? ":" : operator;
  if (sign !== ":" && !FIELDS[field]) throw new QueryError("query.order", { field });
  return { kind: "field", field, operator: sign, values };
}

function pattern(reader) {
  const source = reader.enclosed("/");
  const flags = reader.word(/^[a-z]*/);
  try {
    return { kind: "pattern", source, flags, expression: new RegExp(source, flags.includes("u") ? flags : `${flags}u`) };
  } catch (error) {
    throw new QueryError("query.pattern", { source, reason: error.message });
  }
}

function term(reader) {
  const negated = reader.content[reader.at] === "-" && /\S/.test(reader.content[reader.at + 1] ?? "");
  if (negated) reader.at += 1;
  const first = reader.content[reader.at];
  const named = reader.rest.match(OPERATOR);
  if (first === '"') return { kind: "text", value: reader.enclosed('"'), negated };
  if (first === "/") return { ...pattern(reader), negated };
  if (named) return { ...fieldTerm(reader, named[1], named[2]), negated };
  const word = reader.word(/^\S+/);
  if (FLAG.has(word.toLowerCase())) return { kind: "flag", flag: word.toLowerCase(), negated };
  return { kind: "text", value: word, negated };
}

/** The terms of a query, in order. Throws a QueryError. */
export function parse(content) {
  const reader = new Reader(content);
  const terms = [];
  for (reader.skipBlanks(); reader.at < content.length; reader.skipBlanks()) terms.push(term(reader));
  return terms;
}

function quoted(value) {
  return value === "" || /[\s,"]/.test(value) ? `"${value.replace(/["\\]/g, "\\$&")}"` : value;
}

function written(one) {
  const sign = one.negated ? "-" : "";
  if (one.kind === "field") return sign + one.field + one.operator + one.values.map(quoted).join(",");
  if (one.kind === "flag") return sign + one.flag;
  if (one.kind === "pattern") return `${sign}/${one.source.replace(/\//g, "\\/")}/${one.flags}`;
  const plain = one.value !== "" && !/^[-/"]|[\s"]/.test(one.value) && !OPERATOR.test(one.value) && !FLAG.has(one.value.toLowerCase());
  return sign + (plain ? one.value : `"${one.value.replace(/["\\]/g, "\\$&")}"`);
}

/** The query that `parse` reads as `terms`. */
export function serialised(terms) {
  return terms.map(written).join(" ");
}

const isFacet = (one, field) => one.kind === "field" && one.field === field && one.operator === ":" && !one.negated;

/** The values that a query asks for of one field. */
export function chosen(terms, field) {
  return terms.filter((one) => isFacet(one, field)).flatMap((one) => one.values);
}

/** The terms with one value of a field added, or taken out if it was there. */
export function toggled(terms, field, value) {
  const values = chosen(terms, field);
  const next = values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
  const others = terms.filter((one) => !isFacet(one, field));
  return next.length ? [...others, { kind: "field", field, operator: ":", values: next, negated: false }] : others;
}

/** A pattern with `*` as a function; without `*`, equality. Case does not count. */
export function glob(value) {
  const wanted = value.toLowerCase();
  if (!wanted.includes("*")) return (candidate) => candidate.toLowerCase() === wanted;
  const parts = wanted.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  const expression = new RegExp(`^${parts.join(".*")}$`, "s");
  return (candidate) => expression.test(candidate.toLowerCase());
}
