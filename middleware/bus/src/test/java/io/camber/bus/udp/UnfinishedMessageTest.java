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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A large message whose payload is cut while its first fragments are on their way: it is lost and nothing else. */
@Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class UnfinishedMessageTest {
  private static final int LENGTH = 8 << 20;
  private static final int CUT_TO = 600_000;
  private static final int BEFORE = 100;

  /** A sample may be lost on any system that is busy: after this long the next one is sent. */
  private static final long SAMPLE_WAIT_NS = 200_000_000;

  private final List<WireEvent> events = new CopyOnWriteArrayList<>();
  private final List<Long> sent = new ArrayList<>();
  private final List<Long> seen = new ArrayList<>();

  private static UdpConfig at(List<InetSocketAddress> others) {
    return UdpConfig.at(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), others);
  }

  @Test
  void aReliableReaderGoesOnBehindIt() throws InterruptedException {
    exchange(new WireTopic("/test/r", "test.Sample", 1, Qos.SAMPLES));

    assertThat(seen).isEqualTo(sent);
    assertThat(events).anyMatch(event -> event.kind() == WireEvent.Kind.READER_OVERRUN);
  }

  @Test
  void aReaderOfSamplesGoesOnBehindIt() throws InterruptedException {
    exchange(new WireTopic(
        "/test/s",
        "test.Sample",
        1,
        new Qos(Qos.Reliability.BEST_EFFORT, 4, Qos.Durability.VOLATILE, 0, 0)));

    assertThat(sent).containsAll(seen);
    assertThat(seen).endsWith(sent.get(sent.size() - 1));
  }

  /** Some messages, large ones until one was cut in time, a small and a large one. */
  private void exchange(WireTopic topic) throws InterruptedException {
    try (UdpWire a = UdpWire.open(at(List.of()), WireListener.SILENT);
        UdpWire b = UdpWire.open(at(List.of(a.address())), events::add);
        WireWriter writer = a.openWriter(topic, "talker");
        Bell bell = b.openBell("listener", Waiting.BLOCK);
        WireReader reader = b.openReader(topic, "listener", bell)) {
      while (a.endpoints().size() < 2 || b.endpoints().size() < 2) {
        Thread.onSpinWait();
      }
      long number = 0;
      while (number < BEFORE) {
        send(writer, number++, ByteBuffer.allocate(10_000));
      }
      while (isSentBeforeItIsCut(writer, number++)) {
        poll(topic, number - 1, bell, reader);
      }
      assertThat(writer.counters().messages()).isEqualTo(sent.size());
      send(writer, number++, ByteBuffer.allocate(10));
      do {
        send(writer, number, ByteBuffer.allocate(LENGTH));
      } while (!poll(topic, number++, bell, reader));
    }
  }

  private void send(WireWriter writer, long number, ByteBuffer payload) {
    writer.send(new WireHeader().set(number, 0, 0), payload);
    sent.add(number);
  }

  private boolean isSentBeforeItIsCut(WireWriter writer, long number) throws InterruptedException {
    ByteBuffer payload = ByteBuffer.allocate(LENGTH);
    long before = writer.counters().messages();
    Thread cutting = new Thread(() -> {
      while (writer.counters().messages() == before) {
        Thread.onSpinWait();
      }
      payload.limit(CUT_TO);
    });
    cutting.start();
    try {
      send(writer, number, payload);
      return true;
    } catch (IndexOutOfBoundsException e) {
      return false;
    } finally {
      cutting.join();
    }
  }

  /** Reads until a message is there; of samples not for ever, and answers whether it came. */
  private boolean poll(WireTopic topic, long number, Bell bell, WireReader reader) {
    boolean reliable = topic.qos().reliability() == Qos.Reliability.RELIABLE;
    long start = System.nanoTime();
    while (!seen.contains(number)) {
      if (!reliable && System.nanoTime() - start > SAMPLE_WAIT_NS) {
        return false;
      }
      bell.await(reader::hasMessages, 1_000_000);
      reader.poll((publisher, header, payload) -> seen.add(header.sequence()), 10);
    }
    return true;
  }
}
