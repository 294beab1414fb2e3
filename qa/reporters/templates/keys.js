// The one table of keys: what is pressed, what it does, and what the help says of it.

/** Key, command and group; a key with "Shift+" is written as it is pressed on an English keyboard. */
export const KEYS = [
  { group: "move", command: "next", keys: ["j", "ArrowDown"] },
  { group: "move", command: "previous", keys: ["k", "ArrowUp"] },
  { group: "move", command: "nextSegment", keys: ["Shift+J"] },
  { group: "move", command: "previousSegment", keys: ["Shift+K"] },
  { group: "move", command: "undecided", keys: ["n"] },
  { group: "move", command: "undecidedBack", keys: ["p"] },
  { group: "move", command: "document", keys: ["]"] },
  { group: "move", command: "documentBack", keys: ["["] },
  { group: "move", command: "first", keys: ["Home"] },
  { group: "move", command: "last", keys: ["End"] },
  { group: "decide", command: "accept", keys: ["a"] },
  { group: "decide", command: "dismiss", keys: ["x"] },
  { group: "decide", command: "edit", keys: ["e"] },
  { group: "decide", command: "defer", keys: ["d"] },
  { group: "decide", command: "comment", keys: ["c"] },
  { group: "decide", command: "reset", keys: ["r"] },
  { group: "decide", command: "bulk", keys: ["Shift+A"] },
  { group: "decide", command: "undo", keys: ["u"] },
  { group: "view", command: "search", keys: ["/"] },
  { group: "view", command: "facets", keys: ["f"] },
  { group: "view", command: "list", keys: ["l"] },
  { group: "view", command: "detail", keys: ["o"] },
  { group: "view", command: "all", keys: ["v"] },
  { group: "view", command: "diff", keys: ["w"] },
  { group: "view", command: "unseen", keys: ["i"] },
  { group: "view", command: "summary", keys: ["s"] },
  { group: "view", command: "names", keys: ["m"] },
  { group: "view", command: "theme", keys: ["t"] },
  { group: "view", command: "language", keys: ["Shift+L"] },
  { group: "view", command: "help", keys: ["?"] },
  { group: "view", command: "close", keys: ["Escape"] },
  { group: "file", command: "assign", keys: ["g"] },
  { group: "file", command: "export", keys: ["Shift+E"] },
  { group: "file", command: "import", keys: ["Shift+I"] },
];

const COMMANDS = new Map(KEYS.flatMap(({ command, keys }) => keys.map((key) => [key, command])));
const LETTER = /^Key([A-Z])$/;
const SIGNS = { Slash: ["/", "?"], BracketLeft: ["[", "["], BracketRight: ["]", "]"] };

/** The key as the table writes it, whatever alphabet the keyboard is set to. */
export function pressed(event) {
  const latin = event.key.length > 1 || /^[\x21-\x7E]$/.test(event.key);
  const letter = event.code.match(LETTER)?.[1];
  if (latin && !/^[a-zA-Z]$/.test(event.key)) return event.key;
  const name = latin ? event.key : (letter ?? SIGNS[event.code]?.[event.shiftKey ? 1 : 0] ?? event.key);
  if (!/^[a-zA-Z]$/.test(name)) return name;
  return event.shiftKey ? `Shift+${name.toUpperCase()}` : name.toLowerCase();
}

/** The command of a key press, or undefined; none while a text is typed, but for Escape. */
export function commandOf(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return undefined;
  const typing = event.target.closest("input:not([type=checkbox]):not([type=radio]), textarea, select, dialog");
  const key = pressed(event);
  if (typing) return key === "Escape" && !event.target.closest("dialog") ? "close" : undefined;
  if (event.target.closest("[role=listbox]") === null && /^(Home|End|Arrow)/.test(key)) return undefined;
  return COMMANDS.get(key);
}

/** The first key of a command, for buttons and tips. */
export function keyOf(command) {
  return KEYS.find((entry) => entry.command === command)?.keys[0] ?? "";
}

const SIGNS_OF_KEYS = { ArrowDown: "↓", ArrowUp: "↑", Escape: "Esc" };

/** A key as it is printed on a keyboard. */
export function keyLabel(key) {
  return SIGNS_OF_KEYS[key] ?? key.replace("Shift+", "⇧");
}
