// Sweeps and images as the server packs them: views of the bytes that came. Images are decoded by a thread of their own, from a copy.

export function sweepFrames(buffer) {
  const view = new DataView(buffer);
  const frames = [];
  for (let at = 0; at + 64 <= buffer.byteLength;) {
    const count = view.getUint32(at + 8, true);
    const bytes = view.getUint32(at + 12, true);
    const number = i => view.getFloat64(at + 16 + 8 * i, true);
    frames.push({
      t: view.getFloat64(at, true), count,
      pose: { x: number(0), y: number(1), z: number(2), yaw: number(3), pitch: number(4), roll: number(5) },
      xyz: new Int16Array(buffer, at + 64, 3 * count),
      intensity: new Uint8Array(buffer, at + 64 + 6 * count, count),
      kind: new Uint8Array(buffer, at + 64 + 7 * count, count),
    });
    at += bytes;
  }
  return frames;
}

export function imageFrames(buffer) {
  const view = new DataView(buffer);
  const frames = [];
  for (let at = 0; at + 20 <= buffer.byteLength;) {
    const length = view.getInt32(at + 16);
    frames.push({
      t: view.getFloat64(at), width: view.getInt32(at + 8), height: view.getInt32(at + 12),
      bytes: new Uint8Array(buffer, at + 20, length),
    });
    at += 20 + length;
  }
  return frames;
}

let decoder = null;
const waiting = new Map();
let asked = 0;

/** The pixels of an image; where there is no thread for it, the page itself has them made. */
export function decoded({ bytes }, type = "image/jpeg") {
  decoder ??= thread();
  if (!decoder) return createImageBitmap(new Blob([bytes], { type }));
  return new Promise((done, fail) => {
    waiting.set(++asked, { done, fail });
    decoder.postMessage({ id: asked, bytes: bytes.slice(), type });
  });
}

function thread() {
  try {
    const worker = new Worker(new URL("./decoder.js", import.meta.url));
    worker.onmessage = ({ data: { id, bitmap, problem } }) => {
      const { done, fail } = waiting.get(id);
      waiting.delete(id);
      if (bitmap) done(bitmap); else fail(new Error(problem));
    };
    worker.onerror = () => {
      decoder = false;
      for (const { fail } of waiting.values()) fail(new Error("the decoder cannot be started"));
      waiting.clear();
    };
    return worker;
  } catch {
    return false;
  }
}
