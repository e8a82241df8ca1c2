// A drive as the page holds it: windows of rows, sweeps and images around the current time, fetched in order of need and
// forgotten when memory asks for it. Nothing here grows with the length of the drive.

import { decoded, imageFrames, sweepFrames } from "./frames.js";
import { Lru } from "./lru.js";

const WINDOW_S = 2;
const BLOCK_S = 1;
const REQUESTS_MAX = 4;
const WINDOWS_MAX = 120;
const SWEEP_BYTES_MAX = 320e6;
const IMAGE_BYTES_MAX = 60e6;
const BITMAPS_MAX = 48;
const GLIMPSES_MAX = 24;
const AHEAD_S = 40;
const BEHIND_S = 8;
/** A request that failed is made again after this long, then after ever longer up to the second. */
const AGAIN_MS = 400;
const AGAIN_MS_MAX = 8000;
/** What takes longer has not been answered: rows of a log of many gigabytes, and how far a drive is. */
const ANSWER_MS = 120000;
const HEAD_MS = 10000;

/** Index of the last row whose first column is at most t; -1 when there is none. */
export function lastAt(rows, t) {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = low + high >>> 1;
    const at = typeof rows[middle] === "number" ? rows[middle] : rows[middle].t ?? rows[middle][0];
    if (at <= t + 1e-6) low = middle + 1; else high = middle;
  }
  return low - 1;
}

export function againMs(failures) { return Math.min(AGAIN_MS_MAX, AGAIN_MS * 2 ** (failures - 1)); }

async function fetched(url, kind, patienceMs = ANSWER_MS) {
  const answer = await fetch(url, { signal: AbortSignal.timeout(patienceMs) });
  if (!answer.ok) throw new Error(`${answer.status}: ${(await answer.text()).trim()}`);
  return answer[kind]();
}

/** Puts rows where they belong in time; those of one call stay together. */
function insert(into, rows) {
  if (!rows.length) return;
  const at = lastAt(into, rows[0][0]) + 1;
  const after = into.splice(at);
  for (const row of rows) into.push(row);
  for (const row of after) into.push(row);
}

export async function drives() {
  return (await fetched("/api/drives", "json")).drives;
}

export class Drive {
  constructor(index, info) {
    this.index = index;
    this.changed = () => {};
    /** Whoever tells people that the server answers or does not. */
    this.answered = () => {};
    this.unanswered = () => {};
    /** Until the first picture stands, nothing else is asked for. */
    this.isOpening = !info.isGrowing;
    this.base = `/api/drives/${index}/`;
    this.time = info.start;
    this.windows = new Lru(WINDOWS_MAX, () => 1);
    this.sweeps = new Lru(SWEEP_BYTES_MAX, block => block.bytes, block => block.frames.forEach(f => f.dispose?.()));
    this.images = new Lru(IMAGE_BYTES_MAX, block => block.bytes);
    this.glimpses = new Lru(GLIMPSES_MAX, () => 1, frame => frame.dispose?.());
    this.shown = null;
    this.bitmaps = new Lru(BITMAPS_MAX, () => 1, bitmap => { if (bitmap !== this.shown?.bitmap) bitmap.close?.(); });
    this.decoding = new Set();
    this.busy = new Set();
    this.failed = new Map();
    this.sparse = { health: [], tickets: [], events: [], routes: [] };
    this.rows = 0;
    this.update(info);
    this.courses = {};
    /** What comes later is asked for as it comes. */
    this.endAtFirst = info.end + (info.isGrowing ? 0 : 0.01);
    this.sparseTo = info.end;
    this.pieces = info.sparsePieces;
    this.piecesLeft = Array.from({ length: this.pieces }, (_, k) => k);
    this.piecesSkipped = [];
  }

  update(info) {
    this.info = info;
    this.start = info.start;
    this.end = Math.max(info.end, info.start + 0.001);
    this.isGrowing = info.isGrowing;
    this.sweepTopic ??= info.sweeps[0];
    this.imageTopic ??= info.cameras[0]?.[0];
  }

  camera() { return this.info.cameras.find(c => c[0] === this.imageTopic) ?? null; }
  /** Whether there is a map, or may yet be one. */
  get hasMap() { return this.isGrowing || this.info.topics.some(([name]) => name === "/map"); }
  map() { return this.mapAsked ??= fetched(this.base + "map", "json").catch(problem => { this.mapAsked = null; throw problem; }); }

