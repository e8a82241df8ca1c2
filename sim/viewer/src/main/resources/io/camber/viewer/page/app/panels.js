// What stands beside the picture: plan, health, latency, events, facts, and the objects of their own file.

import { DASH, el, fill, num } from "./dom.js";
import { course, objects } from "./objects.js";
import { css, MODES, palette, POSES } from "./palette.js";
import { lines } from "./small-chart.js";

export const TABS = { plan: "Plan", objects: "Objects", health: "Health", latency: "Latency", events: "Events", facts: "Facts" };
const LEVELS = ["ok", "warn", "bad"];
const CHAIN = ["/perception/detections/lidar", "/perception/tracks", "/perception/signals", "/prediction/futures", "/planning/trajectory", "/control/command", "/actuation/command"];

export function draw(tab, panel, width, show, t, view, player) {
  const { drive } = show;
  const made = { plan, objects, health, latency, events, facts }[tab](show, drive, t, view, player);
  const held = panel.contains(document.activeElement) ? document.activeElement : null;
  const isNew = fill(panel, ...made);
  if (isNew && held && held !== panel) again(panel, held)?.focus({ preventScroll: true });
  if (tab === "plan") speedCourse(panel, width, show, t);
  if (tab === "objects") course(panel, width, drive, t, view);
  panel.querySelectorAll("[data-at]").forEach(row => { row.onclick = () => player.seek(Number(row.dataset.at)); });
  panel.querySelectorAll("[data-track]").forEach(row => { row.onclick = () => player.select(drive, Number(row.dataset.track)); });
  panel.querySelectorAll("[data-truth]").forEach(row => { row.onclick = () => player.select(drive, row.dataset.truth); });
  panel.querySelectorAll("[data-none]").forEach(row => { row.onclick = () => player.select(null, null); });
}

/** What stands now for the row or button that had the keyboard. */
function again(panel, held) {
  const key = ["data-track", "data-truth", "data-at", "data-none"].find(name => held.hasAttribute(name));
  return key && [...panel.querySelectorAll(`[${key}]`)].find(one => one.getAttribute(key) === held.getAttribute(key));
}

function plan(show, drive, t) {
  const [row] = show.actors.planAt(t);
  if (!row) return [el("p", {}, "No plan was published by this time.")];
  const best = Math.max(...row[5].map(p => p[1] ?? 0), 1e-6);
  return [
    el("h3", {}, "Why"), el("div", { class: "chips" }, ...(row[4].length ? row[4] : ["free road"]).map(r => el("span", { class: "chip" }, r))),
    el("h3", {}, "Speed ahead"), el("canvas", { class: "spark" }),
    el("h3", {}, `Proposals, ${row[0].toFixed(2)} s`),
    el("table", {}, el("thead", {}, el("tr", {}, el("th", {}, "Proposal"), el("th", { class: "r" }, "Score"), el("th", {}, "Verdict"))),
      el("tbody", {}, ...row[5].map(([name, score, verdict], i) => el("tr", { class: i === 0 ? "chosen" : "", "data-proposal": i },
        el("td", {}, name, el("div", { class: "meter" }, el("i", { style: { width: `${Math.max(0, score / best || 0) * 100}%` } }))), el("td", { class: "r" }, num(score, 3)), el("td", {}, verdict))))),
    el("p", {}, "The first is driven unless it is unsafe and a safe stop is clear. The band on the road is the plan, the dashed one the verified stop, thin lines are the other proposals (red: not allowed); point at a row to see its path."),
  ];
}

/** Planned speed over the coming seconds, and the stop that goes with it. */
function speedCourse(panel, width, show, t) {
  const canvas = panel.querySelector(".spark");
  const [row] = show.actors.planAt(t);
  if (!canvas || !row) return;
  const points = list => { const out = []; for (let i = 0; i + 4 < list.length; i += 5) out.push([list[i + 4], list[i + 2] * 3.6]); return out; };
  lines(canvas, width, [[points(row[2]), css(palette().plan)], [points(row[3]), css(palette().stop)]], t, "km/h");
}

