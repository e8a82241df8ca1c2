// A small chart in a panel.

import { palette } from "./palette.js";

const HEIGHT = 76;

/** Lines of [t, value] as wide as told, the present as a rule. Asking the canvas for its size would have the page laid out at once. */
export function lines(canvas, w, all, t, unit) {
  const ratio = Math.min(devicePixelRatio || 1, 2), h = HEIGHT;
  if (!w) return;
  canvas.width = w * ratio;
  canvas.height = h * ratio;
  const pen = canvas.getContext("2d");
  pen.scale(ratio, ratio);
  const points = all.flatMap(([p]) => p).filter(([at, v]) => Number.isFinite(at) && Number.isFinite(v));
  if (points.length < 2) return;
  const x0 = Math.min(...points.map(p => p[0])), x1 = Math.max(...points.map(p => p[0]));
  const top = Math.max(10, ...points.map(p => p[1])) * 1.08;
  const x = at => 30 + (at - x0) / Math.max(0.1, x1 - x0) * (w - 36), y = v => h - 14 - v / top * (h - 26);
  const colours = palette();
  pen.font = "10px ui-monospace, Menlo, monospace";
  pen.fillStyle = colours.axis;
  for (const v of [0, top / 1.08]) {
    pen.fillText(v.toFixed(0), 4, y(v) + 3);
    pen.fillRect(28, y(v), w - 34, 0.5);
  }
  pen.fillText(unit, 4, 8);
  pen.fillText(`${x0.toFixed(1)} s`, 28, h - 2);
  pen.textAlign = "right";
  pen.fillText(`${x1.toFixed(1)} s`, w - 6, h - 2);
  for (const [list, colour] of all) {
    pen.strokeStyle = colour;
    pen.lineWidth = 1.6;
    pen.beginPath();
    list.forEach(([at, v], i) => i ? pen.lineTo(x(at), y(v)) : pen.moveTo(x(at), y(v)));
    pen.stroke();
  }
  if (t >= x0 && t <= x1) { pen.fillStyle = colours.axis; pen.fillRect(x(t), 2, 1, h - 16); }
}
