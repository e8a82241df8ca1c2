// Keys and the buttons under the picture.

import { byId, el } from "./dom.js";
import { SPEEDS } from "./player.js";

export const KEYS = [["Space", "play, pause"], [", .", "sweep back, on"], ["← →", "0.1 s, with Shift 1 s"], ["Home End", "start, end"], ["[ ]", "slower, faster"], ["E", "next event (Shift: last)"],
  ["1 – 4", "camera"], ["C", "colour of the sweep"], ["T", "truth"], ["N", "names and speeds"], ["F", "predicted modes"], ["P", "other proposals"], ["B", "boxes in the image"], ["M", "side by side, overlaid"],
  ["Q W", "turn the camera"], ["A Z", "raise, lower it"], ["+ −", "nearer, farther"], ["0", "camera back"], ["S", "save a picture"], ["V", "save a video"], ["K", "copy a link"], ["D", "light or dark"], ["Esc", "let go of the object"], ["?", "these keys"]];

export function transport(player, timeline) {
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

export function keys({ player, view, stage, exporter, link, restyle, help, timeline }) {
  const speed = step => { const s = byId("speed"); s.selectedIndex = Math.min(SPEEDS.length - 1, Math.max(0, s.selectedIndex + step)); player.rate = Number(s.value); };
  const actions = {
    " ": () => player.toggle(), ",": () => player.step(-1), ".": () => player.step(1), Home: () => player.seek(player.start), End: () => player.seek(player.end),
    "[": () => speed(-1), "]": () => speed(1), e: () => nextEvent(player, timeline, 1), E: () => nextEvent(player, timeline, -1),
    1: () => stage.pressCamera("chase"), 2: () => stage.pressCamera("top"), 3: () => stage.pressCamera("orbit"), 4: () => stage.pressCamera("driver"),
    c: () => view.nextColouring(), t: () => view.toggle("truth"), n: () => view.toggle("labels"), f: () => view.toggle("futures"), p: () => view.toggle("proposals"), b: () => view.toggle("boxes"),
    m: () => view.compare?.(view.comparison === "side" ? "overlay" : "side"), s: () => exporter.shot(), v: () => exporter.ask(), k: link, d: restyle, "?": help,
    Escape: () => player.select(null, null),
    q: () => stage.controls.turn(-1, 0), w: () => stage.controls.turn(1, 0), a: () => stage.controls.turn(0, -1), z: () => stage.controls.turn(0, 1),
    "+": () => stage.controls.near(1), "=": () => stage.controls.near(1), "-": () => stage.controls.near(-1), 0: () => stage.controls.set(stage.controls.view),
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
