// What is drawn of one drive at one time, except its map: sweep, tracks, futures, plan, truth, trail, ego.

import { Group } from "../vendor/three/three.module.min.js";
import { Boxes, Car } from "./boxes.js";
import { Cloud } from "./cloud.js";
import { turn } from "./data.js";
import { brief } from "./dom.js";
import { CLASSES } from "./palette.js";
import { Ribbons } from "./ribbons.js";

export class Actors {
  constructor(drive) {
    this.drive = drive;
    this.group = new Group();
    this.cloud = new Cloud();
    this.boxes = new Boxes();
    this.truth = new Boxes({ face: 0, edge: 0.9 });
    this.found = new Boxes({ face: 0.06, edge: 0.5 });
    this.car = new Car(drive.info.vehicle);
    this.ground = new Ribbons(24000, 4);
    this.group.add(this.cloud.points, this.boxes.group, this.truth.group, this.found.group, this.car.group, this.ground.mesh);
    this.items = [];
  }

  update(t, view) {
    const { colours, layers, origin } = view;
    const drive = this.drive;
    const second = view.isSecond;
    this.ego = drive.ego(t);
    this.group.visible = Boolean(this.ego);
    if (!this.ego) return;
    this.cloud.show(drive.sweepAt(t), origin, { visible: layers.sweep && !(second && view.isOverlaid), colouring: view.colouring, size: view.pointSize, isThin: view.isThin });
    this.items = layers.tracks ? this.tracks(t, view) : [];
    this.boxes.show(this.items, origin);
    this.truths = layers.truth ? this.truthItems(t, view) : [];
    this.truth.show(this.truths, origin);
    this.found.show(layers.detections ? this.detections(t, view) : [], origin);
    const steering = drive.at("report", t)?.[2] ?? drive.at("actuation", t)?.[1] ?? 0;
    this.car.show(view.isDriver ? null : this.ego, steering, origin, second ? colours.egoB : colours.ego, colours.isDark ? 0x27313d : 0x56637a);
    this.paintGround(t, view);
  }

  tracks(t, view) {
    const [a, b] = this.drive.around("tracks", t);
    if (!a || t - a[0] > 1.0) return [];
    const near = b && b[0] - a[0] < 0.35 ? Math.max(0, (t - a[0]) / (b[0] - a[0])) : 0;
    const later = new Map(near > 0 ? b[2].map(o => [o[0], o]) : []);
    return a[2].map(o => {
      const n = later.get(o[0]) ?? o;
      const mix = i => o[i] + (n[i] - o[i]) * near;
      const hidden = view.isOverlaid && view.isSecond;
      return {
        id: o[0], drive: this.drive, kind: CLASSES[o[1]], x: mix(2), y: mix(3), yaw: turn(o[4], n[4], near), z: o[5],
        l: o[6], w: o[7], h: o[8], vx: o[9], vy: o[10], speed: Math.hypot(o[9], o[10]), accel: o[11], existence: o[12], age: o[13],
        coasted: o[14], confidence: o[15], sigma: o[16], colour: hidden ? view.colours.egoB : view.colours.classes[o[1]],
        fade: (o[14] > 0.15 ? 0.55 : 1) * (hidden ? 0.6 : 1) * (o[1] === 0 ? 0.6 : 1), selected: view.selected?.id === o[0] && view.selected.drive === this.drive.index,
      };
    });
  }

  truthItems(t, view) {
    const [a, b] = this.drive.around("truth", t);
    if (!a) return [];
    const f = b && b[0] - a[0] < 0.5 ? Math.max(0, (t - a[0]) / (b[0] - a[0])) : 0;
    const later = new Map(b ? b[2].map(o => [o[0], o]) : []);
    return a[2].filter(o => o[0] !== a[1]).map(o => {
      const n = later.get(o[0]) ?? o;
      const mix = i => o[i] + (n[i] - o[i]) * f;
      const yaw = turn(o[5], n[5], f), c = Math.cos(yaw), s = Math.sin(yaw);
      return {
        id: o[0], name: brief(o[0]), drive: this.drive, kind: CLASSES[o[1]], selected: view.selected?.id === o[0] && view.selected.drive === this.drive.index, x: mix(2) + c * o[9] - s * o[10], y: mix(3) + s * o[9] + c * o[10], z: mix(4), yaw, l: o[6], w: o[7], h: o[8],
        speed: o[11], colour: view.colours.truth,
      };
    });
  }

  detections(t, view) {
    const row = this.drive.at("detections", t);
    if (!row || t - row[0] > 0.3) return [];
    const pose = this.drive.ego(row[0]);
    if (!pose) return [];
    const c = Math.cos(pose.yaw), s = Math.sin(pose.yaw);
    return row[2].map(o => ({
      x: pose.x + c * o[1] - s * o[2], y: pose.y + s * o[1] + c * o[2], z: pose.z + o[4], yaw: pose.yaw + o[3], l: o[5], w: o[6], h: o[7],
      colour: view.colours.other,
    }));
  }

  paintGround(t, view) {
    const { colours, layers, origin } = view;
    const ground = this.ground;
    const second = view.isSecond && view.isOverlaid;
    // The estimated height is some centimetres off the road's; bands must not sink into it.
    const at = (x, y, lift) => [x - origin.x, y - origin.y, this.ego.z - origin.z + lift + 0.18];
    ground.clear();
    if (layers.trail) this.trail(t, at, second ? colours.egoB : colours.ego);
    if (layers.futures && !second) this.futures(t, at, view);
    if (layers.plan) this.plan(t, at, view, second);
    if (view.selected?.drive === this.drive.index) this.selectedTrail(t, at, view);
    ground.finish();
  }

