package io.camber.bus.udp.protocol;

import static io.camber.bus.udp.protocol.TestTraffic.LATCHED;
import static io.camber.bus.udp.protocol.TestTraffic.RELIABLE;
import static io.camber.bus.udp.protocol.TestTraffic.SILENT;
import static io.camber.bus.udp.protocol.TestTraffic.drain;
import static io.camber.bus.udp.protocol.TestTraffic.send;
import static io.camber.bus.udp.protocol.TestTraffic.topic;
import static io.camber.bus.udp.protocol.VirtualNetwork.MS;
import static org.assertj.core.api.Assertions.assertThat;

import io.camber.bus.Qos;
import io.camber.bus.transport.WireTopic;
import io.camber.bus.udp.security.ChecksumProtection;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several readers of one topic in one process, which come and go while messages do. */
final class SecondReaderTest {
  private static final WireTopic SLOPPY = topic(
      RELIABLE.name(), new Qos(Qos.Reliability.BEST_EFFORT, 16, Qos.Durability.VOLATILE, 0, 0));

  private final VirtualNetwork net = new VirtualNetwork(7);

  private VirtualNetwork.Host start(int index) {
    return start(index, ProtocolConfig.NETWORK);
  }

  private VirtualNetwork.Host start(int index, ProtocolConfig config) {
    return net.start(index, 2, config, new ChecksumProtection());
  }

  private static List<Long> numbers(long from, long to) {
    return LongStream.range(from, to).boxed().toList();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.05})
  void theFirstNoticesNothingOfTheSecond(double loss) {
    VirtualNetwork.Host a = start(0);
    VirtualNetwork.Host b = start(1);
    Publication writer = a.participant.openWriter(RELIABLE, "talker");
    Subscriber first = b.participant.openReader(RELIABLE, "listener", SILENT);
    net.run(300 * MS);
    net.loss = loss;
    List<Long> seen = new ArrayList<>();
    List<Long> seenBySecond = new ArrayList<>();
    Subscriber second = null;

    for (int i = 0; i < 1200; i++) {
      if (i % 400 == 100) {
        second = b.participant.openReader(RELIABLE, "other", SILENT);
        seenBySecond.clear();
      } else if (i % 400 == 300 && second != null) {
        b.participant.closeReader(second);
        second = null;
      }
      assertThat(send(writer, i, 100, net.nowNs)).isTrue();
      net.run(MS / 2);
      seen.addAll(drain(first));
      if (second != null) {
        seenBySecond.addAll(drain(second));
      }
    }
    net.heal();
    net.run(300 * MS);
    seen.addAll(drain(first));

    assertThat(seen).isEqualTo(numbers(0, 1200));
    assertThat(first.counters().lost()).isZero();
    long begin = seenBySecond.get(0);
    assertThat(begin).isBetween(850L, 910L);
    assertThat(seenBySecond).isEqualTo(numbers(begin, begin + seenBySecond.size()));
  }

  @Test
  void theSecondGetsTheLatchedMessageToo() {
    VirtualNetwork.Host a = start(0);
    VirtualNetwork.Host b = start(1);
    Publication writer = a.participant.openWriter(LATCHED, "mapper");
    Subscriber first = b.participant.openReader(LATCHED, "planner", SILENT);
    net.run(300 * MS);
    for (int i = 0; i < 5; i++) {
      send(writer, i, 5000, net.nowNs);
      net.run(4 * MS);
    }

    Subscriber second = b.participant.openReader(LATCHED, "viewer", SILENT);
    net.run(300 * MS);

    assertThat(drain(first)).isEqualTo(numbers(0, 5));
    assertThat(drain(second)).isEqualTo(numbers(4, 5));
  }

  @Test
  void aBestEffortReaderMissesNothingUncountedWhenAReliableOneComesAndGoes() {
    VirtualNetwork.Host a = start(0);
    VirtualNetwork.Host b = start(1);
    Publication writer = a.participant.openWriter(RELIABLE, "talker");
    Subscriber sloppy = b.participant.openReader(SLOPPY, "viewer", SILENT);
    net.run(300 * MS);
    List<Long> seen = new ArrayList<>();
    Subscriber strict = null;

    for (int i = 0; i < 600; i++) {
      if (i == 200) {
        strict = b.participant.openReader(RELIABLE, "listener", SILENT);
      } else if (i == 400 && strict != null) {
        b.participant.closeReader(strict);
        strict = null;
      }
      send(writer, i, 100, net.nowNs);
      net.run(MS);
      seen.addAll(drain(sloppy));
      if (strict != null) {
        drain(strict);
      }
    }
    net.run(300 * MS);
    seen.addAll(drain(sloppy));

    assertThat(seen).isSorted().doesNotHaveDuplicates().contains(0L, 599L);
    assertThat(seen.size() + sloppy.counters().lost()).isEqualTo(600);
  }

  @Test
  void aStalledBestEffortReaderHoldsNobodyBack() {
    ProtocolConfig small = new ProtocolConfig(
        40 * MS, 130 * MS, 3_000 * MS, 10_000 * MS, 100 * MS, 1_400, 512 << 10, 1 << 20);
    VirtualNetwork.Host a = start(0, small);
    VirtualNetwork.Host b = start(1, small);
    Publication writer = a.participant.openWriter(RELIABLE, "talker");
    Subscriber strict = b.participant.openReader(RELIABLE, "listener", SILENT);
    Subscriber stalled = b.participant.openReader(SLOPPY, "viewer", SILENT);
    net.run(300 * MS);
    List<Long> seen = new ArrayList<>();

    for (int i = 0; i < 60; i++) {
      assertThat(send(writer, i, 100_000, net.nowNs)).as("message %d", i).isTrue();
      net.run(50 * MS);
      seen.addAll(drain(strict));
    }

    assertThat(seen).isEqualTo(numbers(0, 60));
    assertThat(drain(stalled)).isEqualTo(numbers(44, 60));
    assertThat(stalled.counters().lost()).isEqualTo(44);
  }
}
