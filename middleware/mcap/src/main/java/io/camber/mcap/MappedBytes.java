package io.camber.mcap;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A file of any size as memory, mapped in windows of 1 GiB on first use. Slices stay valid after {@link #close()}: a window
 * lives as long as somebody holds a slice of it. Safe for any thread.
 */
final class MappedBytes implements Closeable {
  static final long WINDOW_BYTES = 1L << 30;

  /** Files up to this size are read, which is quicker than mapping them. */
  private static final int SMALL_BYTES = 1 << 16;

  private final @Nullable FileChannel channel;
  private final long size;
  private final @Nullable ByteBuffer[] windows;

  private MappedBytes(@Nullable FileChannel channel, long size, @Nullable ByteBuffer[] windows) {
    this.channel = channel;
    this.size = size;
    this.windows = windows;
  }

  static MappedBytes open(Path file) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    try {
      long size = channel.size();
      if (size <= SMALL_BYTES) {
        try (channel) {
          return wrap(readWhole(channel, (int) size));
        }
      }
      int windows = (int) ((size + WINDOW_BYTES - 1) / WINDOW_BYTES);
      return new MappedBytes(channel, size, new ByteBuffer[windows]);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /** A file that is in memory already. */
  static MappedBytes wrap(ByteBuffer whole) {
    return new MappedBytes(null, whole.remaining(), new ByteBuffer[] {whole.asReadOnlyBuffer()});
  }

  private static ByteBuffer readWhole(FileChannel channel, int size) throws IOException {
    ByteBuffer whole = ByteBuffer.allocate(size);
    while (whole.hasRemaining()) {
      if (channel.read(whole, whole.position()) < 0) {
        throw new MalformedMcapException("the file became shorter while it was read");
      }
    }
    return whole.flip();
  }

  /** Bytes of the file when it was opened. */
  long size() {
    return size;
  }

  /** A read-only view, little-endian. */
  ByteBuffer slice(long offset, int length) throws IOException {
    if (offset < 0 || length < 0 || offset > size - length) {
      throw new MalformedMcapException("bytes at " + offset + " lie outside the file");
    }
    if (length == 0) {
      return ByteBuffer.allocate(0).order(ByteOrder.LITTLE_ENDIAN);
    }
    int window = (int) (offset / WINDOW_BYTES);
    long start = window * WINDOW_BYTES;
    ByteBuffer view = offset + length > start + WINDOW_BYTES
        ? map(offset, length)
        : window(window, start).slice((int) (offset - start), length);
    return view.order(ByteOrder.LITTLE_ENDIAN);
  }

  /** No more windows can be opened afterwards; slices stay. */
  @Override
  public void close() throws IOException {
    if (channel != null) {
      channel.close();
    }
  }

  private synchronized ByteBuffer window(int index, long start) throws IOException {
    ByteBuffer known = windows[index];
    if (known == null) {
      known = map(start, Math.min(WINDOW_BYTES, size - start));
      windows[index] = known;
    }
    return known;
  }

  private ByteBuffer map(long offset, long length) throws IOException {
    if (channel == null) {
      throw new IllegalStateException("bytes at " + offset + " are not in memory");
    }
    return channel.map(FileChannel.MapMode.READ_ONLY, offset, length);
  }
}
