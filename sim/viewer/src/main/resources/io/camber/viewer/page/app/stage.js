// The 3-D picture: one scene, drawn once, side by side or overlaid, and a flat canvas above it for words.

import {
  AmbientLight, Color, DirectionalLight, Fog, GridHelper, PerspectiveCamera, Raycaster, Scene, SRGBColorSpace, Vector2, Vector3, WebGLRenderer,
} from "../vendor/three/three.module.min.js";
import { Actors } from "./actors.js";
import { Controls } from "./controls.js";
import { css, mark, palette } from "./palette.js";
import { Road } from "./road.js";

/** Without a graphics card: pixels a side while the picture moves, and how long it must rest to become fine again. */
const COARSE = 0.5;
const REST_MS = 250;
/** What is slower stands: its name comes without a speed. */
const STANDING_MPS = 0.3;

/** A context of a graphics card with smooth edges; where there is none, one without: software takes three times as long for them. */
function context(canvas) {
  const wish = { alpha: false, depth: true, stencil: false, powerPreference: "high-performance" };
  const card = canvas.getContext("webgl2", { ...wish, antialias: true, failIfMajorPerformanceCaveat: true });
  return card ?? canvas.getContext("webgl2", { ...wish, antialias: false });
}

function isSoftware(gl) {
  const names = gl.getExtension("WEBGL_debug_renderer_info");
  return /swiftshader|llvmpipe|softpipe|software|basic render/i.test(gl.getParameter(names ? names.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
}

export class Stage {
  constructor(canvas, labels, view, changed) {
    this.canvas = canvas;
    this.labels = labels;
    this.view = view;
    const gl = context(canvas);
    this.renderer = new WebGLRenderer({ canvas, context: gl ?? undefined });
    this.isSoftware = gl !== null && isSoftware(gl);
    /** Draws fine whatever the time it takes: for pictures that are kept. */
    this.isExact = false;
    /** The first picture comes without names. */
    this.isWordless = true;
    this.coarseness = this.isSoftware ? COARSE : 1;
    this.renderer.debug.checkShaderErrors = false; // asking makes the page wait for every shader
    this.changed = changed;
    this.renderer.outputColorSpace = SRGBColorSpace;
    this.scene = new Scene();
    this.sun = new DirectionalLight(0xffffff, 1.9);
    this.sun.position.set(-30, 20, 60);
    this.ambient = new AmbientLight(0xffffff, 1.6);
    this.scene.add(this.sun, this.ambient);
    this.camera = new PerspectiveCamera(44, 1, 0.2, 1500);
    this.controls = new Controls(canvas, changed);
    this.controls.clicked = e => this.pick(e);
    this.shows = [];
    /** What lies over the picture, as left, top, right, bottom. */
    this.covered = [];
    this.lastTime = null;
    new ResizeObserver(() => { this.resize(); changed(); }).observe(canvas.parentElement);
    this.resize();
    this.theme();
  }

  /** Takes a drive up; maps come later. */
  add(drive) {
    const actors = new Actors(drive);
    actors.cloud.paint(palette());
    this.shows.push({ drive, actors, road: null });
    this.scene.add(actors.group);
  }

  setMap(drive, map, origin) {
    const show = this.shows.find(s => s.drive === drive);
    show.road = new Road(map, origin);
    show.road.build(palette());
    this.scene.add(show.road.group);
  }

  /** Lets shaders be translated while data is on its way. */
  prepare() {
    this.renderer.compile(this.scene, this.camera);
  }

  theme() {
    const colours = palette();
    this.view.colours = colours;
    this.scene.background = new Color(colours.background);
    this.scene.fog = new Fog(colours.background, 140, 420);
    if (this.grid) this.scene.remove(this.grid);
    this.grid = new GridHelper(1200, 120, colours.grid, colours.grid).rotateX(Math.PI / 2);
    this.grid.position.z = -0.12;
    this.scene.add(this.grid);
    for (const { actors, road } of this.shows) {
      actors.cloud.paint(colours);
      road?.build(colours);
    }
  }

  resize() {
    const box = this.canvas.parentElement.getBoundingClientRect();
    const ratio = Math.min(window.devicePixelRatio || 1, 2);
    const width = Math.max(1, Math.round(box.width));
    const height = Math.max(1, Math.round(box.height));
    if (width === this.width && height === this.height && ratio === this.ratio) return;
    this.width = width;
    this.height = height;
    this.ratio = ratio;
    this.renderer.setDrawingBufferSize(width, height, ratio * this.coarseness);
    this.labels.width = width * ratio;
    this.labels.height = height * ratio;
  }

  /** Software draws fewer pixels and points while things move. */
  settle(isMoving) {
    const isCoarse = this.isSoftware && !this.isExact && (isMoving || performance.now() < this.fineAt);
    if (isMoving) this.fineAt = performance.now() + REST_MS;
    if (isCoarse) {
      clearTimeout(this.rest);
      this.rest = setTimeout(this.changed, this.fineAt - performance.now() + 20);
    }
    this.view.isThin = isCoarse;
    const coarseness = isCoarse ? COARSE : 1;
    if (coarseness === this.coarseness) return;
    this.coarseness = coarseness;
    this.renderer.setDrawingBufferSize(this.width, this.height, this.ratio * coarseness);
  }

  draw(t) {
    const view = this.view;
    const jumped = this.lastTime === null || Math.abs(t - this.lastTime) > 0.6;
    this.settle(t !== this.lastTime);
    this.lastTime = t;
    const words = this.isWordless ? null : this.labels.getContext("2d");
    words?.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
    words?.clearRect(0, 0, this.width, this.height);
    const side = view.comparison === "side" && this.shows.length > 1;
    view.isOverlaid = view.comparison === "overlay" && this.shows.length > 1;
    view.isDriver = this.controls.view === "driver";
    this.shows.forEach(({ drive, actors }, i) => {
      view.isSecond = i > 0;
      actors.update(view.timeOf(drive, t), view);
    });
    this.grid.visible = view.layers.map && !this.shows.some(s => s.road && !s.road.map.problem && s.road.map.lanes.length);
    this.renderer.setScissorTest(side);
    const cells = side ? this.shows.map((_, i) => [i]) : [this.shows.map((_, i) => i)];
    const width = this.width / cells.length;
    cells.forEach((indices, cell) => this.drawCell(t, indices, cell * width, width, jumped, words));
  }

  drawCell(t, indices, left, width, jumped, words) {
    const view = this.view;
    this.shows.forEach(({ actors, road }, i) => {
      const on = indices.includes(i);
      actors.group.visible = on && Boolean(actors.ego);
      if (road) road.group.visible = view.layers.map && on && i === indices[0];
    });
    const first = this.shows[indices[0]];
    if (first?.road) {
      const drive = first.drive, at = view.timeOf(drive, t);
      first.road.show(view.layers.truth ? drive.at("truth", at)?.[3] ?? [] : drive.at("signals", at)?.[2] ?? [], view.colours);
    }
    this.camera.aspect = width / this.height;
    this.camera.updateProjectionMatrix();
    const ego = first?.actors.ego ?? this.lastEgo;
    if (ego) {
      this.lastEgo = ego;
      const o = view.origin;
      this.controls.place(this.camera, { ...ego, x: ego.x - o.x, y: ego.y - o.y, z: ego.z - o.z }, jumped, width / this.height);
      const p = this.camera.position;
      this.grid.position.set(Math.round(p.x / 10) * 10, Math.round(p.y / 10) * 10, ego.z - o.z - 0.12);
    }
    this.renderer.setViewport(left, 0, width, this.height);
    this.renderer.setScissor(left, 0, width, this.height);
    this.renderer.render(this.scene, this.camera);
    if (words && view.layers.labels) for (const i of indices) this.words(this.shows[i].actors, left, width, words, i);
  }

  /** Names and speeds above boxes, the nearest first, none over another. */
  words(actors, left, width, words, index) {
    if (!actors.ego || index > 0 && this.view.isOverlaid) return;
    const o = this.view.origin;
    const spot = new Vector3();
    const items = [...actors.items, ...actors.truths ?? []].map(item => {
      spot.set(item.x - o.x, item.y - o.y, item.z - o.z + item.h + 0.35);
      const distance = spot.distanceTo(this.camera.position);
      spot.project(this.camera);
      return { item, distance, x: left + (spot.x + 1) / 2 * width, y: (1 - spot.y) / 2 * this.height, z: spot.z };
    }).filter(s => s.z < 1 && s.x > left && s.x < left + width && s.y > 0 && s.y < this.height && s.distance < 220);
    items.sort((a, b) => (b.item.selected ? 1 : 0) - (a.item.selected ? 1 : 0) || a.distance - b.distance);
    words.font = "600 11px Inter, 'Segoe UI', system-ui, sans-serif";
    words.textBaseline = "middle";
    const taken = [...this.covered];
    for (const { item, x, y } of items.slice(0, 40)) {
      const text = item.name !== undefined ? item.name : item.speed < STANDING_MPS && !item.selected ? String(item.id) : `${item.id}  ${(item.speed * 3.6).toFixed(0)} km/h`;
      const w = words.measureText(text).width + 24;
      const box = [x - w / 2, y - 9, x + w / 2, y + 9];
      if (taken.some(b => box[0] < b[2] && b[0] < box[2] && box[1] < b[3] && b[1] < box[3])) continue;
      taken.push(box);
      words.fillStyle = this.view.colours.label;
      words.beginPath();
      words.roundRect(box[0], box[1], w, 18, 5);
      words.fill();
      if (item.selected) { words.strokeStyle = css(item.colour); words.lineWidth = 1.5; words.stroke(); }
      words.fillStyle = css(item.colour);
      mark(words, item.name !== undefined ? "truth" : item.kind, box[0] + 10, y);
      words.fillStyle = this.view.colours.labelText;
      words.fillText(text, box[0] + 19, y + 0.5);
    }
  }

  pick(e) {
    const box = this.canvas.parentElement.getBoundingClientRect();
    const side = this.view.comparison === "side" && this.shows.length > 1;
    const cells = side ? this.shows.length : 1;
    const x = (e.clientX - box.left) / box.width * cells;
    const cell = Math.min(cells - 1, Math.floor(x));
    const ray = new Raycaster();
    if (side) this.placeFor(cell);
    ray.setFromCamera(new Vector2((x - cell) * 2 - 1, 1 - (e.clientY - box.top) / box.height * 2), this.camera);
    const faces = this.shows.filter((_, i) => !side || i === cell).flatMap(s => [...s.actors.boxes.faces(), ...s.actors.truth.faces()]);
    const hits = ray.intersectObjects(faces, false);
    const hit = hits.find(h => h.object.visible) ?? hits[0]; // tracks before the truth around them
    this.picked?.(hit ? hit.object.userData.item : null);
  }

  placeFor(cell) {
    const ego = this.shows[cell].actors.ego, o = this.view.origin;
    if (ego) this.controls.place(this.camera, { ...ego, x: ego.x - o.x, y: ego.y - o.y, z: ego.z - o.z }, false, this.camera.aspect);
  }
}
