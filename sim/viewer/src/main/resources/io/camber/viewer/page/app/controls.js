// The camera: it follows the ego (behind, from above, from the driver's seat) or only its place, and people turn it, move it
// and come nearer with mouse, wheel and fingers. Up is z.

import { Vector3 } from "../vendor/three/three.module.min.js";
import { turn } from "./data.js";

const VIEWS = {
  chase: { azimuth: Math.PI, polar: 1.2, distance: 30, ahead: 11, height: 1.0, turns: true },
  top: { azimuth: Math.PI, polar: 0.001, distance: 75, ahead: 18, height: 0, turns: true },
  orbit: { azimuth: Math.PI * 0.82, polar: 0.95, distance: 48, ahead: 4, height: 0, turns: false },
  driver: { azimuth: Math.PI, polar: 1.5, distance: 0.1, ahead: 1.5, height: 1.35, turns: true },
};

export class Controls {
  constructor(element, changed) {
    this.element = element;
    this.changed = changed;
    this.heading = null;
    this.pan = new Vector3();
    this.pointers = new Map();
    this.set("chase");
    element.addEventListener("pointerdown", e => this.down(e));
    element.addEventListener("pointermove", e => this.move(e));
    for (const end of ["pointerup", "pointercancel"]) element.addEventListener(end, e => this.up(e));
    element.addEventListener("wheel", e => this.wheel(e), { passive: false });
    element.addEventListener("contextmenu", e => e.preventDefault());
    element.addEventListener("dblclick", () => this.set(this.view));
  }

  set(view) {
    this.view = view;
    Object.assign(this, VIEWS[view]);
    this.pan.set(0, 0, 0);
    this.changed();
  }

  /** Places a camera for an ego pose; the heading follows smoothly, at once after a jump. */
  place(camera, ego, jumped, aspect) {
    if (this.heading === null || jumped) this.heading = ego.yaw;
    else this.heading = turn(this.heading, ego.yaw, this.view === "driver" ? 1 : 0.18);
    const heading = this.turns ? this.heading : 0;
    const c = Math.cos(this.heading), s = Math.sin(this.heading);
    const ph = Math.cos(heading), ps = Math.sin(heading);
    const far = aspect < 1 ? 1 / Math.max(0.55, aspect) : 1;
    const target = new Vector3(
      ego.x + c * this.ahead + ph * this.pan.x - ps * this.pan.y,
      ego.y + s * this.ahead + ps * this.pan.x + ph * this.pan.y,
      ego.z + this.height + this.pan.z);
    const d = this.distance * (this.view === "driver" ? 1 : far);
    const a = heading + this.azimuth;
    const flat = Math.sin(this.polar) * d;
    camera.position.set(target.x + Math.cos(a) * flat, target.y + Math.sin(a) * flat, target.z + Math.cos(this.polar) * d);
    camera.up.set(this.polar < 0.05 ? -Math.cos(a) : 0, this.polar < 0.05 ? -Math.sin(a) : 0, this.polar < 0.05 ? 0 : 1);
    camera.lookAt(target);
    camera.updateMatrixWorld();
  }

  down(e) {
    this.element.setPointerCapture(e.pointerId);
    this.pointers.set(e.pointerId, { x: e.clientX, y: e.clientY });
    this.moved = this.pointers.size > 1 ? 99 : 0;
  }

  move(e) {
    const last = this.pointers.get(e.pointerId);
    if (!last) return;
    const dx = e.clientX - last.x, dy = e.clientY - last.y;
    const spread = () => {
      const [a, b] = [...this.pointers.values()];
      return { size: Math.hypot(a.x - b.x, a.y - b.y), angle: Math.atan2(a.y - b.y, a.x - b.x) };
    };
    const before = this.pointers.size === 2 ? spread() : null;
    last.x = e.clientX;
    last.y = e.clientY;
    this.moved += Math.abs(dx) + Math.abs(dy);
    if (before) {
      const after = spread();
      this.zoom(before.size / Math.max(1, after.size));
      this.azimuth += turn(before.angle, after.angle, 1) - before.angle;
      this.shift(dx / 2, dy / 2);
    } else if (e.buttons & 6 || e.shiftKey) {
      this.shift(dx, dy);
    } else {
      this.azimuth -= dx * 0.006;
      this.polar = Math.min(1.54, Math.max(0.001, this.polar - dy * 0.005));
    }
    this.changed();
  }

  /** By the keyboard: turns to the left or right and up or down. */
  turn(sideways, upwards) {
    this.azimuth += sideways * 0.12;
    this.polar = Math.min(1.54, Math.max(0.001, this.polar + upwards * 0.08));
    this.changed();
  }

  near(steps) {
    this.zoom(Math.exp(-0.18 * steps));
    this.changed();
  }

  shift(dx, dy) {
    const scale = Math.max(2, this.distance) / this.element.clientHeight * 1.1;
    const c = Math.cos(this.azimuth), s = Math.sin(this.azimuth);
    this.pan.x += (c * -dy + s * dx) * scale;
    this.pan.y += (s * -dy - c * dx) * scale;
  }

  up(e) {
    const last = this.pointers.get(e.pointerId);
    this.pointers.delete(e.pointerId);
    if (last && this.moved < 6 && e.type === "pointerup" && e.button === 0) this.clicked?.(e);
  }

  wheel(e) {
    e.preventDefault();
    this.zoom(Math.exp(Math.max(-60, Math.min(60, e.deltaY)) * 0.0022));
    this.changed();
  }

  zoom(factor) { this.distance = Math.min(900, Math.max(0.1, this.distance * factor)); }
}
