package io.camber.mcap;

import net.jpountz.xxhash.XXHash32;
import net.jpountz.xxhash.XXHashFactory;

/**
 * LZ4 frames (LZ4 frame format 1.6.1). Writes independent blocks. Reads what other writers make as well: linked blocks, checksums,
 * several frames in a row, skippable frames.
 *
 * <pre>
 *  magic u32 | FLG u8 | BD u8 | [content size u64] | HC u8 | block ... | 0 u32 | [content checksum u32]
 *  block:  size u32, top bit set when stored as it is | data | [checksum u32]
 * </pre>
 */
final class Lz4Frame {
  private static final int MAGIC = 0x184D2204;
  private static final int SKIPPABLE = 0x184D2A50;
  private static final int STORED = 0x80000000;
  private static final int BLOCK_BYTES = 1 << 20;

  /** Version 1, independent blocks, content size present. */
  private static final int FLAGS = 0x68;

  /** Blocks of at most 1 MiB. */
  private static final int BLOCK_CODE = 0x60;

  private static final XXHash32 HASH = XXHashFactory.safeInstance().hash32();

  private final byte[] in;
  private final byte[] out;
  private int at;
  private int filled;

  private Lz4Frame(byte[] in, byte[] out) {
    this.in = in;
    this.out = out;
  }

  /** Appends one frame. */
  static void pack(byte[] source, int length, RecordBuffer target) {
    int start = target.length();
    target.u32(MAGIC).u8(FLAGS).u8(BLOCK_CODE).u64(length);
    int described = start + Integer.BYTES;
    target.u8(HASH.hash(target.array(), described, target.length() - described, 0) >>> 8);
    Lz4Packer packer = new Lz4Packer();
    for (int from = 0; from < length; from += BLOCK_BYTES) {
      packBlock(packer, source, from, Math.min(BLOCK_BYTES, length - from), target);
    }
    target.u32(0);
  }

  private static void packBlock(
      Lz4Packer packer, byte[] source, int from, int count, RecordBuffer target) {
    target.reserve(Integer.BYTES + Lz4Packer.packedMax(count));
    int start = target.length() + Integer.BYTES;
    int packed = packer.pack(source, from, count, target.array(), start) - start;
    if (packed < count) {
      target.u32(packed).grow(packed);
    } else {
      target.u32(count | STORED).append(source, from, count);
    }
  }

  /**
   * Unpacks everything into {@code out}; returns how many bytes that is.
   *
   * @throws MalformedMcapException also when there is more than {@code out} holds
   */
  static int unpack(byte[] in, byte[] out) throws MalformedMcapException {
    Lz4Frame frames = new Lz4Frame(in, out);
    while (frames.at < in.length) {
      frames.readFrame();
    }
    return frames.filled;
  }

  /** Unpacks the whole blocks ahead of the place where {@code in} was cut; returns how many bytes that is. */
  static int unpackPrefix(byte[] in, byte[] out) {
    Lz4Frame frames = new Lz4Frame(in, out);
    try {
      while (frames.at < in.length) {
        frames.readFrame();
      }
    } catch (MalformedMcapException e) {
      return frames.filled;
    }
    return frames.filled;
  }

  private void readFrame() throws MalformedMcapException {
    int magic = u32();
    if ((magic & 0xFFFFFFF0) == SKIPPABLE) {
      skip(u32());
      return;
    }
    require(magic == MAGIC, "does not begin with the magic number of an LZ4 frame");
    int described = at;
    int flags = u8();
    u8();
    require((flags & 0xC0) == 0x40, "is an LZ4 frame of another version");
    require((flags & 1) == 0, "needs an LZ4 dictionary");
    if ((flags & 8) != 0) {
      skip(Long.BYTES);
    }
    int hash = HASH.hash(in, described, at - described, 0) >>> 8 & 0xFF;
    require(u8() == hash, "has a damaged LZ4 frame header");
    int start = filled;
    boolean linked = (flags & 0x20) == 0;
    for (int size = u32(); size != 0; size = u32()) {
      readBlock(size, linked ? start : filled, (flags & 0x10) != 0);
    }
    if ((flags & 4) != 0) {
      require(u32() == HASH.hash(out, start, filled - start, 0), "has a wrong LZ4 checksum");
    }
  }

  private void readBlock(int size, int history, boolean checked) throws MalformedMcapException {
    int count = size & ~STORED;
    require(count <= in.length - at, "ends inside an LZ4 block");
    int from = at;
    skip(count);
    if (checked) {
      require(u32() == HASH.hash(in, from, count, 0), "has a wrong LZ4 block checksum");
    }
    if ((size & STORED) != 0) {
      require(count <= out.length - filled, "unpacks to more than it declares");
      System.arraycopy(in, from, out, filled, count);
      filled += count;
    } else {
      filled = Lz4Block.unpack(in, from, from + count, out, filled, history);
    }
  }

  private int u8() throws MalformedMcapException {
    require(at < in.length, "ends inside an LZ4 frame");
    return Byte.toUnsignedInt(in[at++]);
  }

  private int u32() throws MalformedMcapException {
    return u8() | u8() << 8 | u8() << 16 | u8() << 24;
  }

  private void skip(int count) throws MalformedMcapException {
    require(count >= 0 && count <= in.length - at, "ends inside an LZ4 frame");
    at += count;
  }

  private static void require(boolean holds, String problem) throws MalformedMcapException {
    if (!holds) {
      throw new MalformedMcapException("chunk " + problem);
    }
  }
}
