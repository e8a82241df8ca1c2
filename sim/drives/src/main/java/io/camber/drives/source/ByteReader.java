package io.camber.drives.source;

import io.camber.diagnostics.InputException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Reads little-endian values from a piece of a file. Whatever a length says is held against what is there before anything is
 * allocated; an error names the file and the byte.
 */
public final class ByteReader {
  private final String file;
  private final long baseOffset;
  private final ByteBuffer bytes;

  /** Reads from position to limit; {@code baseOffset} is where that position lies in the file. */
  public ByteReader(String file, long baseOffset, ByteBuffer bytes) {
    this.file = file;
    this.baseOffset = baseOffset;
    this.bytes = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
  }

  public static ByteReader of(String file, byte[] bytes) {
    return new ByteReader(file, 0L, ByteBuffer.wrap(bytes));
  }

  public int position() {
    return bytes.position();
  }

  public int remaining() {
    return bytes.remaining();
  }

  public int u8() {
    return Byte.toUnsignedInt(need(1).get());
  }

  public int u16() {
    return Short.toUnsignedInt(need(2).getShort());
  }

  public int i32() {
    return need(4).getInt();
  }

  public long u32() {
    return Integer.toUnsignedLong(i32());
  }

  public float f32() {
    return need(4).getFloat();
  }

  public double f64() {
    return need(8).getDouble();
  }

  /** A count or length of 32 bits that must fit into what is left when each counted thing takes so many bytes. */
  public int count(int bytesEach) {
    return fit(u32(), bytesEach);
  }

  /** A count that must fit into what is left. */
  public int fit(long count, int bytesEach) {
    if (count < 0 || count > bytes.remaining() / bytesEach) {
      throw error("declares " + Long.toUnsignedString(count) + " items of " + bytesEach
          + " bytes where " + bytes.remaining() + " bytes are left");
    }
    return (int) count;
  }

  /** A view of the next bytes, little-endian. */
  public ByteBuffer slice(int length) {
    if (length < 0 || length > bytes.remaining()) {
      throw error(
          "needs " + length + " bytes where " + bytes.remaining() + " are left; cut short?");
    }
    ByteBuffer slice = bytes.slice(bytes.position(), length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.position(bytes.position() + length);
    return slice;
  }

  /** The next bytes as a reader of their own. */
  public ByteReader part(int length) {
    long at = baseOffset + bytes.position();
    return new ByteReader(file, at, slice(length));
  }

  public String text(int length) {
    return StandardCharsets.UTF_8.decode(slice(length)).toString();
  }

  public void skip(int length) {
    slice(length);
  }

  public void order(ByteOrder order) {
    bytes.order(order);
  }

  /** An error at the present byte. */
  public InputException error(String problem) {
    return new InputException(file + ": byte " + (baseOffset + bytes.position()) + ": " + problem);
  }

  private ByteBuffer need(int count) {
    if (bytes.remaining() < count) {
      throw error("ends early: needs " + count + " more bytes, has " + bytes.remaining());
    }
    return bytes;
  }
}
