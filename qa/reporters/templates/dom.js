// Builds elements. A text only ever becomes a text node: nothing on this page parses markup.

const SVG = "http://www.w3.org/2000/svg";

function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

/** An element: attributes by name, listeners as `onclick: function`, children that are nodes or texts. */
export function element(name, attributes = {}, ...children) {
  return fill(document.createElement(name), attributes, children);
}

/** As `element`, for SVG. */
export function drawing(name, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, name), attributes, children);
}

/** A text of the report, in its language and direction. */
export function text(language, ...children) {
  return element("bdi", { lang: language, dir: "auto" }, ...children);
}

/** A message with a capital at its start, unless it starts with a quotation. */
export function sentence(message) {
  const [first = ""] = message;
  return first.toUpperCase() + message.slice(first.length);
}

/** Lets the browser paint and answer keys before going on. */
export function breath() {
  return new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = resolve;
    channel.port2.postMessage(0);
  });
}
