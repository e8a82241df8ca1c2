package io.camber.mcap;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.CRC32;

/**
 * Output that knows its position and the checksum since the last reset. Bytes count once all of them are out: after an
 * exception position and checksum are those before the call.
 */
final class CountedOutput implements Closeable {
  private final OutputStream out;
  private final boolean checks;
  private final CRC32 crc = new CRC32();
  private long position;

  CountedOutput(OutputStream out, boolean checks) {
    this.out = out;
    this.checks = checks;
  }

  void write(byte[] source, int length) throws IOException {
    out.write(source, 0, length);
    count(source, length);
  }

  void writeAndClear(RecordBuffer buffer) throws IOException {
    write(buffer.array(), buffer.length());
    buffer.clear();
  }

  /** Writes three buffers as one. */
  void write(RecordBuffer head, RecordBuffer body, RecordBuffer tail) throws IOException {
    out.write(head.array(), 0, head.length());
    out.write(body.array(), 0, body.length());
    out.write(tail.array(), 0, tail.length());
    count(head.array(), head.length());
    count(body.array(), body.length());
    count(tail.array(), tail.length());
  }

  long position() {
    return position;
  }

  void resetCrc() {
    crc.reset();
  }

  /** The checksum so far; 0, which means unchecked, when checksums are not wanted. */
  long crc() {
    return checks ? crc.getValue() : 0;
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  private void count(byte[] source, int length) {
    if (checks) {
      crc.update(source, 0, length);
    }
    position += length;
  }
}
