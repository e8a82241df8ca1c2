// Puts the page together: drives, player, stage, panels, keys.

import { CameraPane } from "./app/camera-pane.js";
import { COLOURINGS } from "./app/cloud.js";
import { drives as listDrives } from "./app/data.js";
import { byId, el, fill, icon } from "./app/dom.js";
import { Exporter } from "./app/exporter.js";
import { moment as named, opening } from "./app/first.js";
import { Hud } from "./app/hud.js";
import { CLASSES, css, mark, palette, ramp } from "./app/palette.js";
import { draw as drawPanel, TABS } from "./app/panels.js";
import { Player, SPEEDS } from "./app/player.js";
import { Stage } from "./app/stage.js";
import { Timeline } from "./app/timeline.js";

const LAYERS = {
  map: "Map", sweep: "Sweep", tracks: "Tracks", labels: "Names and speeds", futures: "Predicted modes", plan: "Plan and safe stop", proposals: "Other proposals",
  trail: "Path driven", boxes: "Boxes in the image", detections: "Detections", truth: "Truth",
};
/** How often a request for plots or events is made again before the page goes on without. */
const RETRIES = 2;
const OFF = ["detections", "truth"];
/** Classes that the legend names, as indices of CLASSES. */
const SHOWN = [1, 2, 5, 6, 0];
const CAMERAS = { chase: "Chase", top: "Top", orbit: "Orbit", driver: "Driver" };
const KEYS = [["Space", "play, pause"], [", .", "sweep back, on"], ["← →", "0.1 s, with Shift 1 s"], ["Home End", "start, end"], ["[ ]", "slower, faster"], ["E", "next event (Shift: last)"],
  ["1 – 4", "camera"], ["C", "colour of the sweep"], ["T", "truth"], ["N", "names and speeds"], ["F", "predicted modes"], ["P", "other proposals"], ["B", "boxes in the image"], ["M", "side by side, overlaid"],
  ["S", "save a picture"], ["V", "save a video"], ["K", "copy a link"], ["D", "light or dark"], ["Esc", "let go of the object"], ["?", "these keys"]];

theme(localStorage.getItem("camber-theme") ?? (matchMedia("(prefers-color-scheme: light)").matches ? "light" : "dark"));

function theme(name) {
  document.documentElement.dataset.theme = name;
  localStorage.setItem("camber-theme", name);
}

function notice(text) {
  document.body.className = "";
  byId("notice").textContent = text;
  byId("notice").hidden = !text;
}

