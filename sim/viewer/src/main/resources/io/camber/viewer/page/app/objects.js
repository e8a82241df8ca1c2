// Objects beside the picture: what is tracked, what the truth or labels say, and the history of the one that is chosen.

import { brief, DASH, el, num } from "./dom.js";
import { css, palette } from "./palette.js";
import { lines } from "./small-chart.js";

const ROWS_MAX = 60;

export function objects(show, drive, t, view) {
  const ego = drive.ego(t);
  if (!ego) return [el("p", {}, "Nothing is known at this time.")];
  const away = o => Math.hypot(o.x - ego.x, o.y - ego.y);
  const nearest = items => [...items].sort((a, b) => away(a) - away(b));
  const tracks = nearest(show.actors.items), truths = nearest(show.actors.truths ?? []);
  const id = view.selected?.drive === drive.index ? view.selected.id : null;
  const isTruth = typeof id === "string";
  const picked = (isTruth ? truths : tracks).find(o => o.id === id);
  const head = id === null ? [el("p", {}, "Click an object in the picture or a row here for its history.")] : [
    el("h3", {}, isTruth ? "Truth" : `Track ${id}`), ...(isTruth ? [el("p", { class: "full" }, id)] : []),
    ...(picked ? isTruth ? [facts(truthFacts(picked, away))] : [facts(trackFacts(picked, away)), modesOf(drive, t, id)] : [el("p", {}, isTruth ? "Not there at this time, or truth is not shown (T)." : "Not tracked at this time.")]),
    el("h3", {}, "Speed, ten seconds around"), el("canvas", { class: "spark" }),
    el("button", { "data-none": "" }, "Let go"),
  ];
  return [...head, ...(tracks.length || !truths.length ? table(`${tracks.length} tracks, nearest first`, tracks, "data-track", away) : []),
    ...(truths.length ? table(`${truths.length} of the truth, nearest first`, truths, "data-truth", away) : [])];
}

const facts = values => el("dl", { class: "kv" }, ...Object.entries(values).flatMap(([k, v]) => [el("dt", {}, k), el("dd", {}, v)]));
const size = o => `${num(o.l, 2)} × ${num(o.w, 2)} × ${num(o.h, 2)} m`;

function trackFacts(o, away) {
  return {
    class: `${o.kind ?? DASH} (${num(o.confidence * 100, 0, "%")})`, speed: num(o.speed * 3.6, 1, "km/h"), acceleration: num(o.accel, 2, "m/s²"),
    distance: num(away(o), 1, "m"), size: size(o), existence: num(o.existence, 2), "known for": num(o.age, 1, "s"),
    "last seen": o.coasted > 0.01 ? `${num(o.coasted, 2)} s ago` : "now", "position σ": num(o.sigma, 2, "m"),
  };
}

function truthFacts(o, away) {
  return { class: o.kind ?? DASH, speed: num(o.speed * 3.6, 1, "km/h"), distance: num(away(o), 1, "m"), size: size(o) };
}

function table(title, items, attribute, away) {
  const row = o => el("tr", { class: `pick ${o.selected ? "chosen" : ""}`, [attribute]: o.id, tabindex: "0", title: String(o.id) },
    el("td", {}, el("span", { class: "swatch", style: { background: css(o.colour) } }), brief(o.id)), el("td", {}, o.kind ?? DASH), el("td", { class: "r" }, num(o.speed * 3.6)), el("td", { class: "r" }, num(away(o), 1)));
  return [el("h3", {}, title),
    el("table", {}, el("thead", {}, el("tr", {}, el("th", {}, "Id"), el("th", {}, "Class"), el("th", { class: "r" }, "km/h"), el("th", { class: "r" }, "m"))), el("tbody", {}, ...items.slice(0, ROWS_MAX).map(row))),
    ...(items.length > ROWS_MAX ? [el("p", {}, `and ${items.length - ROWS_MAX} more`)] : [])];
}

function modesOf(drive, t, id) {
  const modes = drive.at("futures", t)?.[2].find(f => f[0] === id)?.[1] ?? [];
  return el("div", { class: "chips", style: { marginTop: "8px" } }, ...modes.map(([name, p]) => el("span", { class: "chip" }, `${name} ${num(p * 100, 0, "%")}`)));
}

/** The speed of the chosen one around the present. */
export function course(panel, width, drive, t, view) {
  const canvas = panel.querySelector(".spark");
  if (!canvas || !view.selected) return;
  const { id } = view.selected;
  const [stream, speed] = typeof id === "string" ? ["truth", o => o[11]] : ["tracks", o => Math.hypot(o[9], o[10])];
  const points = drive.between(stream, t - 5, t + 5).flatMap(row => row[2].filter(o => o[0] === id).map(o => [row[0], speed(o) * 3.6]));
  lines(canvas, width, [[points, css(palette().plan)]], t, "km/h");
}
