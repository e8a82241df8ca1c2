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

/** Who counts as dead, and when. */
final class LivenessTest {
  private final VirtualNetwork net = new VirtualNetwork(1);
  private final VirtualNetwork.Host a = start(0);
  private final VirtualNetwork.Host b = start(1);

  private VirtualNetwork.Host start(int index) {
    return net.start(index, 4, ProtocolConfig.NETWORK, new ChecksumProtection());
  }

  private static List<Long> numbers(long from, long to) {
    return LongStream.range(from, to).boxed().toList();
  }

  @Test
  void noticesAPartitionWithinThreeHeartbeatsAndLosesNothingOverIt() {
    Publication writer = a.participant.openWriter(RELIABLE, "talker");
    Subscriber reader = b.participant.openReader(RELIABLE, "listener", SILENT);
    net.run(300 * MS);
    long cutNs = net.nowNs;
    net.cut(0, 1, true);
    net.cut(1, 0, true);
    List<Long> got = new ArrayList<>();
    long healNs = 0;
    for (int i = 0; i < 1000; i++) {
      assertThat(send(writer, i, 200, net.nowNs)).isTrue();
      net.run(2 * MS);
      if (i == 499) {
        net.heal();
        healNs = net.nowNs;
      }
    }
    net.run(500 * MS);
    got.addAll(drain(reader));

    assertThat(a.firstTimeNs(WireEvent.Kind.NODE_DIED, cutNs) - cutNs)
        .isLessThanOrEqualTo(152 * MS);
    assertThat(b.firstTimeNs(WireEvent.Kind.NODE_DIED, cutNs) - cutNs)
        .isLessThanOrEqualTo(152 * MS);
    assertThat(b.firstTimeNs(WireEvent.Kind.NODE_FOUND, cutNs) - healNs).isBetween(0L, 500 * MS);
    assertThat(got).isEqualTo(numbers(0, 1000));
  }

  @Test
  void noticesThatItIsNotHeardThoughItHears() {
    a.participant.openWriter(RELIABLE, "talker");
    b.participant.openReader(RELIABLE, "listener", SILENT);
    net.run(300 * MS);

    net.cut(0, 1, true);
    net.run(500 * MS);

    assertThat(a.has(WireEvent.Kind.NODE_DIED)).isTrue();
    assertThat(b.has(WireEvent.Kind.NODE_DIED)).isTrue();
  }

  /** Nobody is to blame for what happened while one slept oneself. */
  @Test
  void aParticipantPausedForHalfASecondFindsEveryoneAlive() {
    a.participant.openWriter(RELIABLE, "talker");
    b.participant.openReader(RELIABLE, "listener", SILENT);
    net.run(300 * MS);

    b.pause(500 * MS);
    net.run(1000 * MS);

    assertThat(b.has(WireEvent.Kind.NODE_DIED)).isFalse();
    assertThat(a.has(WireEvent.Kind.NODE_DIED)).as("b was silent").isTrue();
    assertThat(a.participant.peersAlive()).isEqualTo(1);
  }

  /** Both ends slept, so that nothing waits at the socket either. */
  @Test
  void aHostThatSleptAsAWholeFindsEveryoneAlive() {
    a.participant.openWriter(RELIABLE, "talker");
    b.participant.openReader(RELIABLE, "listener", SILENT);
    net.run(300 * MS);

    a.pause(700 * MS);
    b.pause(700 * MS);
    net.run(1500 * MS);

    assertThat(a.has(WireEvent.Kind.NODE_DIED)).isFalse();
    assertThat(b.has(WireEvent.Kind.NODE_DIED)).isFalse();
  }

  @Test
  void aStarvedProcessOfThisHostIsNotDeadForThreeSeconds() {
    a.participant.openWriter(RELIABLE, "talker");
    b.participant.openReader(RELIABLE, "listener", SILENT);
    net.run(300 * MS);
    b.runs = true;
    long fromNs = net.nowNs;

    b.pause(8000 * MS);
    net.run(2900 * MS);
    assertThat(a.has(WireEvent.Kind.NODE_DIED)).isFalse();

    net.run(1000 * MS);
    assertThat(a.firstTimeNs(WireEvent.Kind.NODE_DIED, 0) - fromNs).isBetween(2900 * MS, 3050 * MS);
  }

  @Test
  void aProcessOfThisHostThatIsGoneIsDeadAsSoonAsItIsSilent() {
    a.participant.openWriter(RELIABLE, "talker");
    b.participant.openReader(RELIABLE, "listener", SILENT);
    b.runs = true;
    net.run(300 * MS);
    long killedNs = net.nowNs;

    b.crash();
    net.run(400 * MS);

    assertThat(a.firstTimeNs(WireEvent.Kind.NODE_DIED, 0) - killedNs).isBetween(0L, 152 * MS);
  }

  @Test
  void saysGoodbye() {
    a.participant.openWriter(RELIABLE, "talker");
    b.participant.openReader(RELIABLE, "listener", SILENT);
    net.run(300 * MS);

    a.participant.close();
    a.crash();
    net.run(20 * MS);

    assertThat(b.has(WireEvent.Kind.NODE_LEFT)).isTrue();
    assertThat(b.participant.peerCount()).isZero();
  }
}
