// Speed, acceleration, steering and who drives, over the picture.

import { byId, DASH, el, num } from "./dom.js";
import { MODES, POSES } from "./palette.js";

export class Hud {
  constructor(drives) {
    this.parts = drives.map((drive, i) => this.make(drive, i, drives.length > 1));
  }

  make(drive, index, labelled) {
    const speed = el("div", { class: "speed" }, "–");
    const wheel = wheelSign();
    const bar = el("i");
    const mode = el("span", { class: "pill ok" }, "–");
    const facts = el("div", { class: "facts" });
    const name = labelled ? el("small", { style: { color: index ? "var(--drive-b)" : "var(--drive-a)" } }, index ? "B" : "A") : null;
    const root = el("div", { class: "hud" }, el("div", { class: "dial" }, name, el("div", {}, speed, el("small", { style: { textAlign: "right" } }, "km/h")), el("div", { class: "bar", title: "acceleration" }, bar), wheel, el("div", {}, mode, facts)));
    byId("huds").append(root);
    return { drive, root, speed, wheel, bar, mode, facts };
  }

  draw(timeOf, t, hideSecond) {
    for (const [i, part] of this.parts.entries()) {
      part.root.hidden = i > 0 && hideSecond === "none";
      const at = timeOf(part.drive, t);
      const ego = part.drive.ego(at);
      if (!ego) continue;
      said(part.speed, num(ego.v * 3.6));
      const command = part.drive.at("actuation", at);
      const steering = part.drive.at("report", at)?.[2] ?? command?.[1] ?? 0;
      part.wheel.style.transform = `rotate(${-steering * 15 * 180 / Math.PI}deg)`;
      const share = Math.min(1, Math.abs(ego.a) / 5 || 0) * 50;
      Object.assign(part.bar.style, ego.a >= 0 ? { bottom: "50%", top: `${50 - share}%`, background: "var(--accent)" } : { top: "50%", bottom: `${50 - share}%`, background: "var(--bad)" });
      const mode = command?.[3] ?? 0;
      const engaged = part.drive.at("report", at)?.[4] !== 0;
      said(part.mode, command ? (engaged ? MODES[mode] ?? DASH : "NOT ENGAGED") : "NO STACK");
      part.mode.className = `pill ${!command || !engaged ? "info" : ["ok", "warn", "bad"][mode]}`;
      said(part.facts, `${ego.a >= 0 ? "+" : "−"}${num(Math.abs(ego.a), 1)} m/s²  ${num(Math.round(steering * 1800 / Math.PI) / 10 || 0, 1)}°  ${POSES[ego.status] ?? DASH}`);
    }
  }
}

function wheelSign() {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 36 36");
  svg.setAttribute("class", "wheel");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", "M18 3a15 15 0 100 30 15 15 0 000-30zM4 16h10M22 16h10M18 22v10M14 16a4 4 0 008 0 4 4 0 00-8 0");
  path.setAttribute("fill", "none");
  path.setAttribute("stroke", "currentColor");
  path.setAttribute("stroke-width", "2.6");
  svg.append(path);
  return svg;
}

/** Writes only what is new: a text that is written anew has the page laid out anew. */
function said(element, text) { if (element.textContent !== text) element.textContent = text; }
