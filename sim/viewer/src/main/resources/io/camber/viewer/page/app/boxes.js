// Road users as boxes with edges and a nose that shows the heading; the ego as a small car.

import {
  BoxGeometry, BufferAttribute, BufferGeometry, CylinderGeometry, DoubleSide, EdgesGeometry, ExtrudeGeometry, Group, LineBasicMaterial, LineSegments,
  Mesh, MeshBasicMaterial, MeshLambertMaterial, Shape,
} from "../vendor/three/three.module.min.js";

const CUBE = new BoxGeometry(1, 1, 1).translate(0, 0, 0.5);
const EDGES = new EdgesGeometry(CUBE);
const NOSE = new BufferGeometry();
NOSE.setAttribute("position", new BufferAttribute(new Float32Array([0.5, 0, 0.02, 0.2, 0.32, 0.02, 0.2, -0.32, 0.02, 0.5, 0, 1.02, 0.2, 0.32, 1.02, 0.2, -0.32, 1.02]), 3));

/** A pool of boxes; show() uses as many as it needs. */
export class Boxes {
  constructor(options = {}) {
    this.group = new Group();
    this.options = { face: 0.22, edge: 0.95, ...options };
    this.pool = [];
  }

  show(items, origin) {
    while (this.pool.length < items.length) this.pool.push(this.make());
    this.pool.forEach((one, i) => {
      const item = items[i];
      one.group.visible = Boolean(item);
      if (!item) return;
      one.group.position.set(item.x - origin.x, item.y - origin.y, item.z - origin.z);
      one.group.rotation.z = item.yaw;
      one.group.scale.set(Math.max(0.2, item.l), Math.max(0.2, item.w), Math.max(0.2, item.h));
      one.face.material.color.set(item.colour);
      one.face.material.opacity = (item.selected ? 0.5 : this.options.face) * (item.fade ?? 1);
      one.edge.material.color.set(item.colour);
      one.edge.material.opacity = this.options.edge * (item.fade ?? 1);
      one.nose.material.color.set(item.colour);
      one.nose.material.opacity = 0.85 * (item.fade ?? 1);
      one.nose.visible = item.l > 1;
      one.face.userData.item = item;
    });
  }

  make() {
    const group = new Group();
    const material = () => new MeshBasicMaterial({ transparent: true, depthWrite: false, side: DoubleSide });
    const face = new Mesh(CUBE, material());
    const edge = new LineSegments(EDGES, new LineBasicMaterial({ transparent: true }));
    const nose = new Mesh(NOSE, material());
    face.renderOrder = 6;
    edge.renderOrder = 7;
    nose.renderOrder = 7;
    face.visible = this.options.face > 0; // what is not seen can still be clicked
    group.add(face);
    group.add(edge);
    if (this.options.face > 0) group.add(nose);
    this.group.add(group);
    return { group, face, edge, nose };
  }

  faces() { return this.pool.filter(one => one.group.visible).map(one => one.face); }
}

/** The ego: a body with a cabin and wheels that steer, origin at the rear axle. */
export class Car {
  constructor([length, width, height, wheelbase, overhang]) {
    this.group = new Group();
    this.group.rotation.order = "ZYX";
    const x0 = -overhang, x1 = length - overhang;
    const side = (points, half, material) => {
      const shape = new Shape();
      points.forEach(([x, z], i) => i ? shape.lineTo(x, z) : shape.moveTo(x, z));
      const geometry = new ExtrudeGeometry(shape, { depth: 2 * half - 0.12, bevelEnabled: true, bevelSize: 0.06, bevelThickness: 0.06, bevelSegments: 2 });
      geometry.rotateX(Math.PI / 2).translate(0, half - 0.06, 0);
      const mesh = new Mesh(geometry, material);
      this.group.add(mesh);
      return mesh;
    };
    this.paint = new MeshLambertMaterial();
    this.glass = new MeshLambertMaterial();
    this.rubber = new MeshLambertMaterial({ color: 0x15181d });
    const h = height;
    const nose = x1 - 0.05, rump = x0 + 0.05;
    side([[rump + 0.02, 0.28], [nose - 0.1, 0.24], [nose, 0.42], [nose - 0.05, h * 0.47], [nose - 0.35, h * 0.53], [nose - 1.25, h * 0.6], [rump + 0.12, h * 0.64], [rump, h * 0.6], [rump - 0.02, 0.5]], width / 2, this.paint);
    side([[rump + 0.14, h * 0.63], [nose - 1.2, h * 0.59], [nose - 2.05, h * 0.95], [nose - 2.5, h * 0.985], [rump + 0.75, h * 0.96]], width / 2 - 0.17, this.glass);
    side([[rump + 0.62, h * 0.945], [nose - 2.1, h * 0.95], [nose - 2.45, h * 1.0], [rump + 0.9, h * 0.985]], width / 2 - 0.22, this.paint);
    const lamp = (x, y, z, colour) => {
      const mesh = new Mesh(new BoxGeometry(0.06, 0.36, 0.11), new MeshBasicMaterial({ color: colour }));
      mesh.position.set(x, y, z);
      this.group.add(mesh);
      return mesh;
    };
    this.brakes = [lamp(rump - 0.05, width / 2 - 0.3, h * 0.53, 0x7a1d16), lamp(rump - 0.05, 0.3 - width / 2, h * 0.53, 0x7a1d16)];
    lamp(nose + 0.02, width / 2 - 0.3, h * 0.42, 0xfff4d6);
    lamp(nose + 0.02, 0.3 - width / 2, h * 0.42, 0xfff4d6);
    this.wheels = [[0, 1], [0, -1], [wheelbase, 1], [wheelbase, -1]].map(([x, s]) => {
      const wheel = new Mesh(new CylinderGeometry(0.34, 0.34, 0.24, 20), this.rubber);
      wheel.position.set(x, s * (width / 2 - 0.1), 0.34);
      this.group.add(wheel);
      return wheel;
    });
  }

  show(pose, steering, origin, colour, glass) {
    this.group.visible = Boolean(pose);
    if (!pose) return;
    this.group.position.set(pose.x - origin.x, pose.y - origin.y, pose.z - origin.z);
    this.group.rotation.set(pose.roll, pose.pitch, pose.yaw);
    this.paint.color.set(colour);
    this.glass.color.set(glass);
    this.wheels[2].rotation.z = this.wheels[3].rotation.z = steering;
    for (const lamp of this.brakes) lamp.material.color.set(pose.a < -0.4 ? 0xff4030 : 0x7a1d16);
  }
}
