package io.camber.recording;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/** Writes whole arrays to a file, without a buffer of its own: what was written survives the process. */
final class DiskOutput extends OutputStream {
  private final DiskFile file;
  private final boolean syncsAtEnd;

  DiskOutput(DiskFile file, boolean syncsAtEnd) {
    this.file = file;
    this.syncsAtEnd = syncsAtEnd;
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

  /** Returns when what was written survives a power cut. */
  void sync() throws IOException {
    file.sync();
  }

  /** Ends the file as it is, asking the disk for nothing more. */
  void closeUnsynced() throws IOException {
    file.close();
  }

  @Override
  public void close() throws IOException {
    try (file) {
      if (syncsAtEnd) {
        file.sync();
      }
    }
  }
}
