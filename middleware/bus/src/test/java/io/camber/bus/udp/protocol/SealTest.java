package io.camber.bus.udp.protocol;

import static io.camber.bus.udp.protocol.TestTraffic.RELIABLE;
import static io.camber.bus.udp.protocol.TestTraffic.SILENT;
import static io.camber.bus.udp.protocol.TestTraffic.drain;
import static io.camber.bus.udp.protocol.TestTraffic.key;
import static io.camber.bus.udp.protocol.TestTraffic.send;
import static io.camber.bus.udp.protocol.VirtualNetwork.MS;
import static org.assertj.core.api.Assertions.assertThat;

import io.camber.bus.udp.security.ChecksumProtection;
import io.camber.bus.udp.security.GcmProtection;
import io.camber.bus.udp.security.Protection;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Test plan UDP-12 and UDP-13: no datagram is taken without the key, twice, or altered. */
final class SealTest {
  private final Protection sealed = new GcmProtection(key(1));
  private final VirtualNetwork net = new VirtualNetwork(2);

  private VirtualNetwork.Host start(int index, Protection protection) {
    return net.start(index, 2, ProtocolConfig.NETWORK, protection);
  }

  @Test
  void answersNobodyWithoutTheKey() {
    VirtualNetwork.Host a = start(0, sealed);
    a.participant.openWriter(RELIABLE, "talker");
    VirtualNetwork.Host b = start(1, new GcmProtection(key(2)));
    net.run(1000 * MS);

    assertThat(a.participant.peerCount()).isZero();
    assertThat(b.participant.peerCount()).isZero();
    assertThat(a.participant.trafficSnapshot().unauthentic()).isPositive();
  }

  /** UDP-12: each recorded datagram with a bit flipped, then all of them again, then to a successor. */
  @Test
  void nothingRecordedIsAcceptedAgainNorAltered() {
    VirtualNetwork.Host a = start(0, sealed);
    VirtualNetwork.Host b = start(1, sealed);
    a.records = true;
    Publication writer = a.participant.openWriter(RELIABLE, "talker");
    Subscriber reader = b.participant.openReader(RELIABLE, "listener", SILENT);
    net.run(300 * MS);
    for (int i = 0; i < 1000; i++) {
      send(writer, i, 50, net.nowNs);
      net.run(2 * MS);
    }
    assertThat(drain(reader)).hasSize(1000);
    List<byte[]> recorded = new ArrayList<>(a.sent);
    a.crash();
    net.run(20 * MS); // what was on its way has arrived
    long acceptedBefore = b.participant.trafficSnapshot().accepted();
    Random random = new Random(7);
    for (byte[] bytes : recorded) {
      byte[] flipped = bytes.clone();
      flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
      receive(b, flipped);
      receive(b, bytes);
      byte[] swapped = bytes.clone();
      ByteBuffer.wrap(swapped)
          .order(ByteOrder.LITTLE_ENDIAN)
          .putLong(Frames.SENDER_AT, b.participant.sender() + 2);
      receive(b, swapped);
    }

    assertThat(b.participant.trafficSnapshot().accepted()).isEqualTo(acceptedBefore);
    assertThat(drain(reader)).isEmpty();

    b.crash();
    VirtualNetwork.Host successor = start(1, sealed);
    Subscriber fresh = successor.participant.openReader(RELIABLE, "listener", SILENT);
    for (byte[] bytes : recorded) {
      receive(successor, bytes);
    }
    net.run(10 * MS);
    assertThat(drain(fresh)).isEmpty();
    assertThat(successor.participant.peersAlive()).isZero();
  }

  private void receive(VirtualNetwork.Host host, byte[] bytes) {
    for (var from : new java.net.InetSocketAddress[] {
      null, VirtualNetwork.address(0, VirtualNetwork.MEETING_PORT)
    }) {
      ByteBuffer buffer =
          ByteBuffer.allocateDirect(bytes.length + 32).order(ByteOrder.LITTLE_ENDIAN);
      buffer.put(0, bytes);
      host.participant.receive(buffer, bytes.length, from, net.nowNs);
    }
  }

  /** UDP-13: sender, epoch and counter make key and nonce. */
  @Test
  void neverUsesANonceTwiceOverRestarts() {
    Set<String> used = new HashSet<>();
    long datagrams = 0;
    for (int restart = 0; restart < 20; restart++) {
      VirtualNetwork.Host a = start(0, new ChecksumProtection());
      VirtualNetwork.Host b = start(1, new ChecksumProtection());
      a.records = true;
      Publication writer = a.participant.openWriter(RELIABLE, "talker");
      Subscriber reader = b.participant.openReader(RELIABLE, "listener", SILENT);
      net.run(300 * MS);
      net.loss = 0.05;
      for (int i = 0; i < 2500; i++) {
        send(writer, i, 10, net.nowNs);
        if (i % 10 == 0) {
          net.run(2 * MS);
          drain(reader);
        }
      }
      for (byte[] bytes : a.sent) {
        ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        used.add(header.getLong(Frames.SENDER_AT) + "/" + header.getLong(Frames.EPOCH_AT) + "/"
            + header.getLong(Frames.COUNTER_AT));
      }
      datagrams += a.sent.size();
      net.loss = 0;
      a.crash();
      b.crash();
    }

    assertThat(datagrams).isGreaterThan(50_000);
    assertThat((long) used.size()).isEqualTo(datagrams);
  }
}