  /** Courses for the plots: the first part stands for the whole drive, the others go between it. */
  async loadCourses(part = 0) {
    const got = await fetched(`${this.base}series?part=${part}`, "json");
    if (part === 0) this.courses = {};
    for (const [name, rows] of Object.entries(got)) this.courses[name] = (this.courses[name] ?? []).concat(rows).sort((a, b) => a[0] - b[0]);
  }
  head() { return fetched(this.base + "head", "json", HEAD_MS); }

  async loadSparse(from = this.start, to = this.end) {
    const { streams } = await fetched(`${this.base}sparse?from=${from}&to=${to}`, "json");
    for (const [name, rows] of Object.entries(streams)) insert(this.sparse[name] ??= [], rows);
  }

  /** The part of the drive whose seldom rows are wanted next: near what is looked at first. */
  nextPiece() {
    const length = (this.end - this.start) / this.pieces;
    const distance = k => Math.abs(this.start + (k + 0.5) * length - this.time);
    return this.piecesLeft.reduce((a, b) => distance(b) < distance(a) ? b : a);
  }

  /** Loads the next part's seldom rows; one that cannot be loaded is still wanted. False when all are there. */
  async loadSparsePiece() {
    if (!this.piecesLeft.length) return false;
    const next = this.nextPiece();
    const length = (this.end - this.start) / this.pieces;
    const isLast = next === this.pieces - 1;
    const from = this.start + next * length + (next ? 1e-6 : -0.01);
    await this.loadSparse(from, isLast ? this.endAtFirst : this.start + (next + 1) * length);
    this.piecesLeft = this.piecesLeft.filter(k => k !== next);
    return true;
  }

  /** Goes without the part that is wanted next. */
  skipSparsePiece() {
    const next = this.nextPiece();
    this.piecesLeft = this.piecesLeft.filter(k => k !== next);
    this.piecesSkipped.push(next);
  }

  /** What was gone without is wanted again. */
  unskipSparsePieces() { this.piecesLeft.push(...this.piecesSkipped.splice(0)); }

  /** How much of what happens seldom is there, 0 to 1. */
  get sparseShare() { return 1 - (this.piecesLeft.length + this.piecesSkipped.length) / this.pieces; }

  /** Says which time is looked at; what it needs is fetched first. */
  seek(t) {
    this.time = t;
    this.pump();
  }

  /** The first picture stands: now for the rest. */
  open() {
    this.isOpening = false;
    this.pump();
  }

  pump() {
    if (this.busy.size >= REQUESTS_MAX) return;
    for (const [kind, k] of this.wanted()) {
      const key = kind + k;
      if (this.busy.has(key) || this.failed.get(key)?.until > performance.now()) continue;
      this.load(kind, k, key);
      if (this.busy.size >= REQUESTS_MAX) return;
    }
  }

  *wanted() {
    const t = this.time;
    const window = k => !this.windows.has(k) || this.windows.get(k).isOpen && this.windows.get(k).upTo < Math.min(this.end, (k + 1) * WINDOW_S) - 1e-3;
    const block = (store, k) => !store.has(k) || store.get(k).upTo < Math.min(this.end, (k + 1) * BLOCK_S) - 1e-3;
    const near = Math.floor(t / WINDOW_S);
    const first = Math.floor(t / BLOCK_S);
    if (this.sweepTopic && !this.isGrowing && !this.hasSweep(t) && !this.glimpses.has(first)) yield ["g", first];
    if (this.spans(near, WINDOW_S) && window(near)) yield ["w", near];
    if (this.isOpening) return;
    for (const k of [near - 1, near + 1]) if (this.spans(k, WINDOW_S) && window(k)) yield ["w", k];
    for (let d = 0; d <= AHEAD_S; d++) {
      for (const k of d === 0 ? [first, first - 1] : d <= BEHIND_S ? [first + d, first - 1 - d] : [first + d]) {
        if (!this.spans(k, BLOCK_S)) continue;
        if (this.sweepTopic && block(this.sweeps, k) && this.fits(this.sweeps, d)) yield ["s", k];
        if (this.imageTopic && block(this.images, k) && this.fits(this.images, d)) yield ["i", k];
      }
      for (const k of [near + d, near - d]) if (d * WINDOW_S < AHEAD_S && this.spans(k, WINDOW_S) && window(k)) yield ["w", k];
    }
  }

