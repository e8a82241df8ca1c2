// Pictures and videos of what the stage shows. A video is drawn frame by frame, waiting for data, so a slow machine makes the
// same video as a fast one.

import { byId, el, fill } from "./dom.js";
import { mp4 } from "./mp4.js";
import { webm } from "./webm.js";

/** Codecs of each kind of file, the most playable first; H.264 is not in every build of Chromium. */
const CODECS = { mp4: [["avc1.64002a"], ["vp09.00.40.08"]], webm: [["vp09.00.40.08", "V_VP9"], ["vp8", "V_VP8"]] };

export class Exporter {
  constructor(stage, player) {
    this.stage = stage;
    this.player = player;
    this.dialog = byId("video");
    this.canvas = document.createElement("canvas");
  }

  /** The picture, its words and a line that says what it is, on one canvas. */
  compose() {
    const { stage, canvas } = this;
    canvas.width = stage.canvas.width - stage.canvas.width % 2;
    canvas.height = stage.canvas.height - stage.canvas.height % 2;
    const pen = canvas.getContext("2d");
    pen.drawImage(stage.canvas, 0, 0);
    pen.drawImage(stage.labels, 0, 0);
    const size = Math.round(13 * stage.ratio);
    pen.font = `600 ${size}px Inter, "Segoe UI", system-ui, sans-serif`;
    const words = `${this.player.drives.map(d => d.info.name).join("  |  ")}   t = ${this.player.time.toFixed(2)} s`;
    pen.fillStyle = stage.view.colours.label;
    pen.fillRect(0, 0, pen.measureText(words).width + 2 * size, 2 * size);
    pen.fillStyle = stage.view.colours.labelText;
    pen.fillText(words, size, size * 1.4);
    return canvas;
  }

  /** Draws the moment as fine as it can be. */
  drawFine() {
    this.stage.isExact = true;
    try { this.player.drawNow(); } finally { this.stage.isExact = false; }
  }

  async shot() {
    this.drawFine();
    const blob = await new Promise(done => this.compose().toBlob(done, "image/png"));
    save(blob, `${this.name()}-${this.player.time.toFixed(2)}s.png`);
  }

  name() { return this.player.drives.map(d => d.info.name.replace(/[^A-Za-z0-9._-]+/g, "-")).join("-vs-"); }

  ask() {
    const { player } = this;
    const input = (id, value) => el("input", { id, type: "number", step: "0.1", min: player.start, max: player.end, value: value.toFixed(1) });
    fill(this.dialog, el("h2", {}, "Save a video"),
      el("div", { class: "row" }, "From", input("v-from", Math.max(player.start, player.time - 5)), "to", input("v-to", Math.min(player.end, player.time + 5)), "s, at", el("input", { id: "v-fps", type: "number", min: "5", max: "60", value: "30" }), "frames a second, as", el("select", { id: "v-kind" }, el("option", { value: "mp4" }, "MP4"), el("option", { value: "webm" }, "WebM"))),
      el("p", { id: "v-note" }, "Every frame complete, whatever this machine’s speed. MP4 has H.264 where the browser can, else VP9."),
      el("div", { class: "row" }, el("button", { class: "action", id: "v-go" }, "Save"), el("button", { id: "v-no" }, "Cancel")));
    byId("v-no").onclick = () => { this.stopped = true; this.dialog.close(); };
    byId("v-go").onclick = async () => {
      byId("v-go").disabled = true;
      try {
        const file = await this.record(Number(byId("v-from").value), Number(byId("v-to").value), Number(byId("v-fps").value), byId("v-kind").value, done => { byId("v-note").textContent = `${(done * 100).toFixed(0)} %`; });
        if (file) save(file, `${this.name()}.${byId("v-kind").value}`);
        this.dialog.close();
      } catch (problem) {
        byId("v-note").textContent = `No video: ${problem.message}`;
      }
    };
    this.dialog.showModal();
  }

  async codec(kind, width, height, framerate) {
    if (!("VideoEncoder" in window)) throw new Error("this browser has no video encoder (WebCodecs)");
    for (const [codec, name] of CODECS[kind]) {
      const settings = { codec, width, height, framerate, bitrate: Math.round(width * height * framerate * 0.12) };
      if ((await VideoEncoder.isConfigSupported(settings)).supported) return [settings, name];
    }
    throw new Error(`this browser encodes nothing that fits into ${kind}`);
  }

  async record(from, to, fps, kind = "mp4", tell = () => {}) {
    const { player } = this;
    player.pause();
    this.stopped = false;
    this.drawFine();
    this.compose();
    const [settings, name] = await this.codec(kind, this.canvas.width, this.canvas.height, fps);
    const frames = [];
    let description = null;
    const encoder = new VideoEncoder({
      output: (chunk, about) => {
        if (about?.decoderConfig?.description) description ??= new Uint8Array(about.decoderConfig.description);
        const data = new Uint8Array(chunk.byteLength);
        chunk.copyTo(data);
        frames.push({ timeMs: Math.round(chunk.timestamp / 1000), isKey: chunk.type === "key", data });
      },
      error: problem => { this.stopped = true; console.error(problem); },
    });
    encoder.configure(settings);
    const count = Math.max(1, Math.round((to - from) * fps));
    for (let i = 0; i < count && !this.stopped; i++) {
      await player.loadedAt(from + i / fps);
      this.drawFine();
      const frame = new VideoFrame(this.compose(), { timestamp: Math.round(i * 1e6 / fps) });
      encoder.encode(frame, { keyFrame: i % (2 * fps) === 0 });
      frame.close();
      while (encoder.encodeQueueSize > 4) await new Promise(go => setTimeout(go, 2));
      tell(i / count);
    }
    await encoder.flush();
    encoder.close();
    if (this.stopped) return null;
    const ms = Math.round(count * 1000 / fps);
    return kind === "mp4" ? mp4(settings.codec, description, settings.width, settings.height, ms, frames) : webm(name, settings.width, settings.height, ms, frames);
  }
}

function save(blob, name) {
  const link = el("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