async function start() {
  const drives = await opening;
  if (!drives.length) throw new Error("there is none");
  const view = {
    layers: Object.fromEntries(Object.keys(LAYERS).map(k => [k, !OFF.includes(k)])), colouring: "height", pointSize: 1.25, selected: null, proposal: null, panelDrive: 0,
    comparison: drives.length > 1 ? "side" : "none", origin: { x: 0, y: 0, z: 0 }, colours: palette(), timeOf: (drive, t) => Math.min(drive.end, Math.max(drive.start, t)),
  };
  let player;
  for (const drive of drives) drive.changed = () => { placeOrigin(); player?.changed(); show(); };
  player = new Player(drives);
  const stage = new Stage(byId("scene"), byId("labels"), view, () => player.changed());
  let placed = false;
  function placeOrigin() {
    if (placed) return;
    const ego = drives[0].ego(drives[0].time) ?? drives[0].ego(drives[0].start + 0.5);
    if (!ego) return;
    placed = true;
    view.origin = { x: Math.round(ego.x), y: Math.round(ego.y), z: ego.z };
    maps();
  }
  drives.forEach(drive => stage.add(drive));
  stage.prepare();
  let charts = null;
  const timeline = new Timeline(byId("timeline"), player);
  const hud = new Hud(drives);
  const pane = new CameraPane(byId("camera-pane"), byId("camera"), byId("camera-name"));
  const exporter = new Exporter(stage, player);

  function maps() {
    for (const drive of drives) {
      if (!drive.hasMap) continue;
      drive.map().then(map => {
        if (map.problem) notice(`The map cannot be read: ${map.problem}`);
        stage.setMap(drive, map, view.origin);
        player.changed();
        show();
      }).catch(problem => { stage.shows[drive.index].isMapless = true; console.info("no map", problem.message); });
    }
  }

  function moment() {
    const found = named();
    if (found !== null) player.seek(found); else player.go(player.following ? player.end : player.start);
  }
  moment();
  placeOrigin();
  addEventListener("hashchange", moment);

  player.select = (drive, id) => {
    view.selected = drive ? { drive: drive.index, id } : null;
    if (drive) { side(drive.index); tab("objects"); }
    player.changed();
  };
  stage.picked = item => player.select(item?.drive ?? null, item?.id);
  player.eventsOf = drive => {
    const judged = (drive.info.result?.events ?? []).map(e => ({ t: e.timeS, kind: e.kind, weight: e.severity, detail: e.detail }));
    const known = new Set(judged.map(e => e.kind === "scenario"));
    const played = known.has(true) ? [] : drive.sparse.events.map(([t, kind, element, detail]) => ({ t, kind: "scenario", weight: kind === "warning" ? "warning" : "info", detail: `${kind} ${element}${detail ? `: ${detail}` : ""}` }));
    const ill = drive.sparse.health.filter(h => h[2] > 0).map(([t, node, level, code, detail]) => ({ t, kind: node, weight: level > 1 ? "hard" : "warning", detail: `${code} ${detail}` }));
    return [...judged, ...played, ...ill].sort((a, b) => a.t - b.t);
  };

  function refresh() {
    timeline.events = player.eventsOf(drives[0]);
    player.changed();
  }
  async function courses(of = drives, part = 0) {
    const asked = of.map(drive => drive.loadCourses(part));
    const { Charts } = await import("./app/charts.js");
    charts ??= new Charts(player);
    for (const [i, drive] of of.entries()) {
      await asked[i];
      charts.set(drive.index, drive.courses);
      if (drive.index === 0) timeline.speeds = (drive.courses.motion ?? []).map(r => [r[0], r[3]]);
    }
    player.changed();
  }
  /** Plots of the whole drives first, asked for at once; then, drive by drive and one request after the other, what happened and finer plots. What cannot be had is left out. */
  async function survey() {
    let missing = 0, answers = true;
    const tried = async (run, drive) => {
      const isThere = answers = await patiently(run, answers ? RETRIES : 1);
      if (!isThere) notice(`Some plots or events of ${drive.info.name} cannot be read${++missing > 1 ? `, ${missing} parts so far` : ""}. Loading the page again tries once more.`);
      return isThere;
    };
    refresh();
    await Promise.all(drives.map(drive => tried(() => courses([drive]), drive)));
    performance.mark("first-plots");
    window.camber.ready = true;
    for (const drive of drives) {
      for (let part = 1; drive.piecesLeft.length || part < drive.info.seriesParts; part++) {
        if (drive.piecesLeft.length && !await tried(() => drive.loadSparsePiece(), drive)) drive.skipSparsePiece();
        refresh();
        if (part < drive.info.seriesParts) await tried(() => courses([drive], part), drive);
      }
    }
    performance.mark("surveyed");
  }
  let tabName = "plan";
  function tab(name) {
    tabName = name;
    for (const button of byId("tabs").children) button.setAttribute("aria-selected", String(button.dataset.tab === name));
    byId("panel").scrollTop = 0;
    panelDue = 0;
    player.changed();
  }
  /** Whose image and tables stand beside the picture, when there are two drives. */
  function side(index) {
    view.panelDrive = index;
    for (const button of byId("tabs").querySelectorAll("[data-drive]")) button.setAttribute("aria-pressed", String(Number(button.dataset.drive) === index));
    panelDue = 0;
    player.changed();
  }
  const whose = drives.length > 1 ? el("div", { class: "segmented whose", role: "group", "aria-label": "Whose tables" }, ...["A", "B"].map((name, i) => el("button", { "data-drive": i, title: drives[i].info.name, style: { color: i ? "var(--drive-b)" : "var(--drive-a)" } }, name))) : null;
  fill(byId("tabs"), ...Object.entries(TABS).map(([name, text]) => el("button", { role: "tab", "data-tab": name }, text)), whose);
  byId("tabs").onclick = e => { if (e.target.dataset.tab) tab(e.target.dataset.tab); else if (e.target.dataset.drive) side(Number(e.target.dataset.drive)); };

  const pointAt = e => {
    const row = e.target.closest?.("[data-proposal]");
    const picked = e.type === "pointerover" && row ? Number(row.dataset.proposal) : null;
    if (picked !== view.proposal) { view.proposal = picked; player.changed(); }
  };
  byId("panel").addEventListener("pointerover", pointAt);
  byId("panel").addEventListener("pointerleave", pointAt);

  let hasBegun = false;
  let panelDue = 0, trailing = null;
  player.drawers.push((t, now) => {
    if (!hasBegun && !stands(t)) return;
    stage.draw(t);
    if (!hasBegun) {
      // The first picture is shown at once; words and tables come with the next.
      performance.mark("first-picture");
      begun("picture");
      window.camber.frames++;
      return;
    }
    hud.draw(view.timeOf, t, view.comparison);
    const show = stage.shows[view.panelDrive];
    pane.draw(show.drive, view.timeOf(show.drive, t), view, at => show.actors.tracks(at, { ...view, isSecond: false }));
    charts?.draw(t);
    timeline.draw(t, drives);
    byId("time").replaceChildren(`${t.toFixed(2)} `, el("small", {}, `/ ${player.end.toFixed(1)} s`));
    byId("timeline").setAttribute("aria-valuetext", `${t.toFixed(2)} seconds`);
    const symbol = player.playing ? "pause" : "play";
    if (byId("play").dataset.symbol !== symbol) { byId("play").dataset.symbol = symbol; byId("play").replaceChildren(icon(symbol)); }
    if (now >= panelDue) {
      panelDue = now + 140;
      drawPanel(tabName, byId("panel"), show, view.timeOf(show.drive, t), view, player);
    } else {
      clearTimeout(trailing);
      trailing = setTimeout(() => player.changed(), 150);
    }
    byId("live").setAttribute("aria-pressed", String(player.following));
    window.camber.frames++;
  });

  transport(player, timeline);
  menus(view, stage, player, drives);
  titles(drives);
  function restyle() {
    theme(document.documentElement.dataset.theme === "light" ? "dark" : "light");
    stage.theme();
    charts?.build();
    legend(view);
    player.changed();
  }
  for (const [id, symbol] of [["do-shot", "shot"], ["do-video", "video"], ["do-link", "link"], ["do-theme", "theme"], ["do-help", "help"], ["to-start", "start"], ["step-back", "back"], ["step-on", "on"], ["next-event", "event"]]) byId(id).replaceChildren(icon(symbol));
  const link = async () => {
    const url = `${location.origin}/#t=${player.time.toFixed(2)}s`;
    history.replaceState(null, "", url);
    try { await navigator.clipboard.writeText(url); notice("Link copied"); } catch { notice(url); }
    setTimeout(() => notice(""), 1800);
  };
  const help = () => { fill(byId("help"), el("h2", {}, "Keys"), el("div", { class: "keys" }, ...KEYS.flatMap(([k, what]) => [el("kbd", {}, k), el("span", {}, what)])), el("p", {}, "Drag turns, right drag or Shift moves, the wheel or two fingers come nearer, a double click puts the camera back.")); byId("help").showModal(); };
  byId("help").onclick = e => { if (e.target === byId("help")) byId("help").close(); };
  byId("do-shot").onclick = () => exporter.shot();
  byId("do-video").onclick = () => exporter.ask();
  byId("do-link").onclick = link;
  byId("do-theme").onclick = restyle;
  byId("do-help").onclick = help;
  keys({ player, view, stage, exporter, link, restyle, help, timeline });
  tab(drives.some(d => d.isGrowing || d.info.topics.some(([name]) => name === "/planning/trajectory")) ? "plan" : "objects");
  side(0);
  legend(view);
  window.camber = { player, stage, drives, view, exporter, frames: 0, ready: false };
  /** Whether all that the first picture is made of has been drawn. */
  function stands(t) {
    return drives.every((drive, i) => {
      const at = view.timeOf(drive, t);
      return drive.isLoaded(at) && (!drive.hasMap || stage.shows[i].road || stage.shows[i].isMapless) && drive.hasGlimpse(at);
    });
  }
  /** Draws the first picture as soon as it can be: while a page is being set up the browser calls for frames late. */
  function show() { if (!hasBegun) player.drawNow(); }
  /** Everything else waits until the first picture stands, or long enough. */
  function begun(seen = "") {
    if (hasBegun) return;
    hasBegun = true;
    stage.isWordless = false;
    document.body.className = seen;
    afterFrames(() => {
      player.changed();
      document.body.className = "";
      survey().catch(problem => console.warn("plots and events", problem));
      drives.forEach(drive => drive.open());
    });
  }
  if (drives.some(d => d.isGrowing)) begun(); else setTimeout(begun, 3000);
  if (drives.some(d => d.isGrowing)) follow(drives, player, refresh, courses);
}

