package io.camber.bus.shm.file;

/**
 * One record in the ring, 8-byte aligned, never wrapping; a padding record fills what is left of the ring, or one word between large records. Positions count bytes
 * from the birth of the segment; the offset in the ring is the position modulo the ring's size.
 *
 * <pre>
 *    0  length i32: of the whole record, a multiple of 8; 0 nothing here yet
 *    4  kind u2 | payload padding u3 at bit 2 | length of origins u16 at bit 8
 *    8  sequence i64
 *   16  publish time i64, ns
 *   24  measurement time i64, ns
 *   32  origins, padded to 8 bytes, then the payload, padded to 8 bytes
 * </pre>
 *
 * The first eight bytes are one word, written last and at once. Padding and end records are just that word. The word behind the newest record is always 0.
 */
public final class RecordLayout {
  public static final int HEADER_BYTES = 32;
  public static final int ALIGNMENT = 8;
  static final int FLAGS = 4;
  public static final int SEQUENCE = 8;
  public static final int PUBLISH_TIME = 16;
  public static final int MEASUREMENT_TIME = 24;

  public static final int KIND_MESSAGE = 0;
  public static final int KIND_PADDING = 1;
  /** Nothing follows in this segment: its writer moved on, closed or died (see the state in the header). */
  public static final int KIND_END = 2;

  private static final int KIND_MASK = 3;
  private static final int PADDING_SHIFT = 2;
  private static final int PADDING_MASK = 7;
  private static final int ORIGINS_SHIFT = 8;

  private RecordLayout() {}

  public static int flags(int payloadPadding, int originLength) {
    return payloadPadding << PADDING_SHIFT | originLength << ORIGINS_SHIFT;
  }

  /** The first word of a record. */
  public static long word(int length, int flags) {
    return (long) flags << Integer.SIZE | length;
  }

  public static int length(long word) {
    return (int) word;
  }

  public static int flags(long word) {
    return (int) (word >>> Integer.SIZE);
  }

  public static int kind(int flags) {
    return flags & KIND_MASK;
  }

  public static int payloadPadding(int flags) {
    return flags >>> PADDING_SHIFT & PADDING_MASK;
  }

  public static int originLength(int flags) {
    return flags >>> ORIGINS_SHIFT & 0xffff;
  }
}
