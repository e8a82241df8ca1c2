package io.camber.drives.ros;

import io.camber.diagnostics.InputException;
import io.camber.drives.source.ByteReader;
import io.camber.geometry.Vec3;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The fields of one message in order. ROS 1 puts them back to back, little-endian; ROS 2 (CDR, OMG DDSI-RTPS 2.3 chapter 10)
 * begins with four bytes that say the byte order, aligns every number to its size and counts the zero at the end of a text.
 */
public final class RosBytes {
  private static final int CDR_HEADER = 4;

  private final ByteReader in;
  private final boolean isCdr;
  private final int start;

  private RosBytes(ByteReader in, boolean isCdr) {
    this.in = in;
    this.isCdr = isCdr;
    this.start = isCdr ? CDR_HEADER : 0;
    if (isCdr) {
      in.u8();
      int kind = in.u8();
      in.skip(2);
      if (kind > 1) {
        throw in.error("is CDR of kind " + kind + ", which is not read");
      }
      in.order(kind == 1 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    }
  }

  /** A message of ROS 1. */
  public static RosBytes ros1(ByteReader in) {
    return new RosBytes(in, false);
  }

  /** A message of ROS 2. */
  public static RosBytes ros2(ByteReader in) {
    return new RosBytes(in, true);
  }

  private void align(int size) {
    if (isCdr) {
      int over = (in.position() - start) % size;
      if (over != 0) {
        in.skip(Math.min(size - over, in.remaining()));
      }
    }
  }

  int u8() {
    return in.u8();
  }

  int u16() {
    align(2);
    return in.u16();
  }

  long u32() {
    align(4);
    return in.u32();
  }

  int i32() {
    align(4);
    return in.i32();
  }

  double f64() {
    align(8);
    return in.f64();
  }

  /** A finite number; a message that has none there is refused. */
  double finite(String what) {
    double value = f64();
    if (!Double.isFinite(value)) {
      throw in.error(what + " is not finite");
    }
    return value;
  }

  double[] f64s(int count) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = f64();
    }
    return values;
  }

  /** Numbers whose count stands before them. */
  double[] f64List() {
    return f64s(count(8));
  }

  /** How many items follow, each of at least so many bytes. */
  int count(int bytesEach) {
    align(4);
    return in.count(bytesEach);
  }

  String text() {
    int length = count(1);
    String text = in.text(length);
    return isCdr && !text.isEmpty() && text.charAt(text.length() - 1) == 0
        ? text.substring(0, text.length() - 1)
        : text;
  }

  /** Bytes whose count stands before them. */
  ByteBuffer bytes() {
    return in.slice(count(1));
  }

  ByteBuffer bytes(int count) {
    return in.slice(count);
  }

  Vec3 vector() {
    return new Vec3(finite("x"), finite("y"), finite("z"));
  }

  long timeNs() {
    long seconds = u32();
    long nanos = u32();
    if (nanos >= 1_000_000_000L) {
      throw in.error("a time has " + nanos + " nanoseconds");
    }
    return seconds * 1_000_000_000L + nanos;
  }

  Header header() {
    if (!isCdr) {
      u32();
    }
    return new Header(timeNs(), text());
  }

  /** When and in which frame something was measured. */
  record Header(long timeNs, String frame) {}

  InputException error(String problem) {
    return in.error(problem);
  }
}
