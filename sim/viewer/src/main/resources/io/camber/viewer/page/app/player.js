// The clock of the page: one time for all drives, played, stepped, sought; draws when something changed and not else.

const FRAME_S = 0.1;
export const SPEEDS = [0.1, 0.25, 0.5, 1, 2, 4, 8];

export class Player {
  constructor(drives) {
    this.drives = drives;
    this.start = Math.min(...drives.map(d => d.start));
    this.end = Math.max(...drives.map(d => d.end));
    this.time = this.start;
    this.rate = 1;
    this.playing = false;
    this.following = drives.some(d => d.isGrowing);
    this.dirty = true;
    this.drawers = [];
    this.last = null;
    const loop = now => { this.tick(now); requestAnimationFrame(loop); };
    requestAnimationFrame(loop);
  }

  changed() { this.dirty = true; }

  seek(t) {
    this.following = false;
    this.go(t);
  }

  go(t) {
    const at = Math.min(this.end, Math.max(this.start, t));
    if (at !== this.time) this.dirty = true;
    this.time = at;
    for (const drive of this.drives) drive.seek(Math.min(drive.end, at));
  }

  play() {
    if (this.time >= this.end - 1e-3 && !this.following) this.go(this.start);
    this.playing = true;
    this.dirty = true;
  }
  pause() { this.playing = false; this.dirty = true; }
  toggle() { if (this.playing) this.pause(); else this.play(); }

  step(direction) {
    this.pause();
    const [before, after] = this.drives[0].neighbours(this.time);
    this.seek(direction < 0 ? before ?? this.time - FRAME_S : after ?? this.time + FRAME_S);
  }

  grow() {
    this.start = Math.min(...this.drives.map(d => d.start));
    this.end = Math.max(...this.drives.map(d => d.end));
    this.dirty = true;
  }

  tick(now) {
    const passed = this.last === null ? 0 : Math.min(0.25, (now - this.last) / 1000);
    this.last = now;
    if (this.following && this.drives.some(d => d.isGrowing)) {
      // Stays a little behind the newest data and glides, so that the picture does not jerk with the news.
      const wanted = this.end - 0.35;
      if (Math.abs(wanted - this.time) > 2) this.go(wanted);
      else this.go(this.time + passed + (wanted - this.time - passed) * Math.min(1, passed * 2));
    } else if (this.playing) {
      const ready = this.drives.every(d => this.time > d.end || d.isLoaded(this.time));
      if (ready) this.go(this.time + passed * this.rate);
      if (this.time >= this.end - 1e-6) this.pause();
    }
    if (this.dirty) this.drawNow(now);
  }

  drawNow(now = performance.now()) {
    this.dirty = false;
    for (const draw of this.drawers) draw(this.time, now);
  }

  /** Waits until everything for a time is there, and goes there. */
  async loadedAt(t) {
    this.seek(t);
    for (let i = 0; i < 500; i++) {
      const ready = this.drives.every(d => t > d.end || d.isLoaded(t) && d.hasSweep(t));
      if (ready) return;
      await new Promise(go => setTimeout(go, 10));
    }
  }
}
