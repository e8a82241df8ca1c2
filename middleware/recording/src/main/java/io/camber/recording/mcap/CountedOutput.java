package io.camber.recording.mcap;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.CRC32;

/** Output that knows its position and the checksum since the last reset. */
final class CountedOutput implements Closeable {
  private final OutputStream out;
  private final CRC32 crc = new CRC32();
  private long position;

  CountedOutput(OutputStream out) {
    this.out = out;
  }

  void write(byte[] source, int length) throws IOException {
    out.write(source, 0, length);
    crc.update(source, 0, length);
    position += length;
  }

  void writeAndClear(RecordBuffer buffer) throws IOException {
    write(buffer.array(), buffer.length());
    buffer.clear();
  }

  long position() {
    return position;
  }

  void resetCrc() {
    crc.reset();
  }

  long crc() {
    return crc.getValue();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