  spans(k, size) { return (k + 1) * size > this.start - 1e-9 && k * size <= this.end; }

  /** Reading ahead stops short of the budget, or it would push out what is being looked at. */
  fits(store, distance) { return distance < 3 || store.size < store.budget * 0.8; }

  async load(kind, k, key) {
    this.busy.add(key);
    try {
      if (kind === "w") await this.loadWindow(k);
      else if (kind === "g") await this.loadGlimpse(k);
      else await this.loadBlock(kind === "s" ? this.sweeps : this.images, k, kind);
      this.failed.delete(key);
      this.answered();
      this.changed(this);
    } catch (problem) {
      const times = (this.failed.get(key)?.times ?? 0) + 1, wait = againMs(times);
      this.failed.set(key, { times, until: performance.now() + wait });
      setTimeout(() => this.pump(), wait + 1);
      this.unanswered(problem);
    } finally {
      this.busy.delete(key);
      this.pump();
    }
  }

  async loadWindow(k) {
    const old = this.windows.get(k);
    const from = old?.upTo !== undefined ? old.upTo + 1e-6 : k * WINDOW_S;
    const upTo = Math.min(this.end, (k + 1) * WINDOW_S - 1e-6);
    const got = await fetched(`${this.base}window?from=${from}&to=${upTo}`, "json");
    const streams = old ? old.streams : {};
    for (const [name, rows] of Object.entries(got.streams)) (streams[name] ??= []).push(...rows);
    this.windows.set(k, { streams, upTo, isOpen: upTo < (k + 1) * WINDOW_S - 1e-3 });
  }

  /** The one sweep that is wanted now: a block of them takes ten times as long. */
  async loadGlimpse(k) {
    const buffer = await fetched(`${this.base}sweeps?topic=${encodeURIComponent(this.sweepTopic)}&to=${this.time}&newest=1`, "arrayBuffer");
    const frame = sweepFrames(buffer)[0];
    this.glimpses.set(k, frame ?? { t: Infinity });
  }

  async loadBlock(store, k, kind) {
    const topic = kind === "s" ? this.sweepTopic : this.imageTopic;
    const old = store.get(k);
    const from = old ? old.upTo + 1e-6 : k * BLOCK_S;
    const upTo = Math.min(this.end, (k + 1) * BLOCK_S - 1e-6);
    const what = kind === "s" ? "sweeps" : "images";
    const buffer = await fetched(`${this.base}${what}?topic=${encodeURIComponent(topic)}&from=${from}&to=${upTo}`, "arrayBuffer");
    const frames = kind === "s" ? sweepFrames(buffer) : imageFrames(buffer);
    const all = old ? old.frames.concat(frames) : frames;
    if (old) { store.entries.delete(k); store.size -= old.bytes; }
    store.set(k, { frames: all, upTo, bytes: (old?.bytes ?? 0) + buffer.byteLength + 64 });
  }

  /** The newest row of a stream whose first column is at most t, and the one after it; either may be missing. */
  around(stream, t) {
    const near = Math.floor(t / WINDOW_S);
    let after = null;
    for (let k = near + 1; k >= near - 2; k--) {
      const rows = this.windows.get(k)?.streams[stream];
      if (!rows?.length) continue;
      const i = lastAt(rows, t);
      if (i + 1 < rows.length) after = rows[i + 1];
      if (i >= 0) return [rows[i], after];
    }
    return [null, after];
  }

  at(stream, t) { return this.around(stream, t)[0]; }

  /** Loaded rows of a stream between two times. */
  between(stream, from, to) {
    const found = [];
    for (let k = Math.floor(from / WINDOW_S); k <= Math.floor(to / WINDOW_S) + 1; k++) {
      for (const row of this.windows.get(k)?.streams[stream] ?? []) {
        const at = typeof row === "number" ? row : row[0];
        if (at >= from && at <= to) found.push(row);
      }
    }
    return found;
  }

