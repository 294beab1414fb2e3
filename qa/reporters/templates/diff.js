// The difference between two texts by words or by characters, for people: short coincidences are not kept apart.

const CELLS = 4_000_000; // of the table below; longer texts are compared by their ends only

/** Words, blanks and signs of `content`, which tile it; `unit` is "word" or "grapheme". */
export function tokens(content, language, unit = "word") {
  let segmenter;
  try {
    segmenter = new Intl.Segmenter(language, { granularity: unit });
  } catch {
    segmenter = new Intl.Segmenter("und", { granularity: unit });
  }
  return Array.from(segmenter.segment(content), (part) => part.segment);
}

function table(before, after) {
  const width = after.length + 1;
  const lengths = new Uint16Array((before.length + 1) * width);
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] =
        before[i] === after[j]
          ? lengths[(i + 1) * width + j + 1] + 1
          : Math.max(lengths[(i + 1) * width + j], lengths[i * width + j + 1]);
    }
  }
  return { lengths, width };
}

function* aligned(before, after) {
  if ((before.length + 1) * (after.length + 1) > CELLS) {
    yield* before.map((part) => ["removed", part]);
    yield* after.map((part) => ["added", part]);
    return;
  }
  const { lengths, width } = table(before, after);
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && before[i] === after[j]) {
      yield ["same", before[i]];
      i += 1;
      j += 1;
    } else if (j >= after.length || (i < before.length && lengths[(i + 1) * width + j] >= lengths[i * width + j + 1])) {
      yield ["removed", before[i]];
      i += 1;
    } else {
      yield ["added", after[j]];
      j += 1;
    }
  }
}

function* steps(before, after) {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head += 1;
  let tail = 0;
  const shorter = Math.min(before.length, after.length) - head;
  while (tail < shorter && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  for (const part of before.slice(0, head)) yield ["same", part];
  yield* aligned(before.slice(head, before.length - tail), after.slice(head, after.length - tail));
  for (const part of before.slice(before.length - tail)) yield ["same", part];
}

/** Stretches between two shared ones: what is removed, then what is added. */
function grouped(parts) {
  const groups = [];
  for (const [kind, part] of parts) {
    const shared = kind === "same";
    const last = groups.at(-1);
    const group = last && last.shared === shared ? last : { shared, removed: "", added: "" };
    if (group !== last) groups.push(group);
    if (kind !== "added") group.removed += part;
    if (kind !== "removed") group.added += part;
  }
  return groups;
}

const slight = (group) => group.shared && !/[\p{L}\p{N}]/u.test(group.removed) && group.removed.length <= 2;

/** Joins changes that only a blank or a comma keeps apart. */
function merged(groups) {
  const result = [];
  for (const [index, group] of groups.entries()) {
    const between = slight(group) && index > 0 && index < groups.length - 1;
    const last = result.at(-1);
    if (last && !last.shared && (between || !group.shared)) {
      last.removed += group.removed;
      last.added += group.added;
    } else {
      result.push({ ...group });
    }
  }
  return result;
}

/**
 * Pairs of "same", "removed" or "added" and a text; "same" and "removed" make `before`, "same" and "added" `after`.
 */
export function diff(before, after, language, unit = "word") {
  const groups = grouped(steps(tokens(before, language, unit), tokens(after, language, unit)));
  const shown = unit === "word" ? merged(groups) : groups;
  return shown.flatMap(({ shared, removed, added }) => {
    if (shared) return [["same", removed]];
    return [["removed", removed], ["added", added]].filter(([, part]) => part);
  });
}
