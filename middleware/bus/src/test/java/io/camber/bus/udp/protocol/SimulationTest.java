package io.camber.bus.udp.protocol;

import static io.camber.bus.udp.protocol.TestTraffic.SILENT;
import static io.camber.bus.udp.protocol.TestTraffic.topic;
import static io.camber.bus.udp.protocol.VirtualNetwork.MS;
import static org.assertj.core.api.Assertions.assertThat;

import io.camber.bus.Qos;
import io.camber.bus.udp.security.ChecksumProtection;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Test plan DET-10: the whole protocol over a virtual network, everything drawn from one seed: hosts join, die and return,
 * the network loses, doubles, disorders and parts. Then faults stop, and everybody has to come to terms within 10 s.
 */
final class SimulationTest {
  private static final int HOSTS = 4;
  private static final int STEPS = 150;

  /** A successor of a crashed node counts from the next multiple. */
  private static final long LIFE = 1_000_000;

  @Test
  void twoHundredFaultyWorldsConverge() {
    for (long seed = 1; seed <= 200; seed++) {
      new World(seed).play();
    }
  }

  /** It crashed late and had its predecessor's address, to which others still talked. */
  @Test
  void aSuccessorIsNotTakenForTheDead() {
    new World(3330).play();
  }

  @Test
  @Tag("campaign")
  void tenThousandFaultyWorldsConverge() {
    for (long seed = 1_000; seed < 11_000; seed++) {
      new World(seed).play();
    }
  }

  @Test
  void theSameSeedIsTheSameWorld() {
    for (long seed = 1; seed <= 5; seed++) {
      assertThat(new World(seed).play()).isEqualTo(new World(seed).play());
    }
  }

  private static final class Node {
    final VirtualNetwork.Host host;
    final Publication reliable;
    final Publication newest;
    final List<Subscriber> readers = new ArrayList<>();
    final TreeMap<String, Long> last = new TreeMap<>();
    final TreeMap<String, Long> gaps = new TreeMap<>();
    long sent;
    long sentNewest;

    Node(VirtualNetwork net, int index, long life) {
      sent = life * LIFE;
      sentNewest = life * LIFE;
      host = net.start(index, HOSTS, ProtocolConfig.NETWORK, new ChecksumProtection());
      reliable = host.participant.openWriter(topic("/r/" + index, Qos.SAMPLES), "node" + index);
      newest = host.participant.openWriter(topic("/n/" + index, Qos.SENSOR), "node" + index);
      for (int i = 0; i < HOSTS; i++) {
        if (i != index) {
          readers.add(
              host.participant.openReader(topic("/r/" + i, Qos.SAMPLES), "node" + index, SILENT));
          readers.add(
              host.participant.openReader(topic("/n/" + i, Qos.SENSOR), "node" + index, SILENT));
        }
      }
    }
  }

  private static final class World {
    private final long seed;
    private final Random random;
    private final VirtualNetwork net;
    private final Node[] nodes = new Node[HOSTS];
    private final StringBuilder story = new StringBuilder();

    World(long seed) {
      this.seed = seed;
      this.random = new Random(seed);
      this.net = new VirtualNetwork(seed ^ 0x5eed);
    }

    String play() {
      net.loss = 0.3 * random.nextDouble();
      net.duplication = 0.5 * random.nextDouble();
      net.reordering = 0.3 * random.nextDouble();
      for (int i = 0; i < HOSTS; i++) {
        nodes[i] = new Node(net, i, 0);
      }
      for (int step = 0; step < STEPS; step++) {
        fault();
        for (Node node : nodes) {
          talk(node);
        }
        net.run((1 + random.nextInt(8)) * MS);
        listen();
      }
      net.heal();
      converge();
      return story.toString();
    }

    private void fault() {
      int a = random.nextInt(HOSTS);
      int b = random.nextInt(HOSTS);
      double dice = random.nextDouble();
      if (dice < 0.03) {
        net.cut(a, b, true);
        net.cut(b, a, random.nextBoolean());
      } else if (dice < 0.08) {
        net.cut(a, b, false);
        net.cut(b, a, false);
      } else if (dice < 0.085) {
        nodes[a].host.crash();
        nodes[a] = new Node(net, a, nodes[a].sent / LIFE + 1);
      }
    }

    private void talk(Node node) {
      if (random.nextInt(2) == 0
          && TestTraffic.send(node.reliable, node.sent, random.nextInt(4000), net.nowNs)) {
        node.sent++;
      }
      if (random.nextInt(8) == 0) {
        TestTraffic.send(node.newest, node.sentNewest++, random.nextInt(20_000), net.nowNs);
      }
    }

    /** Invariants that hold at all times: nothing altered, doubled or out of order. */
    private void listen() {
      for (Node node : nodes) {
        for (Subscriber reader : node.readers) {
          String name = reader.entry.topic().name();
          boolean reliable = name.startsWith("/r/");
          for (long number : TestTraffic.drain(reader)) {
            Long before = node.last.put(name + "@" + number / LIFE, number);
            assertThat(before == null || number > before)
                .as("seed %d: %s after %s on %s", seed, number, before, name)
                .isTrue();
            if (reliable && before != null) {
              long gaps = node.gaps.merge(name, number - before - 1, Long::sum);
              assertThat(gaps)
                  .as("seed %d: all gaps on %s", seed, name)
                  .isLessThanOrEqualTo(reader.counters().lost());
            }
            story.append(name).append(number).append(' ');
          }
        }
      }
    }

    private void converge() {
      long deadline = net.nowNs + 10_000 * MS;
      while (net.nowNs < deadline && !isSettled()) {
        net.run(50 * MS);
        listen();
      }
      assertThat(isSettled()).as("seed %d: settled within 10 s", seed).isTrue();
      long[] marks = new long[HOSTS];
      for (int i = 0; i < HOSTS; i++) {
        marks[i] = nodes[i].sent;
        assertThat(TestTraffic.send(nodes[i].reliable, nodes[i].sent++, 100, net.nowNs))
            .as("seed %d", seed)
            .isTrue();
      }
      net.run(200 * MS);
      listen();
      for (Node node : nodes) {
        for (Subscriber reader : node.readers) {
          String name = reader.entry.topic().name();
          if (name.startsWith("/r/")) {
            long mark = marks[name.charAt(3) - '0'];
            assertThat(node.last.get(name + "@" + mark / LIFE))
                .as("seed %d: newest on %s at %s", seed, name, reader.entry.node())
                .isEqualTo(mark);
          }
        }
      }
    }

    private boolean isSettled() {
      for (Node node : nodes) {
        boolean knowsAll =
            node.host.participant.endpoints().size() == HOSTS * (2 + 2 * (HOSTS - 1));
        if (node.host.participant.peersAlive() != HOSTS - 1 || !knowsAll) {
          return false;
        }
        for (Subscriber reader : node.readers) {
          String name = reader.entry.topic().name();
          Node source = nodes[name.charAt(3) - '0'];
          Long last = node.last.get(name + "@" + source.sent / LIFE);
          if (name.startsWith("/r/") && last != null && last < source.sent - 1) {
            return false;
          }
        }
      }
      return true;
    }
  }
}