function health(show, drive, t) {
  const nodes = new Map();
  for (const row of drive.sparse.health) if (row[0] <= t + 1e-6) nodes.set(row[1], row);
  const command = drive.at("commands", t), act = drive.at("actuation", t), ego = drive.ego(t);
  const overruled = command && act && (Math.abs(command[1] - act[1]) > 0.002 || Math.abs(command[2] - act[2]) > 0.05);
  const report = drive.at("report", t);
  return [
    el("h3", {}, "Guardian"),
    el("dl", { class: "kv" }, ...Object.entries({
      mode: act ? MODES[act[3]] : "silent", overrules: act ? (overruled ? "yes" : "no") : DASH, engaged: report ? (report[4] ? "yes" : "no") : DASH,
      "asked": command ? asking(command) : DASH, "passed on": act ? asking(act) : DASH,
    }).flatMap(([k, v]) => [el("dt", {}, k), el("dd", {}, v)])),
    el("h3", {}, "Localization"),
    el("dl", { class: "kv" }, ...Object.entries(ego ? { status: POSES[ego.status] ?? DASH, "σ along": num(ego.along, 3, "m"), "σ across": num(ego.across, 3, "m") } : { status: DASH }).flatMap(([k, v]) => [el("dt", {}, k), el("dd", {}, v)])),
    el("h3", {}, "Nodes"),
    nodes.size ? el("table", {}, el("tbody", {}, ...[...nodes.values()].sort((a, b) => b[2] - a[2] || (a[1] < b[1] ? -1 : 1)).map(([at, node, level, code, detail]) =>
      el("tr", { class: "pick", tabindex: "0", "data-at": at }, el("td", {}, el("span", { class: `level ${LEVELS[level]}` }, node)), el("td", {}, code, detail ? el("div", { style: { color: "var(--dim)" } }, detail) : null), el("td", { class: "r" }, `${at.toFixed(2)} s`))))) : el("p", {}, "No node has reported."),
    ...(drive.sparse.tickets.length ? [el("h3", {}, "Tickets"), el("table", {}, el("tbody", {}, ...drive.sparse.tickets.slice(0, 100).map(([at, check, owner, severity, detail]) => el("tr", { class: "pick", tabindex: "0", "data-at": at }, el("td", {}, check), el("td", {}, detail || owner), el("td", { class: "r" }, `${at.toFixed(2)} s`)))))] : []),
  ];
}

function asking([, steering, accel]) { return `${num(accel, 2, "m/s²")}  ${num(steering * 180 / Math.PI, 2)}°`; }

function latency(show, drive, t) {
  const rows = drive.between("latency", t - 1.2, t);
  const parts = [];
  for (const sensor of [...new Set(rows.map(r => r[1]))].sort()) {
    const mine = rows.filter(r => r[1] === sensor);
    const ends = mine.filter(r => r[2] === "/actuation/command");
    const origin = ends.length ? ends[ends.length - 1][3] : mine[mine.length - 1][3];
    const chain = CHAIN.map(topic => mine.find(r => r[2] === topic && r[3] === origin)).filter(Boolean);
    if (!chain.length) continue;
    const most = Math.max(0.1, ...chain.map(r => r[0] - origin));
    let before = 0;
    const lanes = chain.sort((a, b) => a[0] - b[0]).flatMap(([published, , topic], i) => {
      const until = published - origin;
      const from = Math.min(before, until);
      before = until;
      return [el("span", { title: topic }, topic.split("/").slice(1).join(" ").replace("perception ", "").replace(" lidar", "").replace(" trajectory", "").replace(" futures", "").replace(" command", "")),
        el("div", { class: "lane" }, el("i", { class: i === chain.length - 1 ? "end" : "", style: { left: `${from / most * 100}%`, width: `${(until - from) / most * 100}%` } })),
        el("span", {}, `${(until * 1e3).toFixed(0)} ms`)];
    });
    parts.push(el("h3", { class: "topic" }, `${sensor} of ${origin.toFixed(3)} s`), el("div", { class: "fall" }, ...lanes));
  }
  return parts.length ? [...parts, el("p", { style: { marginTop: "12px" } }, "From the moment a sample was measured to the first message made of it, along the origins that every message carries.")]
    : [el("p", {}, "This drive carries no origins at this time.")];
}

