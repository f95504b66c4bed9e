// Elements are made one by one and texts set as texts: nothing is ever read as markup.

const SVG = "http://www.w3.org/2000/svg";

/** An element. `props`: attributes; `class`; `on` has listeners; false, null and undefined are left out. */
export function h(tag, props = {}, ...children) {
  return filled(document.createElement(tag), props, children);
}

/** An SVG element. */
export function svg(tag, props = {}, ...children) {
  return filled(document.createElementNS(SVG, tag), props, children);
}

/** A drawing from the page's sprite; what it means stands beside it in words. */
export function icon(name) {
  return svg("svg", { class: "icon", "aria-hidden": "true", focusable: "false" }, svg("use", { href: `#i-${name}` }));
}

/** A text that may run in either direction, kept from changing the order of its surroundings. */
export function bdi(text, props = {}) {
  return h("bdi", props, text);
}

/** Words for screen readers alone. */
export function unseen(text) {
  return h("span", { class: "unseen" }, text);
}

/** A key as the help and the buttons show it. */
export function kbd(key) {
  return h("kbd", { "aria-hidden": "true" }, key);
}

/** Parts with spaces between them, for whoever copies or hears them. */
export function spaced(...parts) {
  return parts.filter(Boolean).flatMap((part, index) => (index ? [" ", part] : [part]));
}

export function byId(id) {
  return document.getElementById(id);
}

function filled(element, props, children) {
  for (const [name, value] of Object.entries(props)) {
    if (value === false || value === null || value === undefined) continue;
    if (name === "on") for (const [type, listener] of Object.entries(value)) element.addEventListener(type, listener);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(2).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}
