// Draws which source sentences stand against which target sentences.

import { drawing } from "./dom.js";

/** Lines that join the sentences of a bead: `sources` on the left, `targets` on the right. */
export function beadDrawing(sources, targets, label) {
  const height = 12 * Math.max(sources, targets, 1);
  const at = (index, count) => (height * (index + 0.5)) / count;
  const lines = [];
  for (let s = 0; s < sources; s += 1) {
    for (let t = 0; t < targets; t += 1) {
      lines.push(drawing("line", { x1: 4, y1: at(s, sources), x2: 24, y2: at(t, targets) }));
    }
  }
  const dots = [
    ...Array.from({ length: sources }, (_, s) => drawing("circle", { cx: 4, cy: at(s, sources), r: 3 })),
    ...Array.from({ length: targets }, (_, t) => drawing("circle", { cx: 24, cy: at(t, targets), r: 3 })),
  ];
  return drawing("svg", { class: "bead", viewBox: `0 0 28 ${height}`, width: 28, height, role: "img", "aria-label": label }, lines, dots);
}