function events(show, drive, t, view, player) {
  const list = player.eventsOf(drive);
  const readSoFar = drive.sparseShare < 1 ? [el("p", {}, `Events ${drive.piecesLeft.length ? "are being read" : "could not all be read"}: ${(drive.sparseShare * 100).toFixed(0)} % of the drive so far.`)] : [];
  if (!list.length) return readSoFar.length ? readSoFar : [el("p", {}, "Nothing happened that somebody wrote down.")];
  const next = list.findIndex(e => e.t > t + 1e-6);
  return [...readSoFar, el("table", {}, el("tbody", {}, ...list.slice(0, 400).map((e, i) => el("tr", { class: `pick ${i === next - 1 || next < 0 && i === list.length - 1 ? "chosen" : ""}`, tabindex: "0", "data-at": e.t },
    el("td", { class: "r" }, `${e.t.toFixed(2)} s`), el("td", {}, el("span", { class: `level ${{ hard: "bad", warning: "warn" }[e.weight] ?? "info"}` }, e.kind)), el("td", {}, e.detail)))))];
}

function facts(show, drive) {
  const r = drive.info.result;
  const parts = [];
  if (r) {
    parts.push(el("h3", {}, "Verdict"), el("p", {}, el("span", { class: `pill ${r.outcome === "PASS" ? "ok" : "bad"}` }, r.outcome), " ", r.reason ?? ""),
      el("dl", { class: "kv" }, ...Object.entries({ scenario: r.scenario, seed: r.seed, simulated: num(r.simulatedS, 1, "s"), command: r.command, hash: r.hash }).flatMap(([k, v]) => [el("dt", {}, k), el("dd", {}, v === undefined || v === null ? DASH : String(v))])));
    if (drive.info.hasReport) parts.push(el("p", { style: { marginTop: "8px" } }, el("a", { href: `/report/${drive.index}`, style: { color: "var(--info)" } }, "The run’s report")));
    const metrics = Object.entries(r.metrics ?? {}).filter(([, m]) => m.absent === undefined);
    metrics.sort(([, a], [, b]) => (a.ok === false ? 0 : 1) - (b.ok === false ? 0 : 1));
    parts.push(el("h3", {}, "Metrics"), el("table", {}, el("tbody", {}, ...metrics.map(([name, m]) => el("tr", {}, el("td", {}, m.ok === undefined || figure(m) === DASH ? name : el("span", { class: `level ${m.ok ? "ok" : m.hard ? "bad" : "warn"}` }, name)),
      el("td", { class: "r" }, figure(m)), el("td", { class: "r" }, m.limit === undefined ? "" : `${m.limitKind === "atMost" ? "≤" : "≥"} ${m.limit}`))))));
  }
  if (drive.info.notes.length) parts.push(el("h3", {}, "Notes"), el("dl", { class: "kv" }, ...drive.info.notes.flatMap(n => { const i = n.indexOf("="); return [el("dt", {}, n.slice(0, i)), el("dd", {}, n.slice(i + 1))]; })));
  parts.push(el("h3", {}, "Topics"), el("table", {}, el("tbody", {}, ...drive.info.topics.map(([name, schema, count]) => el("tr", {}, el("td", {}, name, el("div", { style: { color: "var(--faint)", fontSize: "11px" } }, schema)), el("td", { class: "r" }, count))))));
  if (drive.info.hasLog) parts.push(el("p", { style: { marginTop: "8px" } }, el("a", { href: `/log/${drive.index}/drive.mcap`, download: "drive.mcap", style: { color: "var(--info)" } }, "The log")));
  return parts;
}

/** Four digits and the unit; what a drive has none of, such as the score of a class that never came, is a dash. */
function figure({ value, unit }) {
  return typeof value === "number" && Number.isFinite(value) ? `${Number(value.toPrecision(4))} ${unit === "1" ? "" : unit}` : DASH;
}
