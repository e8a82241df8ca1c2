package io.camber.recording;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What a recording needs of a file; tests put a failing disk in its place. */
interface DiskFile extends Closeable {
  /** Writes some of the bytes at the end; returns how many. */
  int write(ByteBuffer bytes) throws IOException;

  /** Drops what lies behind a position, which becomes the end. */
  void truncate(long position) throws IOException;

  /** Returns when the disk itself has all that was written. */
  void sync() throws IOException;

  static DiskFile create(Path file) throws IOException {
    FileChannel channel = FileChannel.open(
        file,
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING,
        StandardOpenOption.WRITE);
    return new DiskFile() {
      @Override
      public int write(ByteBuffer bytes) throws IOException {
        return channel.write(bytes);
      }

      @Override
      public void truncate(long position) throws IOException {
        channel.truncate(position);
        channel.position(position);
      }

      @Override
      public void sync() throws IOException {
        channel.force(false);
      }

      @Override
      public void close() throws IOException {
        channel.close();
      }
    };
  }

  /** Opens files. */
  @FunctionalInterface
  interface Factory {
    DiskFile create(Path file) throws IOException;
  }
}
