// A WebM file from encoded frames: EBML header, one track, clusters of simple blocks (the Matroska element ids are public).

function bytesOf(number, length) {
  const bytes = new Uint8Array(length);
  for (let i = length - 1; i >= 0; i--) { bytes[i] = number % 256; number = Math.floor(number / 256); }
  return bytes;
}

function join(parts) {
  const size = parts.reduce((sum, p) => sum + p.length, 0);
  const all = new Uint8Array(size);
  let at = 0;
  for (const part of parts) { all.set(part, at); at += part.length; }
  return all;
}

/** An element: id, size as an eight byte number, content. */
function element(id, content) {
  const idBytes = bytesOf(id, id > 0xffffff ? 4 : id > 0xffff ? 3 : id > 0xff ? 2 : 1);
  const size = bytesOf(content.length, 8);
  size[0] = 0x01;
  return join([idBytes, size, content]);
}

const uint = (id, value) => element(id, bytesOf(value, value > 0xffffff ? 6 : value > 0xff ? 3 : 1));
const text = (id, value) => element(id, new TextEncoder().encode(value));
function float(id, value) {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setFloat64(0, value);
  return element(id, bytes);
}

/** Frames are { timeMs, isKey, data }, in order, the first a key frame. */
export function webm(codec, width, height, durationMs, frames) {
  const header = element(0x1a45dfa3, join([uint(0x4286, 1), uint(0x42f7, 1), uint(0x42f2, 4), uint(0x42f3, 8), text(0x4282, "webm"), uint(0x4287, 4), uint(0x4285, 2)]));
  const info = element(0x1549a966, join([uint(0x2ad7b1, 1_000_000), float(0x4489, durationMs), text(0x4d80, "Camber"), text(0x5741, "Camber")]));
  const video = element(0xe0, join([uint(0xb0, width), uint(0xba, height)]));
  const track = element(0x1654ae6b, element(0xae, join([uint(0xd7, 1), uint(0x73c5, 1), uint(0x83, 1), uint(0x9c, 0), text(0x86, codec), video])));
  const clusters = [];
  const cues = [];
  const before = info.length + track.length;
  let offset = before;
  for (let i = 0; i < frames.length;) {
    const start = frames[i].timeMs;
    const blocks = [uint(0xe7, start)];
    do {
      const { timeMs, isKey, data } = frames[i++];
      blocks.push(element(0xa3, join([new Uint8Array([0x81]), bytesOf(timeMs - start, 2), new Uint8Array([isKey ? 0x80 : 0]), data])));
    } while (i < frames.length && !frames[i].isKey && frames[i].timeMs - start < 30_000);
    const cluster = element(0x1f43b675, join(blocks));
    cues.push(element(0xbb, join([uint(0xb3, start), element(0xb7, join([uint(0xf7, 1), uint(0xf1, offset)]))])));
    clusters.push(cluster);
    offset += cluster.length;
  }
  const segment = element(0x18538067, join([info, track, ...clusters, element(0x1c53bb6b, join(cues))]));
  return new Blob([header, segment], { type: "video/webm" });
}
