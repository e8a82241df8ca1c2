package io.camber.bus.udp.protocol;

import static io.camber.bus.udp.protocol.TestTraffic.RELIABLE;
import static io.camber.bus.udp.protocol.TestTraffic.SILENT;
import static io.camber.bus.udp.protocol.TestTraffic.drain;
import static io.camber.bus.udp.protocol.TestTraffic.send;
import static io.camber.bus.udp.protocol.VirtualNetwork.MS;
import static org.assertj.core.api.Assertions.assertThat;

import io.camber.bus.transport.WireEvent;
import io.camber.bus.udp.security.ChecksumProtection;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Two nodes of one name, of which the newer one's host has a clock that is behind. */
final class SeniorityTest {
  private static final long S = 1_000 * MS;

  private final VirtualNetwork net = new VirtualNetwork(5);

  private VirtualNetwork.Host start(int index, long epoch) {
    net.setEpoch(index, epoch);
    return net.start(index, 4, ProtocolConfig.NETWORK, new ChecksumProtection());
  }

  private static boolean isCutOff(VirtualNetwork.Host host) {
    return host.events.stream()
        .anyMatch(event -> event.kind() == WireEvent.Kind.NODE_REFUSED
            && event.detail().contains("this one's ends stay unconnected"));
  }

  @Test
  void whoRunsAlreadyStaysConnectedToEverybody() {
    VirtualNetwork.Host incumbent = start(0, 1_000_000);
    VirtualNetwork.Host other = start(1, 1_000_000);
    Publication old = incumbent.participant.openWriter(RELIABLE, "guardian");
    Subscriber reader = other.participant.openReader(RELIABLE, "car", SILENT);
    net.run(5 * S);
    VirtualNetwork.Host newcomer = start(2, 1);
    Publication young = newcomer.participant.openWriter(RELIABLE, "guardian");
    List<Long> seen = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      assertThat(send(old, i, 100, net.nowNs)).isTrue();
      send(young, 1000 + i, 100, net.nowNs);
      net.run(10 * MS);
      seen.addAll(drain(reader));
    }
    VirtualNetwork.Host late = start(3, 2_000_000);
    Subscriber lateReader = late.participant.openReader(RELIABLE, "viewer", SILENT);
    net.run(2 * S);
    send(old, 100, 100, net.nowNs);
    send(young, 1100, 100, net.nowNs);
    net.run(50 * MS);
    seen.addAll(drain(reader));

    assertThat(seen).isEqualTo(LongStream.range(0, 101).boxed().toList());
    assertThat(drain(lateReader)).containsExactly(100L);
    assertThat(isCutOff(newcomer)).isTrue();
    assertThat(isCutOff(incumbent)).isFalse();
  }

  @Test
  void evenWhenHeartbeatsThatTellItAreLateForTheNewcomer() {
    VirtualNetwork.Host incumbent = start(0, 1_000_000);
    VirtualNetwork.Host other = start(1, 1_000_000);
    Publication old = incumbent.participant.openWriter(RELIABLE, "guardian");
    Subscriber reader = other.participant.openReader(RELIABLE, "car", SILENT);
    net.run(5 * S);
    VirtualNetwork.Host newcomer = start(2, 1);
    newcomer.participant.openWriter(RELIABLE, "guardian");
    net.loss = 0.3;
    List<Long> seen = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      send(old, i, 100, net.nowNs);
      net.run(10 * MS);
      seen.addAll(drain(reader));
    }
    net.heal();
    net.run(500 * MS);
    seen.addAll(drain(reader));

    assertThat(seen).isEqualTo(LongStream.range(0, 200).boxed().toList());
    assertThat(isCutOff(newcomer)).isTrue();
    assertThat(isCutOff(incumbent)).isFalse();
  }

  @Test
  void clocksDecideBetweenTwoThatBeganTogether() {
    Seniority first = new Seniority(S, 7, 1);

    assertThat(first.isBefore(new Seniority(S / 2, 8, 1))).isTrue();
    assertThat(first.isBefore(new Seniority(S + S / 2, 6, 1))).isFalse();
    assertThat(first.isBefore(new Seniority(2 * S, 6, 1))).isTrue();
    assertThat(first.isBefore(new Seniority(0, 8, 1))).isFalse();
    assertThat(Seniority.units(-5)).isZero();
    assertThat(Seniority.units(Long.MAX_VALUE)).isEqualTo(Integer.MAX_VALUE);
  }
}
