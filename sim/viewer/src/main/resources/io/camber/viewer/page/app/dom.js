// Elements made of text alone: nothing of a drive is ever taken for markup.

export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "class") element.className = value;
    else if (name === "style") Object.assign(element.style, value);
    else if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.flat().filter(c => c !== null && c !== undefined).map(c => typeof c === "number" ? String(c) : c));
  return element;
}

/** What stands where nothing is known. */
export const DASH = "–";

/** A number with so many decimals and its unit; a dash where there is none. */
export function num(value, decimals = 0, unit = "") {
  if (typeof value !== "number" || !Number.isFinite(value)) return DASH;
  return `${value.toFixed(decimals).replace(/^-(?=[0.]*$)/, "")}${unit && ` ${unit}`}`;
}

const BRIEF = 14;
const UUID = /^(?:(.*)[-_ ])?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{16,})$/i;

/** A name short enough for a label: of long ids the first six digits, after the last word of what stands before; of other long names the beginning. */
export function brief(name) {
  const text = String(name), [, before, id] = UUID.exec(text) ?? [];
  if (id) return `${before ? `${before.split(/[-_ ]/).pop()} ` : ""}${id.slice(0, 6)}`;
  return text.length > BRIEF ? `${text.slice(0, BRIEF - 1)}…` : text;
}

const SHAPES = {
  play: ["M7 4.5v15l12-7.5z", true], pause: ["M7 5h3.6v14H7zM13.4 5H17v14h-3.6z", true],
  start: ["M6 5v14M19 5v14l-10-7z", false], back: ["M15 5l-8 7 8 7zM19 5v14", false], on: ["M9 5l8 7-8 7zM5 5v14", false],
  event: ["M6 21V4h11l-3 4 3 4H6", false], shot: ["M4 8h3l2-3h6l2 3h3v11H4zM12 17a3.5 3.5 0 100-7 3.5 3.5 0 000 7z", false],
  video: ["M4 7h11v10H4zM15 11l5-3v8l-5-3", false], link: ["M10 14a4 4 0 005.7 0l3-3a4 4 0 00-5.7-5.7l-1 1M14 10a4 4 0 00-5.7 0l-3 3a4 4 0 005.7 5.7l1-1", false],
  theme: ["M12 3a9 9 0 109 9 7 7 0 01-9-9z", false], help: ["M9 9a3 3 0 116 0c0 2-3 2.5-3 5M12 17.5v.5", false],
  layers: ["M12 4l9 5-9 5-9-5zM3 14l9 5 9-5", false], drop: ["M12 3c4 5 6 8 6 11a6 6 0 01-12 0c0-3 2-6 6-11z", false],
};

export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  const [d, solid] = SHAPES[name];
  path.setAttribute("d", d);
  path.setAttribute("fill", solid ? "currentColor" : "none");
  if (!solid) for (const [k, v] of [["stroke", "currentColor"], ["stroke-width", "1.8"], ["stroke-linecap", "round"], ["stroke-linejoin", "round"]]) path.setAttribute(k, v);
  svg.append(path);
  return svg;
}

export const byId = id => document.getElementById(id);

/** Puts children in place of what an element holds, unless they say the same; whether they did not. */
export function fill(element, ...children) {
  const made = el("div", {}, ...children);
  const isNew = made.innerHTML !== element.innerHTML;
  if (isNew) element.replaceChildren(...made.childNodes);
  return isNew;
}
