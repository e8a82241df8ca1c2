package io.camber.recording;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/** Writes whole arrays to a file, without a buffer of its own: what was written survives the process. */
final class DiskOutput extends OutputStream {
  private final DiskFile file;

  DiskOutput(DiskFile file) {
    this.file = file;
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] source, int offset, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(source, offset, length);
    while (bytes.hasRemaining()) {
      if (file.write(bytes) == 0) {
        throw new IOException("the disk takes nothing");
      }
    }
  }

  /** Drops what an interrupted write left behind a position. */
  void rewind(long position) throws IOException {
    file.truncate(position);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