/** Runs something until it succeeds, with growing waits, or has failed once more than it may be tried again; whether it succeeded. */
async function patiently(run, retries) {
  for (let failures = 1; ; failures++) {
    try {
      await run();
      return true;
    } catch (problem) {
      console.warn("plots and events", problem);
      if (failures > retries) return false;
      await new Promise(go => setTimeout(go, 500 * 3 ** (failures - 1)));
    }
  }
}

/** Runs something when the picture that was just drawn is on the screen: until then it would make it late. Pages that nobody sees get no frames. */
function afterFrames(run) {
  let hasRun = false;
  const once = () => { if (!hasRun) { hasRun = true; run(); } };
  requestAnimationFrame(() => requestAnimationFrame(once));
  setTimeout(once, 1500);
}

/** Asks a drive that is happening how far it is, several times a second. */
async function follow(drives, player, refresh, courses) {
  byId("live").hidden = false;
  byId("live").onclick = () => { player.following = true; player.changed(); };
  let due = 0;
  for (;;) {
    await new Promise(go => setTimeout(go, 120));
    try {
      for (const drive of drives.filter(d => d.isGrowing)) {
        const head = await drive.head();
        const before = drive.end;
        if (!drive.sweepTopic || !drive.imageTopic || !head.isGrowing) drive.update((await listDrives())[drive.index]);
        drive.start = head.start;
        drive.end = Math.max(head.end, drive.start + 0.001);
        drive.isGrowing = head.isGrowing;
        if (drive.end > before) await drive.loadSparse(before + 1e-6, drive.end);
        drive.pump();
      }
      player.grow();
      if (performance.now() > due) { due = performance.now() + 2000; refresh(); courses(); titles(drives); }
      if (!drives.some(d => d.isGrowing)) { player.following = false; refresh(); courses(); titles(drives); return; }
    } catch (problem) {
      notice("The drive does not answer any more.");
      console.warn(problem);
      return;
    }
  }
}

