package io.camber.bus.udp.protocol;

import static io.camber.bus.udp.protocol.TestTraffic.RELIABLE;
import static io.camber.bus.udp.protocol.TestTraffic.SILENT;
import static io.camber.bus.udp.protocol.TestTraffic.drain;
import static io.camber.bus.udp.protocol.TestTraffic.send;
import static io.camber.bus.udp.protocol.VirtualNetwork.MS;
import static org.assertj.core.api.Assertions.assertThat;

import io.camber.bus.transport.WireHeader;
import io.camber.bus.udp.security.ChecksumProtection;
import org.junit.jupiter.api.Test;

/** What a message that was begun and could not be filled to its end does to everybody else: nothing. */
final class GivenUpMessageTest {
  private static final int LENGTH = 300_000;
  private static final int FILLED = 100_000;

  private final VirtualNetwork net = new VirtualNetwork(1);
  private final VirtualNetwork.Host a = start(0);
  private final VirtualNetwork.Host b = start(1);

  private VirtualNetwork.Host start(int index) {
    return net.start(index, 2, ProtocolConfig.NETWORK, new ChecksumProtection());
  }

  private Claim begin(Publication writer, long number) {
    assertThat(writer.hasRoom(0, LENGTH)).isTrue();
    Claim claim = writer.claim(new WireHeader().set(number, 0, 0), LENGTH);
    writer.begin(claim, LENGTH);
    writer.fill(claim, TestTraffic.bytes(number, LENGTH), 0, FILLED);
    writer.proceed(claim, FILLED, net.nowNs);
    return claim;
  }

  @Test
  void aReaderPassesItWhileAnotherOfItsProcessIsSlow() {
    Publication writer = a.participant.openWriter(RELIABLE, "talker");
    Subscriber slow = b.participant.openReader(RELIABLE, "slow", SILENT);
    Subscriber quick = b.participant.openReader(RELIABLE, "quick", SILENT);
    net.run(300 * MS);
    for (int i = 0; i < 3; i++) {
      send(writer, i, 1000, net.nowNs);
    }
    net.run(20 * MS);
    assertThat(drain(quick)).containsExactly(0L, 1L, 2L);

    Claim claim = begin(writer, 3);
    net.run(20 * MS);
    writer.end(claim, net.nowNs);
    send(writer, 4, 1000, net.nowNs);
    net.run(50 * MS);

    assertThat(drain(quick)).containsExactly(4L);
    assertThat(quick.counters().lost()).isEqualTo(1);
    long asked = b.participant.trafficSnapshot().repairsAsked();
    net.run(500 * MS);
    assertThat(b.participant.trafficSnapshot().repairsAsked()).isEqualTo(asked);
    assertThat(drain(slow)).containsExactly(0L, 1L, 2L, 4L);
    assertThat(slow.counters().lost()).isEqualTo(1);
  }
}
