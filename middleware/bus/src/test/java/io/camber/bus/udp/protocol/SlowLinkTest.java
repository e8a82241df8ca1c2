package io.camber.bus.udp.protocol;

import static io.camber.bus.udp.protocol.TestTraffic.NEWEST;
import static io.camber.bus.udp.protocol.TestTraffic.RELIABLE;
import static io.camber.bus.udp.protocol.TestTraffic.SILENT;
import static io.camber.bus.udp.protocol.TestTraffic.drain;
import static io.camber.bus.udp.protocol.TestTraffic.send;
import static io.camber.bus.udp.protocol.VirtualNetwork.MS;
import static org.assertj.core.api.Assertions.assertThat;

import io.camber.bus.udp.security.ChecksumProtection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A link of 5 MB/s that keeps 20 ms of datagrams and drops the rest, as UDP-15 has it. */
final class SlowLinkTest {
  private static final int BYTES_PER_S = 5_000_000;
  private static final int QUEUE_BYTES = BYTES_PER_S / 50;
  private static final int SAMPLE_BYTES = 64 << 10;

  private final VirtualNetwork net = new VirtualNetwork(1);
  private final VirtualNetwork.Host a = start(0);
  private final VirtualNetwork.Host b = start(1);
  private final Publication samples = a.participant.openWriter(NEWEST, "lidar");
  private final Subscriber sampleReader = b.participant.openReader(NEWEST, "detector", SILENT);
  private final Publication commands = a.participant.openWriter(RELIABLE, "guardian");
  private final Subscriber commandReader = b.participant.openReader(RELIABLE, "chassis", SILENT);

  private VirtualNetwork.Host start(int index) {
    return net.start(index, 2, ProtocolConfig.NETWORK, new ChecksumProtection());
  }

  @Test
  void samplesFillTheLinkAndLeaveItsQueueToCommands() {
    net.run(300 * MS);
    net.throttle(BYTES_PER_S, QUEUE_BYTES);
    List<Long> sentNs = new ArrayList<>();
    List<Long> sampleAges = new ArrayList<>();
    List<Long> commandAges = new ArrayList<>();
    long start = net.nowNs;
    int sent = 0;
    int told = 0;
    while (net.nowNs < start + 8000 * MS) {
      long passedMs = (net.nowNs - start) / MS;
      if (passedMs * 2 * BYTES_PER_S / 1000 >= sent * (long) SAMPLE_BYTES) {
        send(samples, sent++, SAMPLE_BYTES, net.nowNs);
        sentNs.add(net.nowNs);
      }
      if (passedMs >= 10L * told) {
        send(commands, passedMs, 256, net.nowNs);
        told++;
      }
      net.run(MS / 2);
      for (long number : drain(sampleReader)) {
        sampleAges.add(net.nowNs - sentNs.get((int) number));
      }
      drain(commandReader).forEach(ms -> commandAges.add(net.nowNs - start - ms * MS));
    }

    int fits = (int) (8L * BYTES_PER_S / SAMPLE_BYTES);
    Collections.sort(commandAges);
    Collections.sort(sampleAges);
    assertThat(sampleAges.size()).isBetween(fits * 8 / 10, fits);
    assertThat(sampleAges.get(sampleAges.size() / 2)).isLessThan(30 * MS);
    assertThat(sampleAges.get(sampleAges.size() * 99 / 100)).isLessThan(45 * MS);
    assertThat(commandAges).hasSizeGreaterThanOrEqualTo(795);
    assertThat(commandAges.get(commandAges.size() / 2)).isLessThan(12 * MS);
    assertThat(commandAges.get(commandAges.size() * 99 / 100)).isLessThan(30 * MS);
  }
}
