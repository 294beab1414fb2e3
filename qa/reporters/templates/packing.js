// Unpacks what the page was written with: numbers in base 64, and chunks of JSON in gzip in base 64.

/** The bytes of a base 64 text. */
export function bytes(encoded) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(encoded);
  return Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0));
}

/** Numbers that Python's `array` packed; `Kind` is a typed array. */
export function numbers(Kind, encoded) {
  return new Kind(bytes(encoded).buffer);
}

/** The value in a chunk. */
export async function unpacked(encoded) {
  const stream = new Blob([bytes(encoded)]).stream().pipeThrough(new DecompressionStream("gzip"));
  return JSON.parse(await new Response(stream).text());
}