function titles(drives) {
  const known = drives.map(d => d.info.result ? `${d.info.result.scenario}  seed ${d.info.result.seed}` : d.info.name);
  const names = known.map((name, i) => known.indexOf(name) !== known.lastIndexOf(name) ? drives[i].info.name : name);
  fill(byId("titles"), ...drives.map((drive, i) => {
    const r = drive.info.result;
    const outcome = r?.outcome ?? (drive.isGrowing ? "LIVE" : null);
    const kind = { PASS: "ok", FAIL: "bad", LIVE: "bad" }[outcome] ?? "warn";
    return el("div", { class: "title" }, drives.length > 1 ? el("i", { style: { background: i ? "var(--drive-b)" : "var(--drive-a)" } }) : null,
      el("b", { title: drive.info.name }, names[i]), outcome ? el("span", { class: `pill ${kind}`, title: r?.reason ?? "" }, outcome) : null);
  }));
  document.title = drives.map(d => d.info.result?.scenario ?? d.info.name).join(" | ");
}

function transport(player, timeline) {
  byId("play").onclick = () => player.toggle();
  byId("to-start").onclick = () => player.seek(player.start);
  byId("step-back").onclick = () => player.step(-1);
  byId("step-on").onclick = () => player.step(1);
  byId("next-event").onclick = () => nextEvent(player, timeline, 1);
  const speed = byId("speed");
  speed.append(...SPEEDS.map(s => el("option", { value: s }, `${s}×`)));
  speed.value = "1";
  speed.onchange = () => { player.rate = Number(speed.value); };
}

