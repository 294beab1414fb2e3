// The texts of all units, ready to be searched.

const BETWEEN = "\u0001"; // stands between the texts of a unit

/** How texts are compared in searches. */
export function folded(content) {
  return content.normalize("NFC").toLowerCase();
}

/** The texts of all units, folded, one long text per chunk, with where each unit starts in it. */
export class Haystack {
  constructor() {
    this.parts = [];
  }

  /** Takes in a chunk whose units start with the number `first`; `start` tells where the findings of each begin. */
  add(chunk, first, start) {
    const offsets = new Uint32Array(chunk.target.length + 1);
    const texts = chunk.target.map((target, at) => {
      let content = chunk.source[at] + BETWEEN + target;
      if (chunk.reference[at]) content += BETWEEN + chunk.reference[at];
      for (let finding = start[first + at]; finding < start[first + at + 1]; finding += 1) {
        content += BETWEEN + chunk.findings[finding - start[first]].m;
      }
      content = folded(content);
      offsets[at + 1] = offsets[at] + content.length + 1;
      return content;
    });
    this.parts.push({ first, text: texts.join("\n"), offsets });
  }

  /** Marks in `found` the units that hold `wanted`. */
  find(wanted, found) {
    for (const { first, text, offsets } of this.parts) {
      let unit = 0;
      for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, offsets[unit])) {
        while (offsets[unit + 1] <= at) unit += 1;
        found[first + unit] = 1;
        unit += 1;
        if (unit >= offsets.length - 1) break;
      }
    }
  }
}
