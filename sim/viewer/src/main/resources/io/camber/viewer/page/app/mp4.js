// An MP4 file from encoded frames: one video track, all samples in one chunk, tables in front of it (ISO/IEC 14496-12; H.264
// after 14496-15, VP9 after the WebM project's binding). Tables in front let a player begin before it has everything.

function bytesOf(number, length) {
  const bytes = new Uint8Array(length);
  for (let i = length - 1; i >= 0; i--) { bytes[i] = number % 256; number = Math.floor(number / 256); }
  return bytes;
}

const u8 = n => bytesOf(n, 1), u16 = n => bytesOf(n, 2), u32 = n => bytesOf(n, 4);
const text = s => new TextEncoder().encode(s);
const zeros = n => new Uint8Array(n);

function join(parts) {
  const all = new Uint8Array(parts.reduce((sum, p) => sum + p.length, 0));
  let at = 0;
  for (const part of parts) { all.set(part, at); at += part.length; }
  return all;
}

/** A box: length, name, content. */
function box(name, ...content) {
  const body = join(content);
  return join([u32(body.length + 8), text(name), body]);
}

/** A box with version 0 and flags. */
const full = (name, flags, ...content) => box(name, u32(flags), ...content);

const MATRIX = join([u32(0x10000), zeros(12), u32(0x10000), zeros(12), u32(0x40000000)]);

/** What a decoder must know: the record that the encoder gave for H.264; for VP9 what its name says. */
function configuration(codec, description) {
  if (codec.startsWith("avc1")) return ["avc1", box("avcC", description)];
  const [, profile, level, depth] = codec.split(".").map(Number);
  return ["vp09", full("vpcC", 0x01000000, u8(profile), u8(level), u8(depth << 4 | 1 << 1), u8(1), u8(1), u8(1), u16(0))];
}

function sampleEntry(codec, description, width, height) {
  const [name, record] = configuration(codec, description);
  return box(name, zeros(6), u16(1), zeros(16), u16(width), u16(height), u32(0x480000), u32(0x480000), zeros(4), u16(1), zeros(32), u16(24), u16(0xffff), record);
}

/** Frames are { timeMs, isKey, data }, in order of time, the first a key frame; description is the encoder's, if it gave one. */
export function mp4(codec, description, width, height, durationMs, frames) {
  const lengths = frames.map((f, i) => Math.max(1, (frames[i + 1]?.timeMs ?? durationMs) - f.timeMs));
  const runs = [];
  for (const length of lengths) if (runs.length && runs[runs.length - 1][1] === length) runs[runs.length - 1][0]++; else runs.push([1, length]);
  const keys = frames.flatMap((f, i) => f.isKey ? [u32(i + 1)] : []);
  const total = lengths.reduce((a, b) => a + b, 0);
  const type = box("ftyp", text("isom"), u32(0x200), text("isomiso2mp41"));
  const movie = offset => box("moov",
    full("mvhd", 0, zeros(8), u32(1000), u32(total), u32(0x10000), u16(0x100), zeros(10), MATRIX, zeros(24), u32(2)),
    box("trak",
      full("tkhd", 3, zeros(8), u32(1), zeros(4), u32(total), zeros(16), MATRIX, u32(width * 65536), u32(height * 65536)),
      box("mdia",
        full("mdhd", 0, zeros(8), u32(1000), u32(total), u16(0x55c4), u16(0)),
        full("hdlr", 0, zeros(4), text("vide"), zeros(12), text("Camber"), u8(0)),
        box("minf", full("vmhd", 1, zeros(8)), box("dinf", full("dref", 0, u32(1), full("url ", 1))),
          box("stbl",
            full("stsd", 0, u32(1), sampleEntry(codec, description, width, height)),
            full("stts", 0, u32(runs.length), ...runs.flatMap(([n, length]) => [u32(n), u32(length)])),
            full("stss", 0, u32(keys.length), ...keys),
            full("stsc", 0, u32(1), u32(1), u32(frames.length), u32(1)),
            full("stsz", 0, u32(0), u32(frames.length), ...frames.map(f => u32(f.data.length))),
            full("stco", 0, u32(1), u32(offset)))))));
  const head = type.length + movie(0).length;
  const size = frames.reduce((sum, f) => sum + f.data.length, 0);
  return new Blob([type, movie(head + 8), u32(size + 8), text("mdat"), ...frames.map(f => f.data)], { type: "video/mp4" });
}
