package io.camber.bus.udp.protocol;

import static io.camber.bus.udp.protocol.TestTraffic.RELIABLE;
import static io.camber.bus.udp.protocol.TestTraffic.SILENT;
import static io.camber.bus.udp.protocol.TestTraffic.drain;
import static io.camber.bus.udp.protocol.TestTraffic.send;
import static io.camber.bus.udp.protocol.VirtualNetwork.MS;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.camber.bus.udp.security.BusKey;
import io.camber.bus.udp.security.GcmProtection;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Test plan UDP-09: what it costs to throw a datagram away. */
final class RejectionCostTest {
  private static final int ROUNDS = 5;
  private static final int COUNT = 100_000;

  private final VirtualNetwork net = new VirtualNetwork(5);
  private final GcmProtection sealed = new GcmProtection(new BusKey(new byte[BusKey.LENGTH]));
  private final VirtualNetwork.Host a = net.start(0, 2, ProtocolConfig.NETWORK, sealed);
  private final VirtualNetwork.Host b = net.start(1, 2, ProtocolConfig.NETWORK, sealed);

  private record Cost(long ns, double bytes) {}

  private byte[] recorded() {
    a.records = true;
    Publication writer = a.participant.openWriter(RELIABLE, "talker");
    Subscriber reader = b.participant.openReader(RELIABLE, "listener", SILENT);
    net.run(300 * MS);
    send(writer, 0, 256, net.nowNs);
    List<byte[]> sent = List.copyOf(a.sent);
    net.run(20 * MS);
    assertThat(drain(reader)).hasSize(1);
    return sent.get(sent.size() - 1);
  }

  private Cost cost(byte[] bytes, boolean counts) {
    ByteBuffer datagram =
        ByteBuffer.allocateDirect(bytes.length + 32).order(ByteOrder.LITTLE_ENDIAN);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long self = Thread.currentThread().getId();
    long bestNs = Long.MAX_VALUE;
    double allocated = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long beforeBytes = threads.getThreadAllocatedBytes(self);
      long beforeNs = System.nanoTime();
      for (int i = 0; i < COUNT; i++) {
        datagram.put(0, bytes);
        if (counts) {
          datagram.putLong(Frames.COUNTER_AT, 1_000_000_000L + (long) round * COUNT + i);
        }
        b.participant.receive(datagram, bytes.length, null, net.nowNs);
      }
      bestNs = Math.min(bestNs, (System.nanoTime() - beforeNs) / COUNT);
      allocated = (double) (threads.getThreadAllocatedBytes(self) - beforeBytes) / COUNT;
    }
    return new Cost(bestNs, allocated);
  }

  @Test
  @Tag("campaign")
  void junkAndReplaysAreThrownAwayWithoutGarbage() {
    byte[] valid = recorded();
    byte[] junk = new byte[300];
    new Random(1).nextBytes(junk);
    byte[] stranger = valid.clone();
    ByteBuffer.wrap(stranger).order(ByteOrder.LITTLE_ENDIAN).putLong(Frames.SENDER_AT, 77);
    var before = b.participant.trafficSnapshot();

    Cost foreign = cost(junk, false);
    Cost strange = cost(stranger, false);
    Cost replayed = cost(valid, false);
    Cost forged = cost(valid, true);

    var after = b.participant.trafficSnapshot();
    System.out.println("UDP-09 foreign " + foreign + ", stranger " + strange + ", replayed "
        + replayed + ", forged " + forged);
    long each = (long) ROUNDS * COUNT;
    assertThat(after.foreign() - before.foreign()).isEqualTo(each);
    assertThat(after.strangers() - before.strangers()).isEqualTo(each);
    assertThat(after.replayed() - before.replayed()).isEqualTo(each);
    assertThat(after.unauthentic() - before.unauthentic()).isEqualTo(each);
    assertThat(foreign.bytes() + strange.bytes() + replayed.bytes()).isLessThan(0.1);
  }
}
