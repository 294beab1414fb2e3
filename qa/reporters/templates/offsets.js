// Code points, in which reports count, and UTF-16 code units, in which JavaScript does.

const ASTRAL = /[\uD800-\uDFFF]/;

/** A function from an offset in code points of `content` to one in code units. */
export function toUnits(content) {
  if (!ASTRAL.test(content)) return (offset) => offset;
  const places = [];
  let unit = 0;
  for (const character of content) {
    places.push(unit);
    unit += character.length;
  }
  places.push(unit);
  return (offset) => places[Math.min(offset, places.length - 1)];
}

/** How many code points a text has. */
export function length(content) {
  return ASTRAL.test(content) ? [...content].length : content.length;
}

/** `content` with the code points from `start` to `end` replaced. */
export function spliced(content, start, end, replacement) {
  const at = toUnits(content);
  return content.slice(0, at(start)) + replacement + content.slice(at(end));
}

/** The smallest replacement that makes `after` of `before`: start and end in code points, and the new text. */
export function difference(before, after) {
  const [old, now] = [[...before], [...after]];
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1;
  let tail = 0;
  while (
    tail < old.length - start &&
    tail < now.length - start &&
    old[old.length - 1 - tail] === now[now.length - 1 - tail]
  ) tail += 1;
  return { start, end: old.length - tail, text: now.slice(start, now.length - tail).join("") };
}
