package io.camber.bus.shm.file;

import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;

/**
 * Mapped memory that can be given back when we say so: a dead writer's segment must not wait for the garbage collector.
 * From Java 22 on the platform offers it (an arena, checked on every access); the older ones have it in {@code sun.misc}.
 * Both are reached by name, because neither is there on every Java that this is compiled for.
 */
final class MappedMemory {
  private static final @Nullable Arenas ARENAS = Arenas.find();
  private static final @Nullable MethodHandle CLEANER = ARENAS == null ? findCleaner() : null;

  private final ByteBuffer bytes;
  private final @Nullable AutoCloseable arena;

  private MappedMemory(ByteBuffer bytes, @Nullable AutoCloseable arena) {
    this.bytes = bytes;
    this.arena = arena;
  }

  static MappedMemory map(FileChannel channel, FileChannel.MapMode mode, long size)
      throws IOException {
    Arenas arenas = ARENAS;
    if (arenas == null) {
      return new MappedMemory(channel.map(mode, 0, size), null);
    }
    try {
      AutoCloseable arena = (AutoCloseable) arenas.open.invoke();
      Object segment = arenas.map.invoke(channel, mode, 0L, size, arena);
      return new MappedMemory((ByteBuffer) arenas.bytes.invoke(segment), arena);
    } catch (IOException | RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IOException("cannot map " + size + " bytes", e);
    }
  }

  ByteBuffer bytes() {
    return bytes;
  }

  void unmap() {
    try {
      if (arena != null) {
        arena.close();
      } else if (CLEANER != null) {
        CLEANER.invoke(bytes);
      }
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("cannot unmap", e);
    }
  }

  private static @Nullable MethodHandle findCleaner() {
    try {
      Class<?> unsafe = Class.forName("sun.misc.Unsafe");
      Field field = unsafe.getDeclaredField("theUnsafe");
      field.setAccessible(true);
      Method method = unsafe.getMethod("invokeCleaner", ByteBuffer.class);
      return MethodHandles.lookup().unreflect(method).bindTo(field.get(null));
    } catch (ReflectiveOperationException | RuntimeException e) {
      return null; // the collector unmaps later
    }
  }

  /** The arena calls of Java 22 and later. */
  private record Arenas(MethodHandle open, MethodHandle map, MethodHandle bytes) {
    static @Nullable Arenas find() {
      if (Runtime.version().feature() < 22) {
        return null;
      }
      try {
        Class<?> arena = Class.forName("java.lang.foreign.Arena");
        Class<?> segment = Class.forName("java.lang.foreign.MemorySegment");
        MethodHandles.Lookup lookup = MethodHandles.lookup();
        Method map = FileChannel.class.getMethod(
            "map", FileChannel.MapMode.class, long.class, long.class, arena);
        return new Arenas(
            lookup.unreflect(arena.getMethod("ofShared")),
            lookup.unreflect(map),
            lookup.unreflect(segment.getMethod("asByteBuffer")));
      } catch (ReflectiveOperationException e) {
        return null;
      }
    }
  }
}
