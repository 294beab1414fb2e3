// Words of an interface in the language of its reader, with numbers and plural forms.

/** The words of one language out of lists by language; English where there is no list. */
export class Wording {
  constructor(language, lists) {
    this.language = language in lists ? language : "en";
    this.list = lists[this.language];
    this.figures = new Intl.NumberFormat(this.language, { maximumFractionDigits: 2 });
    this.plurals = new Intl.PluralRules(this.language);
  }

  /** The words of a key with `{name}` replaced; where the key has plural forms, by the number `n`. */
  say(key, values = {}) {
    const entry = this.list[key];
    const form = typeof entry === "object" ? (entry[this.plurals.select(values.n)] ?? entry.other) : entry;
    return form.replace(/\{(\w+)\}/g, (_, name) => this.shown(values[name]));
  }

  shown(value) {
    return typeof value === "number" ? this.figures.format(value) : String(value ?? "");
  }
}
