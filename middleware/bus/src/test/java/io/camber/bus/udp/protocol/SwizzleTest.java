package io.camber.bus.udp.protocol;

import static io.camber.bus.udp.protocol.TestTraffic.SILENT;
import static io.camber.bus.udp.protocol.TestTraffic.topic;
import static io.camber.bus.udp.protocol.VirtualNetwork.MS;
import static org.assertj.core.api.Assertions.assertThat;

import io.camber.bus.Qos;
import io.camber.bus.transport.WireEvent;
import io.camber.bus.udp.security.ChecksumProtection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Test plan UDP-07, swizzle-clog: four hosts are cut off one by one in one random order and let back in another, while each
 * publishes to all others.
 */
final class SwizzleTest {
  private static final int HOSTS = 4;

  private final List<VirtualNetwork.Host> hosts = new ArrayList<>();
  private final List<Publication> writers = new ArrayList<>();
  private final List<Subscriber> readers = new ArrayList<>();
  private final List<List<Long>> got = new ArrayList<>();
  private long sent;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void hostsCutOffInOneOrderAndLetInInAnotherLoseNothing(long seed) {
    VirtualNetwork net = new VirtualNetwork(seed);
    Random random = new Random(seed);
    for (int i = 0; i < HOSTS; i++) {
      join(net, i);
    }
    net.run(500 * MS);
    List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3));
    boolean[] cut = new boolean[HOSTS];
    for (boolean cuts : new boolean[] {true, false}) {
      Collections.shuffle(order, random);
      for (int victim : order) {
        cut[victim] = cuts;
        for (int i = 0; i < HOSTS; i++) {
          net.cut(i, victim, i != victim && (cut[i] || cut[victim]));
          net.cut(victim, i, i != victim && (cut[i] || cut[victim]));
        }
        talk(net, 100 + random.nextInt(400));
      }
    }
    long healedNs = net.nowNs;
    talk(net, 500);

    for (int i = 0; i < HOSTS; i++) {
      VirtualNetwork.Host host = hosts.get(i);
      assertThat(host.has(WireEvent.Kind.NODE_DIED))
          .as("seed %d: host %d", seed, i)
          .isTrue();
      assertThat(host.participant.peersAlive()).as("seed %d: host %d", seed, i).isEqualTo(3);
      long lastFoundNs = host.eventTimes.get(host.eventTimes.size() - 1);
      assertThat(lastFoundNs - healedNs)
          .as("seed %d: host %d whole again", seed, i)
          .isLessThanOrEqualTo(500 * MS);
    }
    for (List<Long> numbers : got) {
      assertThat(numbers)
          .as("seed %d", seed)
          .isEqualTo(LongStream.range(0, sent).boxed().toList());
    }
  }

  private void join(VirtualNetwork net, int index) {
    VirtualNetwork.Host host =
        net.start(index, HOSTS, ProtocolConfig.NETWORK, new ChecksumProtection());
    hosts.add(host);
    writers.add(host.participant.openWriter(topic("/s/" + index, Qos.SAMPLES), "node" + index));
    for (int i = 0; i < HOSTS; i++) {
      if (i != index) {
        readers.add(
            host.participant.openReader(topic("/s/" + i, Qos.SAMPLES), "node" + index, SILENT));
        got.add(new ArrayList<>());
      }
    }
  }

  private void talk(VirtualNetwork net, int durationMs) {
    for (int ms = 0; ms < durationMs; ms += 4) {
      for (Publication writer : writers) {
        assertThat(TestTraffic.send(writer, sent, 100, net.nowNs)).isTrue();
      }
      sent++;
      net.run(4 * MS);
      for (int i = 0; i < readers.size(); i++) {
        got.get(i).addAll(TestTraffic.drain(readers.get(i)));
      }
    }
  }
}