  trail(t, at, colour) {
    const rows = this.drive.between("ego", t - 4, t);
    const points = [];
    for (let i = 0; i < rows.length; i += 5) points.push([...at(rows[i][1], rows[i][2], 0.05), 0.08, colour, 0.55 * (1 - (t - rows[i][0]) / 4)]);
    this.ground.add(points);
  }

  futures(t, at, view) {
    const row = this.drive.at("futures", t);
    if (!row || t - row[1] > 1) return;
    const objects = new Map(this.items.map(o => [o.id, o]));
    const cos = Math.cos(this.ego.yaw), sin = Math.sin(this.ego.yaw);
    for (const [id, modes] of row[2]) {
      const colour = view.layers.tracks ? objects.get(id)?.colour ?? view.colours.future : view.colours.future;
      for (const [, probability, xy] of modes) {
        if (probability < 0.03) continue;
        const points = [];
        const steps = xy.length / 2;
        for (let i = 0; i < steps; i++) {
          // What lies behind the ego is near the camera and would cover the picture.
          const ahead = cos * (xy[2 * i] - this.ego.x) + sin * (xy[2 * i + 1] - this.ego.y);
          const fade = (1 - 0.8 * i / steps) * Math.min(1, Math.max(0.12, (ahead + 12) / 24));
          points.push([...at(xy[2 * i], xy[2 * i + 1], 0.06), 0.05 + 0.1 * probability, colour, (0.15 + 0.5 * probability) * fade]);
        }
        this.ground.add(points);
      }
    }
  }

  plan(t, at, { colours, layers, proposal }, second) {
    const [row] = this.planAt(t);
    if (!row) return;
    const half = this.drive.info.vehicle[1] / 2 - 0.1;
    const overhang = this.drive.info.vehicle[0] - this.drive.info.vehicle[4];
    const line = (list, colour, width, alpha, lift) => {
      const points = [];
      for (let i = 0; i + 4 < list.length; i += 5) {
        if (list[i + 4] < t - 0.05) continue;
        const f = i / list.length;
        points.push([...at(list[i], list[i + 1], lift), width, colour, alpha * (1 - 0.75 * f)]);
      }
      return points;
    };
    if (layers.proposals && !second) this.proposals(row[5], at, colours, proposal);
    if (!second) this.ground.add(line(row[3], colours.stop, half * 0.55, 0.3, 0.07), true);
    this.ground.add(line(row[2], second ? colours.planB : colours.plan, half, 0.62, 0.08));
    const end = row[2].length - 5;
    if (end > 0 && row[2][end + 2] < 0.3) this.bar(row[2], end, overhang, at, colours.stop, half + 0.5);
  }

  /** What was not chosen: the better, the stronger; red what is not allowed; a short bar where it would be at the horizon. */
  proposals(rows, at, colours, picked) {
    const best = Math.max(...rows.map(p => p[1]), 1e-6);
    rows.forEach(([, score, , xy], i) => {
      if (i === 0 && picked !== 0 || !xy?.length) return;
      const isPicked = i === picked;
      const colour = isPicked ? colours.ego : score > 0.02 * best ? colours.proposal : colours.stop;
      const alpha = isPicked ? 0.95 : 0.22 + 0.4 * Math.max(0, score) / best;
      const points = [];
      for (let k = 0; k + 1 < xy.length; k += 2) points.push([...at(xy[k], xy[k + 1], isPicked ? 0.1 : 0.06), isPicked ? 0.13 : 0.06, colour, alpha]);
      this.ground.add(points);
      const n = xy.length, dx = xy[n - 2] - xy[n - 4], dy = xy[n - 1] - xy[n - 3], d = Math.hypot(dx, dy);
      if (d < 0.05) return;
      const nx = -dy / d * 0.45, ny = dx / d * 0.45;
      this.ground.add([[...at(xy[n - 2] + nx, xy[n - 1] + ny, 0.06), 0.1, colour, alpha], [...at(xy[n - 2] - nx, xy[n - 1] - ny, 0.06), 0.1, colour, alpha]]);
    });
  }

  /** Where the plan stands still: a bar across the lane before the bumper. */
  bar(list, end, overhang, at, colour, half) {
    const back = Math.max(0, end - 10);
    const dx = list[end] - list[back], dy = list[end + 1] - list[back + 1];
    const yaw = Math.hypot(dx, dy) > 0.05 ? Math.atan2(dy, dx) : this.ego.yaw;
    const x = list[end] + Math.cos(yaw) * overhang, y = list[end + 1] + Math.sin(yaw) * overhang;
    const nx = -Math.sin(yaw) * half, ny = Math.cos(yaw) * half;
    this.ground.add([[...at(x + nx, y + ny, 0.1), 0.14, colour, 0.95], [...at(x - nx, y - ny, 0.1), 0.14, colour, 0.95]]);
  }

  /** The plan in force: the newest that was published by then. */
  planAt(t) {
    const rows = this.drive.between("plans", t - 2.5, t + 0.4).filter(row => row[1] <= t + 1e-6);
    return [rows[rows.length - 1] ?? null, rows];
  }

  selectedTrail(t, at, view) {
    const points = [];
    for (const row of this.drive.between(typeof view.selected.id === "string" ? "truth" : "tracks", t - 6, t)) {
      const o = row[2].find(one => one[0] === view.selected.id);
      if (o) points.push([...at(o[2], o[3], 0.09), 0.12, view.colours.ego, 0.8 * (1 - (t - row[0]) / 6.2)]);
    }
    this.ground.add(points);
  }
}