function nextEvent(player, timeline, direction) {
  const times = timeline.events.filter(e => e.weight !== "info").map(e => e.t);
  const all = times.length ? times : timeline.events.map(e => e.t);
  const found = direction > 0 ? all.find(t => t > player.time + 0.01) : [...all].reverse().find(t => t < player.time - 0.01);
  if (found !== undefined) player.seek(found);
}

function menus(view, stage, player, drives) {
  const press = (group, name) => { for (const b of group.children) b.setAttribute("aria-pressed", String(b.dataset.name === name)); };
  const cameras = byId("cameras");
  fill(cameras, ...Object.entries(CAMERAS).map(([name, text]) => el("button", { "data-name": name }, text)));
  cameras.onclick = e => { if (e.target.dataset.name) { stage.controls.set(e.target.dataset.name); press(cameras, e.target.dataset.name); } };
  press(cameras, "chase");
  stage.pressCamera = name => { stage.controls.set(name); press(cameras, name); };
  const colouring = menu("colour-menu", "drop", "Sweep", Object.entries(COLOURINGS).map(([name, text]) => el("label", {}, el("input", { type: "radio", name: "colouring", value: name }), text)));
  colouring.onchange = e => { view.colouring = e.target.value; legend(view); player.changed(); };
  colouring.querySelector(`[value="${view.colouring}"]`).checked = true;
  const hint = { truth: "T", labels: "N", futures: "F", boxes: "B" };
  const layers = menu("layer-menu", "layers", "Layers", Object.entries(LAYERS).map(([name, text]) => el("label", {}, el("input", { type: "checkbox", value: name }), text, hint[name] ? el("kbd", {}, hint[name]) : null)));
  for (const box of layers.querySelectorAll("input")) box.checked = view.layers[box.value];
  layers.onchange = e => { view.layers[e.target.value] = e.target.checked; player.changed(); };
  view.toggle = name => { view.layers[name] = !view.layers[name]; layers.querySelector(`[value="${name}"]`).checked = view.layers[name]; player.changed(); };
  view.nextColouring = () => { const names = Object.keys(COLOURINGS); view.colouring = names[(names.indexOf(view.colouring) + 1) % names.length]; colouring.querySelector(`[value="${view.colouring}"]`).checked = true; legend(view); player.changed(); };
  if (drives.length > 1) {
    const modes = byId("compare-modes");
    modes.hidden = false;
    fill(modes, el("button", { "data-name": "side" }, "Side by side"), el("button", { "data-name": "overlay" }, "Overlaid"));
    view.compare = name => { view.comparison = name; press(modes, name); byId("split").hidden = name !== "side"; player.changed(); };
    modes.onclick = e => { if (e.target.dataset.name) view.compare(e.target.dataset.name); };
    view.compare("side");
  }
}

