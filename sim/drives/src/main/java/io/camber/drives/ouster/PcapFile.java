package io.camber.drives.ouster;

import io.camber.diagnostics.InputException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * UDP datagrams of a capture file, one after the other (the libpcap format of 1998: a header of 24 bytes, then records of 16 bytes
 * and a frame). Frames are Ethernet with IPv4; datagrams in several fragments and other frames are counted and passed over.
 */
final class PcapFile implements Closeable {
  private static final int HEADER_BYTES = 24;
  private static final int RECORD_BYTES = 16;
  private static final int ETHERNET_BYTES = 14;
  private static final int UDP_BYTES = 8;
  private static final int FRAME_BYTES_MAX = 1 << 18;
  private static final int MICROSECONDS = 0xa1b2c3d4;
  private static final int NANOSECONDS = 0xa1b23c4d;
  private static final int ETHERNET = 1;
  private static final int IPV4 = 0x0800;
  private static final int UDP = 17;

  private final Path path;
  private final FileChannel channel;
  private final ByteOrder order;
  private long at = HEADER_BYTES;
  private long passedOver;

  /** One datagram: where it went and what it carried, little-endian. */
  record Datagram(int port, ByteBuffer payload, long fileOffset) {}

  private PcapFile(Path path, FileChannel channel, ByteOrder order) {
    this.path = path;
    this.channel = channel;
    this.order = order;
  }

  static PcapFile open(Path path) throws IOException {
    FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
    try {
      ByteBuffer header = bytes(channel, 0, HEADER_BYTES)
          .orElseThrow(() -> new InputException(path + ": is shorter than a capture's header"));
      for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
        int magic = header.order(order).getInt(0);
        if (magic == MICROSECONDS || magic == NANOSECONDS) {
          if (header.getInt(20) != ETHERNET) {
            throw new InputException(
                path + ": byte 20: link type " + header.getInt(20) + " is not Ethernet (1)");
          }
          return new PcapFile(path, channel, order);
        }
      }
      throw new InputException(path + ": byte 0: is no capture in the pcap format");
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /** The next datagram; empty at the end. */
  Optional<Datagram> next() throws IOException {
    while (at < channel.size()) {
      long start = at;
      ByteBuffer record = need(start, RECORD_BYTES).order(order);
      int length = record.getInt(8);
      if (length < 0 || length > FRAME_BYTES_MAX) {
        throw new InputException(path + ": byte " + (start + 8) + ": declares a frame of "
            + Integer.toUnsignedString(length) + " bytes; the limit is " + FRAME_BYTES_MAX);
      }
      ByteBuffer frame = need(start + RECORD_BYTES, length);
      at = start + RECORD_BYTES + length;
      Optional<Datagram> found = datagram(frame, start);
      if (found.isPresent()) {
        return found;
      }
      passedOver++;
    }
    return Optional.empty();
  }

  /** Frames that held no whole datagram. */
  long passedOver() {
    return passedOver;
  }

  private static Optional<Datagram> datagram(ByteBuffer frame, long start) {
    frame.order(ByteOrder.BIG_ENDIAN);
    int ip = ETHERNET_BYTES;
    if (frame.limit() < ip + 20
        || Short.toUnsignedInt(frame.getShort(12)) != IPV4
        || (frame.get(ip) >> 4) != 4
        || frame.get(ip + 9) != UDP
        || (frame.getShort(ip + 6) & 0x3fff) != 0) {
      return Optional.empty();
    }
    int udp = ip + 4 * (frame.get(ip) & 0xf);
    if (frame.limit() < udp + UDP_BYTES) {
      return Optional.empty();
    }
    int length = Short.toUnsignedInt(frame.getShort(udp + 4)) - UDP_BYTES;
    if (length < 0 || length > frame.limit() - udp - UDP_BYTES) {
      return Optional.empty();
    }
    ByteBuffer payload = frame.slice(udp + UDP_BYTES, length).order(ByteOrder.LITTLE_ENDIAN);
    return Optional.of(new Datagram(Short.toUnsignedInt(frame.getShort(udp + 2)), payload, start));
  }

  private ByteBuffer need(long offset, int length) throws IOException {
    return bytes(channel, offset, length)
        .orElseThrow(() -> new InputException(path + ": byte " + offset + ": needs " + length
            + " bytes, but the file ends; cut short?"));
  }

  private static Optional<ByteBuffer> bytes(FileChannel channel, long offset, int length)
      throws IOException {
    if (length > channel.size() - offset) {
      return Optional.empty();
    }
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, offset + bytes.position()) < 0) {
        return Optional.empty();
      }
    }
    return Optional.of(bytes.flip());
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
