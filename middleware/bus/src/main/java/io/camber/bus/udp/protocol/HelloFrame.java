package io.camber.bus.udp.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Body of a HELLO, of constant length so that an answer is never longer than the question.
 *
 * <pre>
 *   to u64 | challenge u64 | echo u64 | pid i64 | data port u16 | flags u16 | host, 64 bytes of UTF-8, zero-filled
 * </pre>
 *
 * @param to sender id it is meant for, 0 for anybody
 * @param challenge what the receiver has to give back to be believed present, 0 when {@code to} is
 * @param echo the receiver's challenge, 0 when unknown
 * @param asks whether the sender wants an answer
 */
record HelloFrame(
    long to, long challenge, long echo, long pid, int dataPort, boolean asks, String host) {
  static final int BYTES = 100;
  private static final int HOST_BYTES = 64;

  void write(ByteBuffer datagram, int at) {
    datagram
        .putLong(at, to)
        .putLong(at + 8, challenge)
        .putLong(at + 16, echo)
        .putLong(at + 24, pid);
    datagram.putShort(at + 32, (short) dataPort).putShort(at + 34, (short) (asks ? 1 : 0));
    byte[] name = Arrays.copyOf(host.getBytes(StandardCharsets.UTF_8), HOST_BYTES);
    datagram.put(at + 36, name);
  }

  static HelloFrame read(ByteBuffer datagram, int at) {
    byte[] name = new byte[HOST_BYTES];
    datagram.get(at + 36, name);
    int length = 0;
    while (length < HOST_BYTES && name[length] != 0) {
      length++;
    }
    return new HelloFrame(
        datagram.getLong(at),
        datagram.getLong(at + 8),
        datagram.getLong(at + 16),
        datagram.getLong(at + 24),
        datagram.getShort(at + 32) & 0xffff,
        (datagram.getShort(at + 34) & 1) != 0,
        new String(name, 0, length, StandardCharsets.UTF_8));
  }
}
