package io.camber.bus.udp.protocol;

import static io.camber.bus.udp.protocol.TestTraffic.SILENT;
import static io.camber.bus.udp.protocol.TestTraffic.drain;
import static io.camber.bus.udp.protocol.TestTraffic.send;
import static io.camber.bus.udp.protocol.TestTraffic.topic;
import static io.camber.bus.udp.protocol.VirtualNetwork.MS;
import static org.assertj.core.api.Assertions.assertThat;

import io.camber.bus.Qos;
import io.camber.bus.udp.security.ChecksumProtection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Samples and commands on links with a queue: 5 MB/s and 20 ms of it, as UDP-15 has them, and a faster, longer one. */
final class SlowLinkTest {
  private static final int BYTES_PER_S = 5_000_000;
  private static final int QUEUE_BYTES = BYTES_PER_S / 50;
  private static final int SAMPLE_BYTES = 64 << 10;
  private static final long TURN_NS = 2 * MS;

  private final VirtualNetwork net = new VirtualNetwork(1);
  private final VirtualNetwork.Host a = start(0);
  private final VirtualNetwork.Host b = start(1);
  private final Flow commands = new Flow("/command", Qos.SAMPLES, 256, 10 * MS);

  private VirtualNetwork.Host start(int index) {
    return net.start(index, 2, ProtocolConfig.NETWORK, new ChecksumProtection());
  }

  private Flow samples(String name, int bytes, long periodNs) {
    return new Flow(name, Qos.SENSOR, bytes, periodNs);
  }

  private void play(long durationNs, Flow... flows) {
    long end = net.nowNs + durationNs;
    while (net.nowNs < end) {
      for (Flow flow : flows) {
        flow.turn();
      }
      net.run(TURN_NS);
    }
  }

  /** Messages of one length at one rate, with how old each was when it was there. */
  private final class Flow {
    private final int bytes;
    private final long periodNs;
    private final Publication writer;
    private final Subscriber reader;
    private final List<Long> sentNs = new ArrayList<>();
    private final List<Long> ages = new ArrayList<>();
    private long dueNs;

    Flow(String name, Qos qos, int bytes, long periodNs) {
      this.bytes = bytes;
      this.periodNs = periodNs;
      this.writer = a.participant.openWriter(topic(name, qos), "talker");
      this.reader = b.participant.openReader(topic(name, qos), "listener", SILENT);
    }

    void turn() {
      drain(reader).forEach(number -> ages.add(net.nowNs - sentNs.get(number.intValue())));
      if (net.nowNs >= dueNs && send(writer, sentNs.size(), bytes, net.nowNs)) {
        sentNs.add(net.nowNs);
        dueNs = Math.max(dueNs + periodNs, net.nowNs - periodNs);
      }
    }

    long age(int percent) {
      List<Long> sorted = new ArrayList<>(ages);
      Collections.sort(sorted);
      return sorted.get((sorted.size() - 1) * percent / 100);
    }

    void forget() {
      ages.clear();
    }
  }

  @Test
  void samplesFillTheLinkAndLeaveItsQueueToCommands() {
    Flow sweeps = samples("/sweep", SAMPLE_BYTES, 6_500_000); // twice what the link carries
    net.run(300 * MS);
    net.throttle(BYTES_PER_S, QUEUE_BYTES, MS / 10);

    play(8_000 * MS, sweeps, commands);

    int fits = (int) (8L * BYTES_PER_S / SAMPLE_BYTES);
    assertThat(sweeps.ages.size()).isBetween(fits * 8 / 10, fits);
    assertThat(sweeps.age(50)).isLessThan(35 * MS);
    assertThat(sweeps.age(99)).isLessThan(50 * MS);
    assertThat(commands.ages).hasSizeGreaterThanOrEqualTo(795);
    assertThat(commands.age(50)).isLessThan(15 * MS);
    assertThat(commands.age(99)).isLessThan(30 * MS);
  }

  @Test
  void commandsDoNotAgeWhileTheLinkIsOverloadedForAMinute() {
    Flow sweeps = samples("/sweep", SAMPLE_BYTES, 6_500_000);
    net.run(300 * MS);
    net.throttle(BYTES_PER_S, QUEUE_BYTES, MS / 10);
    play(60_000 * MS, sweeps, commands);
    commands.forget();

    play(10_000 * MS, sweeps, commands);

    assertThat(commands.age(50)).isLessThan(15 * MS);
    assertThat(commands.age(99)).isLessThan(30 * MS);
  }

  @Test
  void whoBeginsLaterDoesNotTakeTheQueueForTheWay() {
    Flow first = samples("/sweep/left", SAMPLE_BYTES, 6_500_000);
    Flow second = samples("/sweep/right", SAMPLE_BYTES, 6_500_000);
    net.run(300 * MS);
    net.throttle(BYTES_PER_S, QUEUE_BYTES, MS / 10);
    play(5_000 * MS, first, commands);
    commands.forget();

    play(10_000 * MS, first, second, commands);

    assertThat(commands.age(50)).isLessThan(20 * MS);
    assertThat(commands.age(99)).isLessThan(50 * MS);
    assertThat(second.ages).hasSizeGreaterThan(100);
  }

  /** The link takes 1.3 s for one sample. */
  @Test
  void aSampleThatTakesLongRefusesNoneOfThoseThatComeMeanwhile() {
    Flow sweeps = samples("/sweep", 6 << 20, 100 * MS);
    net.run(300 * MS);
    net.throttle(BYTES_PER_S, QUEUE_BYTES, MS / 10);

    play(4_000 * MS, sweeps);

    assertThat(sweeps.sentNs).hasSizeGreaterThanOrEqualTo(40);
  }

  /** At the least that may be under way, 16 fragments a way of 10 ms there and back, the large ones would take 140 ms. */
  @ParameterizedTest
  @CsvSource({"300000, 100, 26", "65536, 33, 14", "65536, 100, 14", "10000, 50, 12"})
  void aLinkWithRoomIsUsedAsItIs(int bytes, int periodMs, int ageMs) {
    Flow sweeps = samples("/sweep", bytes, periodMs * MS);
    net.run(300 * MS);
    net.throttle(25_000_000, 2_000_000, 5 * MS);
    play(8_000 * MS, sweeps, commands);
    sweeps.forget();

    play(4_000 * MS, sweeps, commands);

    assertThat(sweeps.ages).hasSizeGreaterThan(3_900 / periodMs);
    assertThat(sweeps.age(50)).isLessThan(ageMs * MS);
  }
}