  isLoaded(t) { return this.windows.has(Math.floor(t / WINDOW_S)); }
  hasSweep(t) { return !this.sweepTopic || this.sweeps.has(Math.floor(t / BLOCK_S)); }

  /** Whether a sweep for this time is there, or it is known that there is none. */
  hasGlimpse(t) { return this.hasSweep(t) || this.glimpses.has(Math.floor(t / BLOCK_S)); }

  newest(store, t) {
    const near = Math.floor(t / BLOCK_S);
    for (let k = near + 1; k >= near - 2; k--) {
      const frames = store.get(k)?.frames;
      if (!frames?.length) continue;
      const i = lastAt(frames, t);
      if (i >= 0) return frames[i];
    }
    return null;
  }

  sweepAt(t) {
    if (!this.sweepTopic) return null;
    const found = this.newest(this.sweeps, t);
    const glimpse = this.hasSweep(t) ? null : this.glimpses.get(Math.floor(t / BLOCK_S));
    return glimpse && glimpse.t <= t + 1e-6 && glimpse.t > (found?.t ?? -Infinity) ? glimpse : found;
  }

  /** The newest decoded image; asks for the right one to be decoded. */
  imageAt(t) {
    const frame = this.imageTopic ? this.newest(this.images, t) : null;
    if (!frame) return null;
    const bitmap = this.bitmaps.get(frame.t);
    if (!bitmap && !this.decoding.has(frame.t) && this.decoding.size < 3) {
      this.decoding.add(frame.t);
      decoded(frame).then(made => {
        this.bitmaps.set(frame.t, made);
        this.changed(this);
      }).catch(problem => console.warn("image", problem)).finally(() => this.decoding.delete(frame.t));
    }
    if (bitmap) this.show(frame.t, bitmap);
    return this.shown && Math.abs(this.shown.t - t) < 1.5 ? this.shown : null;
  }

  /** What is shown stays open until something else is, though the cache may have dropped it. */
  show(t, bitmap) {
    const before = this.shown;
    this.shown = { t, bitmap };
    if (before && before.bitmap !== bitmap && this.bitmaps.entries.get(before.t) !== before.bitmap) before.bitmap.close?.();
  }

  /** Times of a sensor's samples before and after t, for stepping. */
  neighbours(t) {
    const times = this.sweepTopic ? this.between(this.sweepTopic, t - 1.5, t + 1.5) : [];
    return [times.filter(x => x < t - 1e-3).pop(), times.find(x => x > t + 1e-3)];
  }

  /** The ego between two poses: x, y, z, yaw, pitch, roll, speed, acceleration, yaw rate, sigmas, status. */
  ego(t) {
    const [a, b] = this.around("ego", t);
    if (!a) return b ? pose(b, b, 0) : this.truthEgo(t);
    if (!b || b[0] - a[0] > 0.5) return pose(a, a, 0);
    return pose(a, b, Math.min(1, Math.max(0, (t - a[0]) / (b[0] - a[0]))));
  }

  truthEgo(t) {
    const row = this.at("truth", t);
    const actor = row?.[2].find(a => a[0] === row[1]) ?? null;
    return actor ? { x: actor[2], y: actor[3], z: actor[4], yaw: actor[5], pitch: 0, roll: 0, v: actor[11], a: 0, rate: 0, along: 0, across: 0, status: 1 } : null;
  }

  loaded() {
    const spans = [];
    for (const [k, block] of this.sweepTopic ? this.sweeps.entries : this.windows.entries) {
      const size = this.sweepTopic ? BLOCK_S : WINDOW_S;
      spans.push([k * size, block.upTo]);
    }
    return spans;
  }
}

export function turn(a, b, f) {
  let d = b - a;
  while (d > Math.PI) d -= 2 * Math.PI;
  while (d < -Math.PI) d += 2 * Math.PI;
  return a + d * f;
}

function pose(a, b, f) {
  const mix = i => a[i] + (b[i] - a[i]) * f;
  return {
    x: mix(1), y: mix(2), z: mix(3), yaw: turn(a[4], b[4], f), pitch: mix(5), roll: mix(6),
    v: mix(7), a: mix(8), rate: mix(9), along: a[10], across: a[11], status: a[12],
  };
}
