package io.camber.bus.udp.protocol;

import io.camber.bus.Qos;
import io.camber.bus.transport.Bell;
import io.camber.bus.transport.WireHeader;
import io.camber.bus.transport.WireTopic;
import io.camber.bus.udp.security.BusKey;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;

/** Numbered messages whose bytes can be checked. */
final class TestTraffic {
  static final WireTopic RELIABLE = topic("/test/reliable", Qos.SAMPLES);
  static final WireTopic NEWEST =
      topic("/test/newest", new Qos(Qos.Reliability.BEST_EFFORT, 4, Qos.Durability.VOLATILE, 0, 0));
  static final WireTopic LATCHED = topic("/test/latched", Qos.LATCHED);

  static final Bell SILENT = new Bell() {
    @Override
    public void ring() {}

    @Override
    public void await(BooleanSupplier ready, long timeoutNs) {}

    @Override
    public void close() {}
  };

  private TestTraffic() {}

  static BusKey key(int seed) {
    byte[] bytes = new byte[BusKey.LENGTH];
    new Random(seed).nextBytes(bytes);
    return new BusKey(bytes);
  }

  static WireTopic topic(String name, Qos qos) {
    return new WireTopic(name, "test.Sample", 42, qos);
  }

  /** Sends message {@code number} of a length that depends on it; false when refused. */
  static boolean send(Publication publication, long number, int length, long nowNs) {
    if (!publication.hasRoom(0, length)) {
      return false;
    }
    WireHeader header = new WireHeader().set(number, 1000 + number, 2000 + number);
    Claim claim = publication.claim(header, length);
    claim.fill(bytes(number, length));
    publication.commit(claim, length, nowNs);
    return true;
  }

  static ByteBuffer bytes(long number, int length) {
    ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < length; i++) {
      bytes.put(i, (byte) (number * 31 + i * 7L + (i >> 8)));
    }
    return bytes;
  }

  /** Numbers of what waits, after each byte was checked. */
  static List<Long> drain(Subscriber reader) {
    List<Long> numbers = new ArrayList<>();
    reader.poll(
        (publisher, header, payload) -> {
          if (!payload.equals(bytes(header.sequence(), payload.remaining()))) {
            throw new AssertionError("message " + header.sequence() + " was altered");
          }
          numbers.add(header.sequence());
        },
        Integer.MAX_VALUE);
    return numbers;
  }
}
