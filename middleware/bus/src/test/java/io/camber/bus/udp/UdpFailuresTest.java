package io.camber.bus.udp;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.bus.Qos;
import io.camber.bus.transport.Bell;
import io.camber.bus.transport.Waiting;
import io.camber.bus.transport.WireEvent;
import io.camber.bus.transport.WireHeader;
import io.camber.bus.transport.WireListener;
import io.camber.bus.transport.WireReader;
import io.camber.bus.transport.WireTopic;
import io.camber.bus.transport.WireWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A wire goes on after what its own process does to it. */
@Timeout(30)
final class UdpFailuresTest {
  private static final InetSocketAddress ANY =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

  private static WireTopic topic(String name, long schema) {
    return new WireTopic(name, "test.Sample", schema, Qos.SAMPLES);
  }

  private static void await(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      LockSupport.parkNanos(1_000_000);
    }
  }

  @Test
  void timePassesThoughAListenerThrewWhileItDid() {
    AtomicBoolean threw = new AtomicBoolean();
    WireListener harsh = event -> {
      boolean inTimer = StackWalker.getInstance()
          .walk(frames -> frames.anyMatch(frame -> frame.getMethodName().equals("onTimer")));
      if (event.kind() == WireEvent.Kind.SCHEMA_MISMATCH && inTimer) {
        threw.set(true);
        throw new IllegalStateException("as listeners do");
      }
    };
    UdpWire b = UdpWire.open(UdpConfig.at(ANY, List.of()), WireListener.SILENT);
    try (UdpWire a = UdpWire.open(UdpConfig.at(ANY, List.of(b.address())), harsh)) {
      for (int i = 0; !threw.get(); i++) {
        String name = "/test/" + i;
        b.openWriter(topic(name, 1), "talker");
        await(() -> a.endpoints().stream().anyMatch(end -> end.topic().name().equals(name)));
        a.openReader(topic(name, 2), "listener", a.openBell("listener", Waiting.BLOCK));
        LockSupport.parkNanos(30_000_000);
      }
      b.close();
      await(() -> a.peersAlive() == 0);
      long before = a.traffic().sent();

      await(() -> a.traffic().sent() > before + 3); // it calls the one who is missing
    }
  }

  @Test
  void anInterruptedPublisherLosesItsWayForNobody() {
    System.setProperty("camber.udp.nio", "true");
    List<Long> seen = new ArrayList<>();
    try (UdpWire b = UdpWire.open(UdpConfig.at(ANY, List.of()), WireListener.SILENT);
        UdpWire a = UdpWire.open(UdpConfig.at(ANY, List.of(b.address())), WireListener.SILENT);
        WireWriter writer = a.openWriter(topic("/test/r", 1), "talker");
        Bell bell = b.openBell("listener", Waiting.BLOCK);
        WireReader reader = b.openReader(topic("/test/r", 1), "listener", bell)) {
      await(() -> a.endpoints().size() == 2 && b.endpoints().size() == 2);
      WireHeader header = new WireHeader();
      for (int i = 0; i < 3; i++) {
        Thread.currentThread().interrupt();
        assertThat(writer.send(header.set(i, 0, 0), ByteBuffer.allocate(100))).isTrue();
        assertThat(Thread.interrupted()).isTrue();
        long number = i;
        await(() -> {
          reader.poll((publisher, head, payload) -> seen.add(head.sequence()), 10);
          return seen.contains(number);
        });
      }
    } finally {
      System.clearProperty("camber.udp.nio");
    }

    assertThat(seen).containsExactly(0L, 1L, 2L);
  }
}
