package io.camber.bus.shm.file;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Ordered access to aligned little-endian words of mapped memory. */
public final class Words {
  private static final VarHandle INTS =
      MethodHandles.byteBufferViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONGS =
      MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private Words() {}

  public static int intAcquire(ByteBuffer memory, int index) {
    return (int) INTS.getAcquire(memory, index);
  }

  public static void putIntRelease(ByteBuffer memory, int index, int value) {
    INTS.setRelease(memory, index, value);
  }

  public static long longAcquire(ByteBuffer memory, int index) {
    return (long) LONGS.getAcquire(memory, index);
  }

  public static void putLongRelease(ByteBuffer memory, int index, long value) {
    LONGS.setRelease(memory, index, value);
  }

  public static void putLongVolatile(ByteBuffer memory, int index, long value) {
    LONGS.setVolatile(memory, index, value);
  }

  static long addLong(ByteBuffer memory, int index, long delta) {
    return (long) LONGS.getAndAdd(memory, index, delta);
  }

  /** Little-endian, whatever the buffer's own order; any alignment. */
  static long getLong(ByteBuffer memory, int index) {
    return (long) LONGS.get(memory, index);
  }

  public static void putLong(ByteBuffer memory, int index, long value) {
    LONGS.set(memory, index, value);
  }

  public static int alignUp(int value, int alignment) {
    return (value + alignment - 1) & -alignment;
  }
}
