package io.camber.bus.udp.protocol;

import static io.camber.bus.udp.protocol.TestTraffic.SILENT;
import static io.camber.bus.udp.protocol.TestTraffic.drain;
import static io.camber.bus.udp.protocol.TestTraffic.send;
import static io.camber.bus.udp.protocol.VirtualNetwork.MS;
import static org.assertj.core.api.Assertions.assertThat;

import io.camber.bus.Qos;
import io.camber.bus.transport.WireTopic;
import io.camber.bus.transport.WireWriter;
import io.camber.bus.udp.security.ChecksumProtection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is kept for late readers never keeps the writer from its next message. */
@Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class LatchedRoomTest {
  private static final int LARGEST = WireWriter.PAYLOAD_BYTES_MAX;

  /** Two of them are more than a writer runs ahead of a living reader. */
  private static final int LARGE = 3 << 19;

  private final VirtualNetwork net = new VirtualNetwork(1);
  private final VirtualNetwork.Host a = start(0);
  private final VirtualNetwork.Host b = start(1);

  private VirtualNetwork.Host start(int index) {
    return net.start(index, 2, ProtocolConfig.NETWORK, new ChecksumProtection());
  }

  private static WireTopic latched(int depth) {
    return TestTraffic.topic(
        "/test/kept",
        new Qos(Qos.Reliability.RELIABLE, depth, Qos.Durability.TRANSIENT_LOCAL, 0, 0));
  }

  @Test
  void ofTheLargestMessagesAsManyAreKeptAsFitBesideTheNext() {
    for (int depth = 1; depth <= 3; depth++) {
      WireTopic topic = latched(depth);
      Publication writer = a.participant.openWriter(topic, "mapper");
      for (int i = 0; i < 5; i++) {
        assertThat(send(writer, i, LARGEST, net.nowNs)).as("message %d", i).isTrue();
      }

      Subscriber late = a.participant.openReader(topic, "planner", SILENT);
      assertThat(drain(late)).isEqualTo(depth == 1 ? List.of(4L) : List.of(3L, 4L));
      late.close();
      writer.close();
    }
  }

  @Test
  void roomIsMadeBesideAReaderThatIsBehind() {
    WireTopic topic = latched(3);
    Publication writer = a.participant.openWriter(topic, "mapper");
    Subscriber reader = b.participant.openReader(topic, "planner", SILENT);
    net.run(300 * MS);
    int waits = 0;
    for (int i = 0; i < 6; i++) {
      if (!writer.hasRoom(0, LARGE)) {
        waits++;
        writer.makeRoom(0, LARGE);
      }
      assertThat(send(writer, i, LARGE, net.nowNs)).as("message %d", i).isTrue();
    }
    net.run(2_000 * MS);

    assertThat(waits).isPositive();
    List<Long> arrived = drain(reader);
    assertThat(arrived).isSorted().endsWith(3L, 4L, 5L);
    assertThat(arrived.size() + reader.counters().lost()).isEqualTo(6);
  }
}