function menu(id, symbol, text, items) {
  const body = el("div", { hidden: true }, ...items);
  const button = el("button", { "aria-haspopup": "true", "aria-expanded": "false" }, icon(symbol), text);
  const open = yes => { body.hidden = !yes; button.setAttribute("aria-expanded", String(yes)); };
  button.onclick = () => open(body.hidden);
  document.addEventListener("pointerdown", e => { if (!byId(id).contains(e.target)) open(false); });
  byId(id).addEventListener("keydown", e => { if (e.key === "Escape") { open(false); button.focus(); } });
  byId(id).append(button, body);
  return body;
}

function legend(view) {
  const colours = palette();
  const swatch = (colour, text) => el("span", {}, el("i", { style: { background: css(colour) } }), text);
  const sign = i => {
    const ratio = Math.min(devicePixelRatio || 1, 2);
    const canvas = el("canvas", { class: "sign", width: 13 * ratio, height: 12 * ratio });
    const pen = canvas.getContext("2d");
    pen.scale(ratio, ratio);
    pen.fillStyle = css(colours.classes[i]);
    mark(pen, CLASSES[i], 6.5, 6);
    return el("span", {}, canvas, CLASSES[i]);
  };
  const parts = [];
  if (view.colouring === "kind") parts.push(swatch(colours.other, "other"), swatch(colours.ground, "ground"), ...SHOWN.map(sign));
  else {
    const bar = el("canvas", { width: 256, height: 1 });
    bar.getContext("2d").putImageData(new ImageData(new Uint8ClampedArray(ramp(colours.ramp)), 256, 1), 0, 0);
    const ends = { height: ["0 m", "4 m"], intensity: ["dull", "bright"], distance: ["0 m", "80 m"] }[view.colouring];
    parts.push(el("span", {}, ends[0], bar, ends[1]), ...SHOWN.map(sign));
  }
  byId("legend").replaceChildren(...parts, swatch(colours.plan, "plan"), swatch(colours.stop, "safe stop"));
}

function keys({ player, view, stage, exporter, link, restyle, help, timeline }) {
  const speed = step => { const s = byId("speed"); s.selectedIndex = Math.min(SPEEDS.length - 1, Math.max(0, s.selectedIndex + step)); player.rate = Number(s.value); };
  const actions = {
    " ": () => player.toggle(), ",": () => player.step(-1), ".": () => player.step(1), Home: () => player.seek(player.start), End: () => player.seek(player.end),
    "[": () => speed(-1), "]": () => speed(1), e: () => nextEvent(player, timeline, 1), E: () => nextEvent(player, timeline, -1),
    1: () => stage.pressCamera("chase"), 2: () => stage.pressCamera("top"), 3: () => stage.pressCamera("orbit"), 4: () => stage.pressCamera("driver"),
    c: () => view.nextColouring(), t: () => view.toggle("truth"), n: () => view.toggle("labels"), f: () => view.toggle("futures"), p: () => view.toggle("proposals"), b: () => view.toggle("boxes"),
    m: () => view.compare?.(view.comparison === "side" ? "overlay" : "side"), s: () => exporter.shot(), v: () => exporter.ask(), k: link, d: restyle, "?": help,
    Escape: () => player.select(null, null),
  };
  addEventListener("keydown", e => {
    if (e.ctrlKey || e.metaKey || e.altKey || document.querySelector("dialog[open]") || /^(INPUT|SELECT|TEXTAREA)$/.test(e.target.tagName)) return;
    if (e.key === "ArrowLeft" || e.key === "ArrowRight") player.seek(player.time + (e.key === "ArrowLeft" ? -1 : 1) * (e.shiftKey ? 1 : 0.1));
    else if (e.key === " " && e.target.tagName === "BUTTON" && e.target.id !== "play") return;
    else if (actions[e.key]) actions[e.key]();
    else return;
    e.preventDefault();
  });
}

start().catch(problem => notice(`Cannot show the drive: ${problem.message}`));
