// The map: lanes as strips, paint, crossings, stop lines, lights and signs, what stands beside the road. Built once a drive.

import {
  BoxGeometry, BufferAttribute, BufferGeometry, CircleGeometry, Color, CylinderGeometry, DoubleSide, Group, InstancedMesh, Mesh,
  MeshBasicMaterial, MeshLambertMaterial, Object3D, Shape, ShapeGeometry,
} from "../vendor/three/three.module.min.js";

const LAYER = { lane: 0.0, paint: 0.025 };

export class Road {
  constructor(map, origin) {
    this.origin = origin;
    this.map = map;
    this.group = new Group();
    this.lamps = new Map();
    this.stopLines = [];
  }

  build(colours) {
    this.group.clear();
    this.lamps.clear();
    this.stopLines = [];
    if (this.map.problem) return;
    this.lanes(colours);
    this.paint(colours);
    this.things(colours);
    this.signals(colours);
  }

  at(list, i) { return [list[i] - this.origin.x, list[i + 1] - this.origin.y, list[i + 2] - this.origin.z]; }

  lanes(colours) {
    const kinds = new Map();
    for (const [, type, drivable, junction, edges] of this.map.lanes) {
      if (type === "NONE") continue;
      const colour = drivable ? (junction ? colours.junction : colours.road)
        : type === "WALKING" || type === "BIKING" ? colours.walk
        : type === "MEDIAN" || type === "RESTRICTED" ? colours.green : colours.shoulder;
      if (!kinds.has(colour)) kinds.set(colour, []);
      const out = kinds.get(colour);
      for (let i = 0; i + 11 < edges.length; i += 6) {
        const [l, r, l2, r2] = [this.at(edges, i), this.at(edges, i + 3), this.at(edges, i + 6), this.at(edges, i + 9)];
        out.push(...l, ...r, ...l2, ...l2, ...r, ...r2);
      }
    }
    let lift = 0;
    for (const [colour, positions] of kinds) this.mesh(positions, colour, LAYER.lane + 0.004 * lift++, 0);
  }

  paint(colours) {
    const names = { WHITE: colours.white, STANDARD: colours.white, YELLOW: colours.yellow, BLUE: colours.blue, RED: colours.red, GREEN: colours.green2, ORANGE: colours.orange };
    const kinds = new Map();
    const into = colour => { if (!kinds.has(colour)) kinds.set(colour, []); return kinds.get(colour); };
    for (const [name, width, points] of this.map.markings) band(into(names[name] ?? colours.white), points, Math.max(0.11, width), (l, i) => this.at(l, i));
    for (const corners of this.map.crosswalks) this.stripes(into(colours.white), corners);
    for (const [colour, positions] of kinds) this.mesh(positions, colour, LAYER.paint, 1);
    for (const [signal, kind, ...ends] of this.map.stopLines) {
      const positions = [];
      band(positions, ends, 0.4, (l, i) => this.at(l, i));
      this.stopLines.push({ signal, kind, mesh: this.mesh(positions, colours.white, LAYER.paint + 0.005, 2), rest: colours.white });
    }
  }

  /** Zebra bars across the longer side of a crossing's outline. */
  stripes(out, corners) {
    const points = [];
    for (let i = 0; i + 2 < corners.length; i += 3) points.push(this.at(corners, i));
    if (points.length < 4) return;
    let [a, b, c, d] = points;
    if (dist(a, b) < dist(b, c)) [a, b, c, d] = [b, c, d, a];
    const bars = Math.max(2, Math.round(dist(a, b)));
    for (let k = 0; k < bars; k++) {
      const [f, g] = [(k + 0.22) / bars, (k + 0.78) / bars];
      const [p, q, r, s] = [mix(a, b, f), mix(a, b, g), mix(d, c, f), mix(d, c, g)];
      out.push(...p, ...q, ...r, ...r, ...q, ...s);
    }
  }

  mesh(positions, colour, lift, order) {
    const geometry = new BufferGeometry();
    geometry.setAttribute("position", new BufferAttribute(new Float32Array(positions), 3));
    const mesh = new Mesh(geometry, new MeshBasicMaterial({ color: colour, side: DoubleSide, depthWrite: order === 0, polygonOffset: true, polygonOffsetFactor: 2 - order, polygonOffsetUnits: 2 - order }));
    mesh.position.z = lift;
    mesh.renderOrder = order;
    this.group.add(mesh);
    return mesh;
  }

  things(colours) {
    const boxes = [];
    for (const [kind, x, y, z, yaw, l, w, h, outline] of this.map.objects) {
      if (kind === "PARKING_SPACE" || kind === "PATCH") continue;
      if (outline.length >= 9 && (kind === "BUILDING" || kind === "TRAFFIC_ISLAND" || kind === "OBSTACLE")) {
        this.block(outline, Math.max(0.2, h), colours);
      } else if (l > 0 && w > 0) {
        boxes.push([x, y, z, yaw, l, w, Math.max(0.3, h), kind === "POLE" ? colours.pole : kind === "TREE" || kind === "VEGETATION" ? colours.green2 : colours.object]);
      } else if (kind === "POLE" || kind === "TREE") {
        boxes.push([x, y, z, yaw, 0.25, 0.25, Math.max(2, h), colours.pole]);
      }
    }
    if (!boxes.length) return;
    const mesh = new InstancedMesh(new BoxGeometry(1, 1, 1), new MeshLambertMaterial({ transparent: true, opacity: 0.85 }), boxes.length);
    const place = new Object3D();
    boxes.forEach(([x, y, z, yaw, l, w, h, colour], i) => {
      place.position.set(x - this.origin.x, y - this.origin.y, z - this.origin.z + h / 2);
      place.rotation.z = yaw;
      place.scale.set(l, w, h);
      place.updateMatrix();
      mesh.setMatrixAt(i, place.matrix);
      mesh.setColorAt(i, new Color(colour));
    });
    this.group.add(mesh);
  }

