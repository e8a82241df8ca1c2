// The camera image with the boxes of the tracks as the stack believes them at the exposure.

import { css } from "./palette.js";

export class CameraPane {
  constructor(section, canvas, name) {
    this.section = section;
    this.canvas = canvas;
    this.name = name;
  }

  draw(drive, t, view, items) {
    const camera = drive.camera();
    this.section.classList.toggle("empty", !drive.imageTopic);
    if (!drive.imageTopic) return;
    const image = drive.imageAt(t);
    if (!image) {
      this.name.textContent ||= `${drive.imageTopic}  loading`;
      return;
    }
    const { bitmap } = image;
    if (this.canvas.width !== bitmap.width || this.canvas.height !== bitmap.height) {
      this.canvas.width = bitmap.width;
      this.canvas.height = bitmap.height;
      this.section.style.aspectRatio = `${bitmap.width} / ${bitmap.height}`;
    }
    const pen = this.canvas.getContext("2d");
    pen.drawImage(bitmap, 0, 0);
    if (view.layers.detections) this.seen(pen, drive, image.t, bitmap.width);
    this.name.textContent = `${drive.imageTopic}  ${image.t.toFixed(2)} s`;
    if (camera?.length > 1 && view.layers.boxes) this.boxes(pen, drive, camera, image.t, items(image.t), bitmap.width);
  }

  /** What the camera's own detector found in the front camera's image. */
  seen(pen, drive, t, width) {
    const row = drive.imageTopic === FRONT ? drive.at("seen", t) : null;
    if (!row || Math.abs(row[0] - t) > 0.06) return;
    pen.lineWidth = Math.max(1.2, width / 520);
    pen.setLineDash([6, 4]);
    for (const [kind, left, top, right, bottom, probability] of row[2]) {
      if (probability < 0.5) continue;
      pen.strokeStyle = kind === 0 ? "#ffd166" : "#ff7ab8";
      pen.strokeRect(left, top, right - left, bottom - top);
    }
    pen.setLineDash([]);
  }

  boxes(pen, drive, camera, t, items, width) {
    const ego = drive.ego(t);
    if (!ego) return;
    const lens = lensOf(camera, ego);
    pen.lineWidth = Math.max(1.2, width / 520);
    pen.lineJoin = "round";
    pen.font = `600 ${Math.max(10, Math.round(width / 64))}px Inter, "Segoe UI", system-ui, sans-serif`;
    const named = [];
    for (const item of items) {
      const corners = [];
      const c = Math.cos(item.yaw), s = Math.sin(item.yaw);
      for (const [a, b, h] of CORNERS) {
        const x = a * item.l / 2, y = b * item.w / 2;
        corners.push(lens(item.x + c * x - s * y, item.y + s * x + c * y, item.z + h * item.h));
      }
      if (corners.some(p => p === null)) continue;
      pen.strokeStyle = css(item.colour);
      pen.globalAlpha = item.selected ? 1 : 0.9;
      pen.beginPath();
      for (const [i, j] of LINES) { pen.moveTo(...corners[i]); pen.lineTo(...corners[j]); }
      pen.stroke();
      pen.globalAlpha = item.selected ? 0.4 : 0.16;
      pen.fillStyle = css(item.colour);
      pen.beginPath();
      [0, 1, 5, 4].forEach((k, i) => i ? pen.lineTo(...corners[k]) : pen.moveTo(...corners[k]));
      pen.fill();
      pen.globalAlpha = 1;
      named.push({ item, corners, distance: Math.hypot(item.x - ego.x, item.y - ego.y) });
    }
    this.words(pen, named, width);
  }

  /** Names above all boxes, the nearest first, none over another. */
  words(pen, named, width) {
    named.sort((a, b) => (b.item.selected ? 1 : 0) - (a.item.selected ? 1 : 0) || a.distance - b.distance);
    const size = Math.max(10, Math.round(width / 64));
    const taken = [];
    for (const { item, corners } of named) {
      const left = Math.min(...corners.map(p => p[0])), top = Math.min(...corners.map(p => p[1]));
      const right = Math.max(...corners.map(p => p[0]));
      if (right < 0 || left > width || right - left < width / 42 && !item.selected) continue;
      const text = `${item.id} ${item.kind}`;
      const w = pen.measureText(text).width + 8;
      const x = Math.min(width - w, Math.max(0, left)), y = Math.max(size + 7, top);
      const box = [x, y - size - 7, x + w, y - 2];
      if (taken.some(b => box[0] < b[2] && b[0] < box[2] && box[1] < b[3] && b[1] < box[3])) continue;
      taken.push(box);
      pen.fillStyle = "rgba(10,13,18,.78)";
      pen.fillRect(box[0], box[1], w, size + 5);
      pen.fillStyle = "#eef2f7";
      pen.fillText(text, x + 4, y - 6);
    }
  }
}

const FRONT = "/sensor/camera/front/image";

// Front face first, bottom before top.
const CORNERS = [[1, 1, 0], [1, -1, 0], [-1, -1, 0], [-1, 1, 0], [1, 1, 1], [1, -1, 1], [-1, -1, 1], [-1, 1, 1]];
const LINES = [[0, 1], [1, 2], [2, 3], [3, 0], [4, 5], [5, 6], [6, 7], [7, 4], [0, 4], [1, 5], [2, 6], [3, 7]];

/** Rows of the rotation by yaw, pitch, roll (z, y', x''). */
function rotation(yaw, pitch, roll) {
  const cy = Math.cos(yaw), sy = Math.sin(yaw), cp = Math.cos(pitch), sp = Math.sin(pitch), cr = Math.cos(roll), sr = Math.sin(roll);
  return [
    [cy * cp, cy * sp * sr - sy * cr, cy * sp * cr + sy * sr],
    [sy * cp, sy * sp * sr + cy * cr, sy * sp * cr - cy * sr],
    [-sp, cp * sr, cp * cr],
  ];
}

function inverse(r, dx, dy, dz) {
  return [0, 1, 2].map(i => r[0][i] * dx + r[1][i] * dy + r[2][i] * dz);
}

/** From the map into the image; null behind the lens. Radial distortion as the calibration says. */
export function lensOf(camera, ego) {
  const [, cx, cy, cz, yaw, pitch, roll, , , fx, fy, ux, uy, k1, k2] = camera;
  const body = rotation(ego.yaw, ego.pitch, ego.roll), mount = rotation(yaw, pitch, roll);
  return (x, y, z) => {
    const b = inverse(body, x - ego.x, y - ego.y, z - ego.z);
    const p = inverse(mount, b[0] - cx, b[1] - cy, b[2] - cz);
    if (p[0] < 0.6) return null;
    const u = -p[1] / p[0], v = -p[2] / p[0];
    const r2 = Math.min(1.2, u * u + v * v);
    const d = 1 + k1 * r2 + k2 * r2 * r2;
    return [ux + fx * u * d, uy + fy * v * d];
  };
}
