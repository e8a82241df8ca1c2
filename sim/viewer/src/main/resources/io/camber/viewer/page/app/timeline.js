// One line for the whole drive: ticks, speed as a shade, what is loaded, events with shapes by weight, the present.

import { palette } from "./palette.js";
import { byId } from "./dom.js";

export class Timeline {
  constructor(canvas, player) {
    this.canvas = canvas;
    this.player = player;
    this.events = [];
    this.speeds = [];
    let dragging = false;
    const seek = e => player.seek(this.timeAt(e.clientX));
    canvas.addEventListener("pointerdown", e => { dragging = true; canvas.setPointerCapture(e.pointerId); this.wasPlaying = player.playing; player.pause(); seek(e); });
    canvas.addEventListener("pointermove", e => { if (dragging) seek(e); this.tip(e); });
    canvas.addEventListener("pointerup", () => { dragging = false; if (this.wasPlaying) player.play(); });
    canvas.addEventListener("pointerleave", () => { byId("tip").hidden = true; });
    this.ground = document.createElement("canvas");
    this.width = canvas.clientWidth;
    this.height = canvas.clientHeight;
    new ResizeObserver(([{ contentRect }]) => { this.width = contentRect.width; this.height = contentRect.height; player.changed(); }).observe(canvas);
  }

  timeAt(clientX) {
    const box = this.canvas.getBoundingClientRect();
    const f = Math.min(1, Math.max(0, (clientX - box.left - 8) / Math.max(1, box.width - 16)));
    return this.player.start + f * (this.player.end - this.player.start);
  }

  tip(e) {
    const tip = byId("tip");
    const t = this.timeAt(e.clientX);
    const reach = (this.player.end - this.player.start) * 6 / Math.max(1, this.canvas.clientWidth);
    const near = this.events.filter(event => Math.abs(event.t - t) < reach).slice(0, 6);
    tip.hidden = false;
    tip.textContent = near.length ? near.map(n => `${n.t.toFixed(2)} s  ${n.kind}  ${n.detail}`).join("\n") : `${t.toFixed(2)} s`;
    const box = tip.getBoundingClientRect();
    tip.style.left = `${Math.min(innerWidth - box.width - 8, Math.max(8, e.clientX - box.width / 2))}px`;
    tip.style.top = `${this.canvas.getBoundingClientRect().top - box.height - 8}px`;
  }

  draw(t, drives) {
    const ratio = Math.min(devicePixelRatio || 1, 2);
    const { width: w, height: h } = this;
    const { start, end } = this.player;
    if (!w) return;
    const x = at => 8 + (at - start) / (end - start) * (w - 16);
    const spans = drives[0]?.loaded() ?? [];
    const shown = [w, h, ratio, start, end, palette().isDark, spans.length, spans.reduce((sum, [from, to]) => sum + from + to, 0)].join();
    if (shown !== this.shown || this.events !== this.shownEvents || this.speeds !== this.shownSpeeds) {
      Object.assign(this, { shown, shownEvents: this.events, shownSpeeds: this.speeds });
      this.paint(x, w, h, ratio, spans);
    }
    const pen = this.canvas.getContext("2d");
    pen.setTransform(1, 0, 0, 1, 0, 0);
    pen.clearRect(0, 0, this.canvas.width, this.canvas.height);
    pen.drawImage(this.ground, 0, 0);
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    pen.fillStyle = this.accent;
    pen.fillRect(x(t) - 1, 4, 2, h - 8);
    pen.beginPath(); pen.arc(x(t), 6, 5, 0, 7); pen.fill();
  }

  /** What stays while the time moves. */
  paint(x, w, h, ratio, spans) {
    const style = getComputedStyle(document.documentElement);
    const colour = name => style.getPropertyValue(name).trim();
    const { start, end } = this.player;
    this.accent = colour("--accent");
    for (const canvas of [this.canvas, this.ground]) { canvas.width = Math.round(w * ratio); canvas.height = Math.round(h * ratio); }
    const pen = this.ground.getContext("2d");
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    const top = 15, bottom = h - 9;
    pen.fillStyle = colour("--bg");
    pen.beginPath(); pen.roundRect(8, top, w - 16, bottom - top, 5); pen.fill();
    this.shade(pen, x, top, bottom, palette());
    pen.fillStyle = colour("--line");
    for (const [from, to] of spans) pen.fillRect(x(Math.max(start, from)), bottom + 2, Math.max(1, x(Math.min(end, to)) - x(Math.max(start, from)) + 0.5), 3);
    this.ticks(pen, x, top, w, colour);
    for (const event of this.events) this.event(pen, event, x(event.t), top, bottom, colour);
  }

  ticks(pen, x, top, w, colour) {
    const { start, end } = this.player;
    const step = [0.5, 1, 2, 5, 10, 20, 30, 60, 120, 300, 600].find(s => (end - start) / s * 54 < w) ?? 1800;
    pen.fillStyle = colour("--dim");
    pen.font = "10px ui-monospace, Menlo, monospace";
    pen.textAlign = "center";
    for (let at = Math.ceil(start / step) * step; at <= end + 1e-6; at += step) {
      pen.globalAlpha = 0.35;
      pen.fillRect(x(at), top, 1, 5);
      pen.globalAlpha = 0.9;
      pen.fillText(step < 1 ? at.toFixed(1) : at.toFixed(0), x(at), 10);
    }
    pen.globalAlpha = 1;
    pen.textAlign = "left";
  }

  shade(pen, x, top, bottom, colours) {
    if (this.speeds.length < 2) return;
    const most = Math.max(5, ...this.speeds.map(s => s[1]));
    pen.beginPath();
    pen.moveTo(x(this.speeds[0][0]), bottom);
    for (const [at, v] of this.speeds) pen.lineTo(x(at), bottom - Math.max(0, v) / most * (bottom - top - 5));
    pen.lineTo(x(this.speeds[this.speeds.length - 1][0]), bottom);
    pen.globalAlpha = 0.16;
    pen.fillStyle = colours.series[0];
    pen.fill();
    pen.globalAlpha = 1;
  }

  event(pen, event, x, top, bottom, colour) {
    const y = (top + bottom) / 2;
    pen.fillStyle = colour({ hard: "--bad", warning: "--warn", info: "--info" }[event.weight] ?? "--info");
    pen.beginPath();
    if (event.weight === "hard") pen.rect(x - 4, y - 7, 8, 14);
    else if (event.weight === "warning") { pen.moveTo(x, y - 7); pen.lineTo(x + 6, y + 5); pen.lineTo(x - 6, y + 5); }
    else { pen.globalAlpha = 0.75; pen.rect(x - 0.75, y - 6, 1.5, 12); }
    pen.fill();
    pen.globalAlpha = 1;
  }
}
