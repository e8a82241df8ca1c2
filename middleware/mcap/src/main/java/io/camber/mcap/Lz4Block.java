package io.camber.mcap;

import java.util.Arrays;

/**
 * Unpacks one LZ4 block (LZ4 block format). Unlike the decompressors of lz4-java it may look back beyond the block's own
 * start, which the linked blocks of other writers need.
 *
 * <pre>
 *  token u8: literals (high four bits, 15 = more follows), match length - 4 (low four bits, the same)
 *  literals | offset u16 | ... and so on; the last sequence ends with its literals
 * </pre>
 */
final class Lz4Block {
  private static final int MATCH_MIN = 4;

  private Lz4Block() {}

  /**
   * Unpacks {@code in[from, to)} to {@code out[filled...)}; returns where the output ends.
   *
   * @param history first byte of {@code out} that matches may refer to
   */
  static int unpack(byte[] in, int from, int to, byte[] out, int filled, int history)
      throws MalformedMcapException {
    int at = from;
    int end = filled;
    while (at < to) {
      int token = in[at++];
      int literals = token >>> 4 & 0xF;
      if (literals == 15) {
        int more;
        do {
          require(at < to && literals >= 0);
          more = Byte.toUnsignedInt(in[at++]);
          literals += more;
        } while (more == 255);
      }
      require(literals >= 0 && literals <= to - at && literals <= out.length - end);
      System.arraycopy(in, at, out, end, literals);
      at += literals;
      end += literals;
      if (at == to) {
        return end;
      }
      require(to - at >= 2);
      int offset = Byte.toUnsignedInt(in[at]) | Byte.toUnsignedInt(in[at + 1]) << 8;
      at += 2;
      int match = token & 0xF;
      if (match == 15) {
        int more;
        do {
          require(at < to && match >= 0);
          more = Byte.toUnsignedInt(in[at++]);
          match += more;
        } while (more == 255);
      }
      match += MATCH_MIN;
      require(offset > 0 && offset <= end - history && match >= 0 && match <= out.length - end);
      copy(out, end - offset, end, match);
      end += match;
    }
    throw new MalformedMcapException("chunk has an LZ4 block without an end");
  }

  /** Copies forward; source and target may overlap, which repeats a pattern. */
  private static void copy(byte[] out, int source, int target, int count) {
    int distance = target - source;
    if (distance >= count) {
      System.arraycopy(out, source, out, target, count);
    } else if (distance == 1) {
      Arrays.fill(out, target, target + count, out[source]);
    } else {
      for (int i = 0; i < count; i++) {
        out[target + i] = out[source + i];
      }
    }
  }

  private static void require(boolean holds) throws MalformedMcapException {
    if (!holds) {
      throw new MalformedMcapException("chunk has a damaged LZ4 block");
    }
  }
}
