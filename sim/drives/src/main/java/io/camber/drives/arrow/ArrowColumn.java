package io.camber.drives.arrow;

import io.camber.diagnostics.InputException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** One column over all batches of a table. */
public final class ArrowColumn {
  /** What a column holds. */
  enum Kind {
    INTEGER,
    UNSIGNED,
    HALF,
    SINGLE,
    DOUBLE,
    BOOL,
    TEXT
  }

  private final String name;
  private final Kind kind;
  private final int width;
  private final int[] starts;
  private final ByteBuffer[] values;
  private final ByteBuffer[] text;
  private int batches;

  ArrowColumn(String name, Kind kind, int width, int batchesMax) {
    this.name = name;
    this.kind = kind;
    this.width = width;
    this.starts = new int[batchesMax + 1];
    this.values = new ByteBuffer[batchesMax];
    this.text = new ByteBuffer[batchesMax];
  }

  Kind kind() {
    return kind;
  }

  /** Takes the buffers of one batch; of text the offsets and then the characters. */
  void add(int rows, ByteBuffer fixed, ByteBuffer characters) {
    long needed = kind == Kind.BOOL
        ? (rows + 7) / 8
        : kind == Kind.TEXT ? 4L * (rows + 1L) : (long) width * rows;
    if (rows > 0 && fixed.remaining() < needed) {
      throw new InputException("column " + name + " has " + fixed.remaining() + " bytes for " + rows
          + " rows; it needs " + needed);
    }
    values[batches] = fixed;
    text[batches] = characters;
    starts[++batches] = Math.addExact(starts[batches - 1], rows);
  }

  private int batch(int row) {
    int batch = 0;
    while (row >= starts[batch + 1]) {
      batch++;
    }
    return batch;
  }

  /** A whole number. */
  public long integer(int row) {
    int batch = batch(row);
    int i = row - starts[batch];
    ByteBuffer from = values[batch];
    return switch (kind) {
      case INTEGER ->
        switch (width) {
          case 1 -> from.get(i);
          case 2 -> from.getShort(2 * i);
          case 4 -> from.getInt(4 * i);
          default -> from.getLong(8 * i);
        };
      case UNSIGNED ->
        switch (width) {
          case 1 -> Byte.toUnsignedLong(from.get(i));
          case 2 -> Short.toUnsignedLong(from.getShort(2 * i));
          case 4 -> Integer.toUnsignedLong(from.getInt(4 * i));
          default -> from.getLong(8 * i);
        };
      case BOOL -> (from.get(i >> 3) >> (i & 7)) & 1;
      case HALF, SINGLE, DOUBLE, TEXT ->
        throw new InputException("column " + name + " does not hold whole numbers");
    };
  }

  /** A number of any kind. */
  public double number(int row) {
    int batch = batch(row);
    int i = row - starts[batch];
    return switch (kind) {
      case HALF -> half(values[batch].getShort(2 * i));
      case SINGLE -> values[batch].getFloat(4 * i);
      case DOUBLE -> values[batch].getDouble(8 * i);
      case INTEGER, UNSIGNED, BOOL -> integer(row);
      case TEXT -> throw new InputException("column " + name + " does not hold numbers");
    };
  }

  /** A text. */
  public String text(int row) {
    if (kind != Kind.TEXT) {
      throw new InputException("column " + name + " does not hold text");
    }
    int batch = batch(row);
    int i = row - starts[batch];
    int from = values[batch].getInt(4 * i);
    int to = values[batch].getInt(4 * i + 4);
    if (from < 0 || to < from || to > text[batch].limit()) {
      throw new InputException("column " + name + ", row " + row + ": text from byte " + from
          + " to " + to + " of " + text[batch].limit());
    }
    return StandardCharsets.UTF_8.decode(text[batch].slice(from, to - from)).toString();
  }

  /** IEEE 754 binary16. */
  static float half(short bits) {
    int sign = (bits & 0x8000) << 16;
    int exponent = (bits >> 10) & 0x1f;
    int fraction = bits & 0x3ff;
    if (exponent == 31) {
      return Float.intBitsToFloat(sign | 0x7f800000 | (fraction << 13));
    }
    if (exponent == 0) {
      float tiny = fraction * 0x1p-24f;
      return sign == 0 ? tiny : -tiny;
    }
    return Float.intBitsToFloat(sign | ((exponent + 112) << 23) | (fraction << 13));
  }
}
