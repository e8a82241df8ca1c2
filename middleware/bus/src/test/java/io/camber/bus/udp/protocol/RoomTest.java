package io.camber.bus.udp.protocol;

import static io.camber.bus.udp.protocol.TestTraffic.SILENT;
import static io.camber.bus.udp.protocol.TestTraffic.drain;
import static io.camber.bus.udp.protocol.TestTraffic.send;
import static io.camber.bus.udp.protocol.TestTraffic.topic;
import static io.camber.bus.udp.protocol.VirtualNetwork.MS;
import static org.assertj.core.api.Assertions.assertThat;

import io.camber.bus.Qos;
import io.camber.bus.transport.WireTopic;
import io.camber.bus.udp.security.ChecksumProtection;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a writer keeps, and how it makes room. */
@Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class RoomTest {
  private static final int MIB = 1 << 20;

  private final VirtualNetwork net = new VirtualNetwork(3);
  private final VirtualNetwork.Host a = start(0);

  private VirtualNetwork.Host start(int index) {
    return net.start(index, 2, ProtocolConfig.NETWORK, new ChecksumProtection());
  }

  private static WireTopic latched(int depth) {
    return topic(
        "/map", new Qos(Qos.Reliability.RELIABLE, depth, Qos.Durability.TRANSIENT_LOCAL, 0, 0));
  }

  @Test
  void moreLatchedBytesThanMayBeKeptRefuseNothing() {
    Publication writer = a.participant.openWriter(latched(10), "mapper");

    for (int i = 0; i < 12; i++) {
      assertThat(send(writer, i, 6 * MIB, net.nowNs)).as("message %d", i).isTrue();
    }
    Subscriber late = a.participant.openReader(latched(10), "planner", SILENT);

    assertThat(drain(late)).containsExactly(5L, 6L, 7L, 8L, 9L, 10L, 11L);
  }

  @Test
  void roomIsMadeBesideLatchedMessagesOfAStalledReader() {
    VirtualNetwork.Host b = start(1);
    Publication writer = a.participant.openWriter(latched(8), "mapper");
    Subscriber reader = b.participant.openReader(latched(8), "planner", SILENT);
    net.run(300 * MS);
    net.cut(0, 1, true);

    for (int i = 0; i < 20; i++) {
      if (!writer.hasRoom(0, MIB)) {
        writer.makeRoom(0, MIB);
      }
      assertThat(send(writer, i, MIB, net.nowNs)).as("message %d", i).isTrue();
    }
    net.heal();
    net.run(3_000 * MS);

    assertThat(drain(reader)).contains(19L).isSorted().doesNotHaveDuplicates();
  }
}
