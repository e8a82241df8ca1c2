// Puts the page together: drives, player, stage, panels, keys.

import { CameraPane } from "./app/camera-pane.js";
import { byId, el, fill, icon } from "./app/dom.js";
import { Exporter } from "./app/exporter.js";
import { moment as named, opening } from "./app/first.js";
import { follow } from "./app/follow.js";
import { Hud } from "./app/hud.js";
import { KEYS, keys, transport } from "./app/keys.js";
import { legend } from "./app/legend.js";
import { palette } from "./app/palette.js";
import { draw as drawPanel, TABS } from "./app/panels.js";
import { Player } from "./app/player.js";
import { Stage } from "./app/stage.js";
import { Timeline } from "./app/timeline.js";
import { LAYERS, menus } from "./app/toolbar.js";

/** How often a request for plots or events is made again before the page goes on without. */
const RETRIES = 2;
const OFF = ["detections", "truth"];
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
    comparison: drives.length > 1 ? "side" : "none", hasPlans: drives.some(d => d.isGrowing || d.info.topics.some(([name]) => name === "/planning/trajectory")), origin: { x: 0, y: 0, z: 0 }, colours: palette(), timeOf: (drive, t) => Math.min(drive.end, Math.max(drive.start, t)),
  };
  // Where nothing was perceived, what somebody labelled is all there is to see.
  if (!drives.some(d => d.isGrowing || d.info.topics.some(([name]) => name === "/perception/tracks"))) view.layers.truth = true;
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

  let silent = 0;
  /** The server does not answer: says so the second time, as one request may always be lost. What is refused is another matter. */
  function unanswered(problem) {
    if (problem instanceof TypeError || problem?.name === "TimeoutError") {
      if (++silent > 1) notice("The server does not answer. Trying again …");
    } else {
      notice(`The server refuses: ${problem.message}`);
      console.warn(problem);
    }
  }
  function answered() {
    const was = silent;
    silent = 0;
    if (was < 2) return;
    notice("The server answers again.");
    if (missing) {
      drives.forEach(drive => drive.unskipSparsePieces());
      survey().catch(unanswered);
    }
    setTimeout(() => { if (!silent) notice(""); }, 2500);
  }
  for (const drive of drives) Object.assign(drive, { answered, unanswered });

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
  let missing = 0;
  async function survey() {
    let answers = true;
    missing = 0;
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
    for (const button of byId("tabs").children) {
      button.setAttribute("aria-selected", String(button.dataset.tab === name));
      button.tabIndex = button.dataset.tab === name ? 0 : -1;
    }
    byId("panel").setAttribute("aria-labelledby", `tab-${name}`);
    byId("panel").scrollTop = 0;
    panelDue = 0;
    player.changed();
  }
  /** Whose image and tables stand beside the picture, when there are two drives. */
  function side(index) {
    view.panelDrive = index;
    for (const button of byId("whose").children) button.setAttribute("aria-pressed", String(Number(button.dataset.drive) === index));
    panelDue = 0;
    player.changed();
  }
  const whose = byId("whose");
  whose.hidden = drives.length < 2;
  if (drives.length > 1) fill(whose, ...drives.map((drive, i) => el("button", { "data-drive": i, title: drive.info.name }, el("b", { style: { color: i ? "var(--drive-b)" : "var(--drive-a)" } }, "AB"[i]), el("span", {}, drive.info.name))));
  whose.onclick = e => { const button = e.target.closest("[data-drive]"); if (button) side(Number(button.dataset.drive)); };
  fill(byId("tabs"), ...Object.entries(TABS).map(([name, text]) => el("button", { role: "tab", id: `tab-${name}`, "aria-controls": "panel", "data-tab": name }, text)));
  byId("tabs").onclick = e => { if (e.target.dataset.tab) tab(e.target.dataset.tab); };
  byId("tabs").onkeydown = e => {
    const names = Object.keys(TABS), step = { ArrowLeft: -1, ArrowRight: 1 }[e.key];
    const to = step ? names[(names.indexOf(tabName) + step + names.length) % names.length] : { Home: names[0], End: names[names.length - 1] }[e.key];
    if (!to) return;
    tab(to);
    byId(`tab-${to}`).focus();
    e.preventDefault();
    e.stopPropagation();
  };
  byId("panel").onkeydown = e => {
    if ((e.key === "Enter" || e.key === " ") && e.target.matches("tr.pick")) { e.target.click(); e.preventDefault(); e.stopPropagation(); }
  };

  const pointAt = e => {
    const row = e.target.closest?.("[data-proposal]");
    const picked = e.type === "pointerover" && row ? Number(row.dataset.proposal) : null;
    if (picked !== view.proposal) { view.proposal = picked; player.changed(); }
  };
  byId("panel").addEventListener("pointerover", pointAt);
  byId("panel").addEventListener("pointerleave", pointAt);

  // Names in the picture leave out what lies over it.
  const covers = new ResizeObserver(() => {
    const box = byId("stage").getBoundingClientRect();
    stage.covered = [...document.querySelectorAll(".dial, #legend")].filter(e => e.offsetParent).map(e => e.getBoundingClientRect()).map(r => [r.left - box.left, r.top - box.top, r.right - box.left, r.bottom - box.top]);
  });
  for (const e of document.querySelectorAll("#stage, .dial, #legend")) covers.observe(e);
  let panelWidth = 0;
  new ResizeObserver(([{ contentRect }]) => { panelWidth = contentRect.width; panelDue = 0; player.changed(); }).observe(byId("panel"));
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
    said(byId("now"), t.toFixed(2));
    said(byId("end"), ` / ${player.end.toFixed(1)} s`);
    const slider = byId("timeline");
    for (const [name, value] of [["aria-valuemin", player.start.toFixed(1)], ["aria-valuemax", player.end.toFixed(1)], ["aria-valuenow", t.toFixed(1)], ["aria-valuetext", `${t.toFixed(1)} seconds`]]) if (slider.getAttribute(name) !== value) slider.setAttribute(name, value);
    const symbol = player.playing ? "pause" : "play";
    if (byId("play").dataset.symbol !== symbol) { byId("play").dataset.symbol = symbol; byId("play").replaceChildren(icon(symbol)); }
    if (now >= panelDue) {
      panelDue = now + 140;
      drawPanel(tabName, byId("panel"), panelWidth, show, view.timeOf(show.drive, t), view, player);
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
  tab(view.hasPlans ? "plan" : "objects");
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
  if (drives.some(d => d.isGrowing)) {
    byId("live").hidden = false;
    byId("live").onclick = () => { player.following = true; player.changed(); };
    follow(drives, player, { answered, unanswered, surveyed: () => { refresh(); courses().catch(unanswered); titles(drives); } });
  }
}

function said(element, text) { if (element.textContent !== text) element.textContent = text; }

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

start().catch(problem => notice(`Cannot show the drive: ${problem.message}`));
