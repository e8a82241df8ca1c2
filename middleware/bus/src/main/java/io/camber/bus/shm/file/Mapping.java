package io.camber.bus.shm.file;

import io.camber.bus.transport.WireException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A whole file in memory. A small one goes with the garbage, so that whoever comes late finds it still there; a large one,
 * a segment, is given back at once by {@link #unmap}, which is for who knows that nobody is in it (see {@link Door}).
 */
public final class Mapping implements AutoCloseable {
  public final Path path;
  public final ByteBuffer bytes;
  private final FileChannel channel;
  private final int length;
  private final @Nullable MappedMemory memory;

  private Mapping(
      Path path, FileChannel channel, int length, ByteBuffer bytes, @Nullable MappedMemory memory) {
    this.path = path;
    this.channel = channel;
    this.length = length;
    this.bytes = bytes.order(ByteOrder.LITTLE_ENDIAN);
    this.memory = memory;
  }

  /** Maps all of the channel's file and takes the channel over. */
  static Mapping of(Path path, FileChannel channel, FileChannel.MapMode mode) throws IOException {
    int length = length(path, channel);
    return new Mapping(path, channel, length, channel.map(mode, 0, length), null);
  }

  /** The same for a file that will be unmapped by its owner. */
  static Mapping ofLarge(Path path, FileChannel channel, FileChannel.MapMode mode)
      throws IOException {
    int length = length(path, channel);
    MappedMemory memory = MappedMemory.map(channel, mode, length);
    return new Mapping(path, channel, length, memory.bytes(), memory);
  }

  private static int length(Path path, FileChannel channel) throws IOException {
    long size = channel.size();
    if (size > Integer.MAX_VALUE || size == 0) {
      throw new WireException(path + " has " + size + " bytes, not between 1 and 2^31");
    }
    return (int) size;
  }

  /** Whether the error is what a vanished page becomes; up to Java 21 it may come some way behind the access. */
  public static boolean isFault(InternalError error) {
    return String.valueOf(error.getMessage()).contains("unsafe memory access");
  }

  public int length() {
    return length;
  }

  /** Whether the file still has every byte that is mapped; a mapping of a shortened file faults. */
  public boolean isWhole() {
    try {
      return Undisturbed.call(channel::size) >= length;
    } catch (IOException e) {
      return false;
    }
  }

  /** Closes and gives the memory back; nobody may touch {@link #bytes} afterwards. */
  public synchronized void unmap() {
    boolean isMapped = channel.isOpen();
    close();
    if (isMapped && memory != null) {
      memory.unmap();
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new IllegalStateException("cannot close " + path, e);
    }
  }
}
