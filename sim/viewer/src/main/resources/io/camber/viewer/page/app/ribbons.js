// Bands of paint on the ground: plans, futures, trails, road marks. One mesh holds many, rewritten when they change.

import { BufferAttribute, BufferGeometry, DynamicDrawUsage, DoubleSide, Mesh, MeshBasicMaterial } from "../vendor/three/three.module.min.js";

export class Ribbons {
  constructor(capacity, order) {
    this.positions = new Float32Array(capacity * 18);
    this.colours = new Float32Array(capacity * 24);
    this.geometry = new BufferGeometry();
    this.geometry.setAttribute("position", new BufferAttribute(this.positions, 3).setUsage(DynamicDrawUsage));
    this.geometry.setAttribute("color", new BufferAttribute(this.colours, 4).setUsage(DynamicDrawUsage));
    this.mesh = new Mesh(this.geometry, new MeshBasicMaterial({ vertexColors: true, transparent: true, depthWrite: false, side: DoubleSide }));
    this.mesh.frustumCulled = false;
    this.mesh.renderOrder = order;
    this.capacity = capacity;
    this.clear();
  }

  clear() { this.count = 0; }

  /** A band along points [x, y, z, half width, colour, alpha]; gaps of a dashed one are left out. */
  add(points, dashed = false) {
    let left = null;
    for (let i = 0; i < points.length; i++) {
      const p = points[i];
      const a = points[Math.max(0, i - 1)], b = points[Math.min(points.length - 1, i + 1)];
      const dx = b[0] - a[0], dy = b[1] - a[1];
      const length = Math.hypot(dx, dy);
      if (length < 1e-6) continue;
      const edge = { l: [p[0] - dy / length * p[3], p[1] + dx / length * p[3], p[2]], r: [p[0] + dy / length * p[3], p[1] - dx / length * p[3], p[2]], p };
      if (left && !(dashed && i % 2 === 0)) this.quad(left, edge);
      left = edge;
    }
  }

  quad(a, b) {
    if (this.count >= this.capacity) return;
    const corners = [[a.l, a.p], [a.r, a.p], [b.l, b.p], [b.l, b.p], [a.r, a.p], [b.r, b.p]];
    let at = this.count * 18, c = this.count * 24;
    for (const [at3, p] of corners) {
      this.positions[at++] = at3[0];
      this.positions[at++] = at3[1];
      this.positions[at++] = at3[2];
      this.colours[c++] = linear(p[4] >> 16 & 255);
      this.colours[c++] = linear(p[4] >> 8 & 255);
      this.colours[c++] = linear(p[4] & 255);
      this.colours[c++] = p[5];
    }
    this.count++;
  }

  finish() {
    this.geometry.setDrawRange(0, this.count * 6);
    // Only what was written goes to the card: the whole of it is some megabytes.
    for (const [attribute, perQuad] of [[this.geometry.attributes.position, 18], [this.geometry.attributes.color, 24]]) {
      attribute.clearUpdateRanges();
      attribute.addUpdateRange(0, Math.max(1, this.count) * perQuad);
      attribute.needsUpdate = true;
    }
  }
}

function linear(byte) {
  const v = byte / 255;
  return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
}
