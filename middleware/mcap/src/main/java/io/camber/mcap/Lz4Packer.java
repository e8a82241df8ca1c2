package io.camber.mcap;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Packs LZ4 blocks (LZ4 block format): greedy, by a table of where four bytes were seen last, with steps that grow where
 * nothing repeats, as the reference does. Half as fast again as the portable compressor of lz4-java, which reads byte by byte;
 * the same input gives the same bytes on every machine. Not thread-safe.
 */
final class Lz4Packer {
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final int HASH_BITS = 14;
  private static final int MATCH_MIN = 4;
  private static final int DISTANCE_MAX = 65_535;

  /** The format wants the last match to begin this far ahead of the end, and the last bytes to be literals. */
  private static final int LAST_MATCH_BYTES = 12;

  private static final int LAST_LITERALS = 5;

  /** After so many misses the step grows by one. */
  private static final int MISSES_SHIFT = 6;

  private final int[] seen = new int[1 << HASH_BITS];

  /** Room that the packed form of {@code count} bytes may need. */
  static int packedMax(int count) {
    return count + count / 255 + 16;
  }

  /** Packs {@code in[from, from + count)} to {@code out} at {@code at}, where there is room; returns where it ends. */
  int pack(byte[] in, int from, int count, byte[] out, int at) {
    Arrays.fill(seen, -1);
    int end = from + count;
    int lastMatch = end - LAST_MATCH_BYTES;
    int anchor = from;
    int position = from;
    int to = at;
    while (position < lastMatch) {
      int misses = 1 << MISSES_SHIFT;
      int candidate = -1;
      int next = position;
      boolean found = false;
      while (!found && next < lastMatch) {
        position = next;
        next = position + (misses >>> MISSES_SHIFT);
        misses++;
        int word = (int) INT.get(in, position);
        int slot = slot(word);
        candidate = seen[slot];
        seen[slot] = position;
        found = candidate >= 0
            && position - candidate <= DISTANCE_MAX
            && (int) INT.get(in, candidate) == word;
      }
      if (!found) {
        break;
      }
      while (position > anchor && candidate > from && in[position - 1] == in[candidate - 1]) {
        position--;
        candidate--;
      }
      int more = equalBytes(in, candidate + MATCH_MIN, position + MATCH_MIN, end - LAST_LITERALS);
      int token = to;
      to = literals(in, anchor, position - anchor, out, to);
      out[to++] = (byte) (position - candidate);
      out[to++] = (byte) ((position - candidate) >>> 8);
      out[token] |= (byte) Math.min(more, 15);
      to = more < 15 ? to : rest(more - 15, out, to);
      position += MATCH_MIN + more;
      anchor = position;
      if (position < lastMatch) {
        seen[slot((int) INT.get(in, position - 2))] = position - 2;
      }
    }
    return literals(in, anchor, end - anchor, out, to);
  }

  private static int slot(int word) {
    return (word * 0x9E3779B1) >>> (32 - HASH_BITS);
  }

  /** Writes a token without its match part, and literals behind it; returns where they end. */
  private static int literals(byte[] in, int from, int count, byte[] out, int at) {
    int to = at;
    out[to++] = (byte) (Math.min(count, 15) << 4);
    to = count < 15 ? to : rest(count - 15, out, to);
    System.arraycopy(in, from, out, to, count);
    return to + count;
  }

  private static int rest(int length, byte[] out, int at) {
    int to = at;
    int left = length;
    for (; left >= 255; left -= 255) {
      out[to++] = (byte) 255;
    }
    out[to++] = (byte) left;
    return to;
  }

  /** How many bytes from two places on are equal, ahead of {@code limit} for the second. */
  private static int equalBytes(byte[] in, int first, int second, int limit) {
    int count = 0;
    while (second + count + Long.BYTES <= limit) {
      long difference = (long) LONG.get(in, first + count) ^ (long) LONG.get(in, second + count);
      if (difference != 0) {
        return count + (Long.numberOfTrailingZeros(difference) >>> 3);
      }
      count += Long.BYTES;
    }
    while (second + count < limit && in[first + count] == in[second + count]) {
      count++;
    }
    return count;
  }
}