  block(outline, height, colours) {
    const first = this.at(outline, 0);
    const shape = new Shape();
    for (let i = 0; i + 2 < outline.length; i += 3) {
      const p = this.at(outline, i);
      if (i === 0) shape.moveTo(p[0], p[1]); else shape.lineTo(p[0], p[1]);
    }
    const top = new Mesh(new ShapeGeometry(shape), new MeshLambertMaterial({ color: colours.object, side: DoubleSide }));
    top.position.z = first[2] + height;
    this.group.add(top);
    const sides = [];
    for (let i = 0; i + 2 < outline.length; i += 3) {
      const p = this.at(outline, i), q = this.at(outline, (i + 3) % (outline.length - outline.length % 3));
      sides.push(...p, ...q, p[0], p[1], p[2] + height, p[0], p[1], p[2] + height, ...q, q[0], q[1], q[2] + height);
    }
    const geometry = new BufferGeometry();
    geometry.setAttribute("position", new BufferAttribute(new Float32Array(sides), 3));
    geometry.computeVertexNormals();
    this.group.add(new Mesh(geometry, new MeshLambertMaterial({ color: colours.object, side: DoubleSide, transparent: true, opacity: 0.8 })));
  }

  signals(colours) {
    const pole = new MeshBasicMaterial({ color: colours.pole });
    for (const [id, dynamic, , , x, y, z, yaw, h] of this.map.signals) {
      const head = new Group();
      head.position.set(x - this.origin.x, y - this.origin.y, z - this.origin.z);
      head.rotation.z = yaw;
      const height = h > 0 ? h : dynamic ? 0.9 : 0.6;
      const box = new Mesh(new BoxGeometry(0.22, 0.34, height), new MeshBasicMaterial({ color: dynamic ? 0x14181e : colours.white }));
      box.position.z = height / 2;
      head.add(box);
      if (z - this.origin.z > 1) {
        const stand = new Mesh(new CylinderGeometry(0.05, 0.05, z - this.origin.z, 6).rotateX(Math.PI / 2), pole);
        stand.position.set(-0.15, 0, -(z - this.origin.z) / 2);
        head.add(stand);
      }
      if (dynamic) this.lamps.set(id, this.lights(head, height));
      this.group.add(head);
    }
  }

  lights(head, height) {
    const lamps = [];
    for (let i = 0; i < 3; i++) {
      const lamp = new Mesh(new CircleGeometry(Math.min(0.13, height / 8), 16).rotateY(Math.PI / 2), new MeshBasicMaterial({ color: 0x222831 }));
      lamp.position.set(0.125, 0, height * (0.82 - 0.32 * i));
      head.add(lamp);
      lamps.push(lamp);
    }
    const glow = new Mesh(new CircleGeometry(0.75, 24).rotateY(Math.PI / 2), new MeshBasicMaterial({ transparent: true, opacity: 0.28, depthWrite: false }));
    glow.position.set(0.14, 0, height / 2);
    glow.visible = false;
    head.add(glow);
    return { lamps, glow };
  }

  /** Lights the lamps; states are [id, colour ordinal]. Position tells the colour as well. */
  show(states, colours) {
    const lit = { 2: [0], 3: [0, 1], 4: [1], 5: [2] };
    const hue = [0xff5a4a, 0xffc53d, 0x35e0a1];
    const seen = new Map(states.map(s => [s[0], s[1]]));
    for (const [id, { lamps, glow }] of this.lamps) {
      const on = lit[seen.get(id)] ?? [];
      lamps.forEach((lamp, i) => lamp.material.color.set(on.includes(i) ? hue[i] : 0x2a313b));
      glow.visible = on.length > 0;
      if (on.length) { glow.material.color.set(hue[on[0]]); glow.position.z = lamps[on[0]].position.z; }
    }
    for (const line of this.stopLines) {
      const state = seen.get(line.signal);
      line.mesh.material.color.set(state === 2 || state === 3 ? hue[0] : state === 4 ? hue[1] : state === 5 ? hue[2] : line.rest);
    }
    return colours;
  }
}

function band(out, points, width, at) {
  for (let i = 0; i + 5 < points.length; i += 3) {
    const a = at(points, i), b = at(points, i + 3);
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
    if (length < 1e-6) continue;
    const nx = -(b[1] - a[1]) / length * width / 2, ny = (b[0] - a[0]) / length * width / 2;
    const l = [a[0] + nx, a[1] + ny, a[2]], r = [a[0] - nx, a[1] - ny, a[2]];
    const l2 = [b[0] + nx, b[1] + ny, b[2]], r2 = [b[0] - nx, b[1] - ny, b[2]];
    out.push(...l, ...r, ...l2, ...l2, ...r, ...r2);
  }
}

function dist(a, b) { return Math.hypot(a[0] - b[0], a[1] - b[1]); }
function mix(a, b, f) { return a.map((v, i) => v + (b[i] - v) * f); }
