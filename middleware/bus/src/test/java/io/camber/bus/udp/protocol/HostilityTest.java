package io.camber.bus.udp.protocol;

import static io.camber.bus.udp.protocol.TestTraffic.RELIABLE;
import static io.camber.bus.udp.protocol.TestTraffic.SILENT;
import static io.camber.bus.udp.protocol.TestTraffic.drain;
import static io.camber.bus.udp.protocol.TestTraffic.send;
import static io.camber.bus.udp.protocol.VirtualNetwork.MS;
import static org.assertj.core.api.Assertions.assertThat;

import io.camber.bus.transport.WireEvent;
import io.camber.bus.udp.security.ChecksumProtection;
import io.camber.bus.udp.security.GcmProtection;
import io.camber.bus.udp.security.Protection;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Test plan UDP-10 and UDP-11: what strangers and liars achieve, which is nothing. */
final class HostilityTest {
  private static final int DATA_PORT = 7001;
  private static final int MALLORY = 9;

  private final Protection sealed = new GcmProtection(TestTraffic.key(1));
  private final VirtualNetwork net = new VirtualNetwork(2);

  private VirtualNetwork.Host start(int index, Protection protection) {
    return net.start(index, 2, ProtocolConfig.NETWORK, protection);
  }

  private byte[] frame(
      Protection protection, long sender, long epoch, long counter, byte type, ByteBuffer body) {
    ByteBuffer frame = ByteBuffer.allocateDirect(2000).order(ByteOrder.LITTLE_ENDIAN);
    frame.putInt(0, Frames.MAGIC).put(Frames.VERSION_AT, Frames.VERSION).put(Frames.TYPE_AT, type);
    frame.put(Frames.PROTECTION_AT, protection.code());
    frame
        .putLong(Frames.SENDER_AT, sender)
        .putLong(Frames.EPOCH_AT, epoch)
        .putLong(Frames.COUNTER_AT, counter);
    frame.put(Frames.HEADER_BYTES, body, 0, body.limit());
    int length = protection
        .sealer(sender, epoch)
        .seal(frame, Frames.HEADER_BYTES, Frames.HEADER_BYTES + body.limit(), counter);
    byte[] bytes = new byte[length];
    frame.get(0, bytes);
    return bytes;
  }

  private static ByteBuffer body(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Meant for a process that died and whose address this one has now. */
  @Test
  void whatTellsOfTheStreamsOfAPredecessorIsIgnored() {
    VirtualNetwork.Host a = start(0, sealed);
    VirtualNetwork.Host b = start(1, sealed);
    Publication writer = a.participant.openWriter(RELIABLE, "talker");
    Subscriber reader = b.participant.openReader(RELIABLE, "listener", SILENT);
    net.run(300 * MS);
    send(writer, 0, 500, net.nowNs);
    net.run(20 * MS);

    tellThatThreeAreGone(a, b.participant.sender() + 2, 1000);
    long lostOfAnothers = reader.counters().lost();
    tellThatThreeAreGone(a, b.participant.sender(), 1001);
    long lostOfOwn = reader.counters().lost();

    assertThat(lostOfAnothers).isZero();
    assertThat(lostOfOwn).isEqualTo(2);
  }

  private void tellThatThreeAreGone(VirtualNetwork.Host from, long to, long counter) {
    ByteBuffer stream = body(36).putInt(0, 1).putLong(4, to).putLong(20, 3).putLong(28, 5);
    Participant sender = from.participant;
    net.send(
        0,
        1,
        DATA_PORT,
        frame(sealed, sender.sender(), sender.epoch(), counter, Frames.STREAM, stream));
    net.run(MS);
  }

  @Test
  void aRefusalIsForWhomItNames() {
    VirtualNetwork.Host a = start(0, sealed);
    VirtualNetwork.Host b = start(1, sealed);
    b.participant.openReader(RELIABLE, "listener", SILENT);
    net.run(300 * MS);
    int before = b.events.size();

    refuse(a, b.participant.sender() + 2, 1000);
    int afterAnothers = b.events.size();
    refuse(a, b.participant.sender(), 1001);

    assertThat(afterAnothers).isEqualTo(before);
    assertThat(b.events).hasSize(before + 1);
  }

  private void refuse(VirtualNetwork.Host from, long to, long counter) {
    ByteBuffer refusal = body(13).putInt(0, 1).putLong(4, to).put(12, (byte) '?');
    Participant sender = from.participant;
    net.send(
        0,
        1,
        DATA_PORT,
        frame(sealed, sender.sender(), sender.epoch(), counter, Frames.REFUSAL, refusal));
    net.run(MS);
  }

  @Test
  void whoSpeaksAnotherVersionIsNamedOnce() {
    VirtualNetwork.Host a = start(0, new ChecksumProtection());
    byte[] hello = frame(new ChecksumProtection(), 3, 1, 1, Frames.HELLO, body(HelloFrame.BYTES));
    byte[] older = hello.clone();
    older[Frames.VERSION_AT] = 1;
    byte[] newer = hello.clone();
    newer[Frames.VERSION_AT] = 3;

    net.send(MALLORY, 0, VirtualNetwork.MEETING_PORT, older);
    net.send(MALLORY, 0, VirtualNetwork.MEETING_PORT, older);
    net.send(MALLORY + 1, 0, VirtualNetwork.MEETING_PORT, newer);
    net.run(10 * MS);

    assertThat(a.events)
        .extracting(WireEvent::detail)
        .containsExactlyInAnyOrder(
            "10.0.0.10:7000 speaks wire version 1, this is 2: update it",
            "10.0.0.11:7000 speaks wire version 3, this is 2: update this one");
  }

  /** UDP-10 for somebody who has the key: a broken or taken-over member of the bus. */
  @Test
  void liesAboutRangesAreIgnoredAndCounted() {
    VirtualNetwork.Host a = start(0, sealed);
    VirtualNetwork.Host b = start(1, sealed);
    Publication writer = a.participant.openWriter(RELIABLE, "talker");
    Subscriber reader = b.participant.openReader(RELIABLE, "listener", SILENT);
    net.run(300 * MS);
    send(writer, 0, 5000, net.nowNs);
    net.run(20 * MS);
    long before = b.participant.trafficSnapshot().malformed()
        + a.participant.trafficSnapshot().malformed();
    long[] nasty = {1L << 31, 1L << 62, Long.MAX_VALUE, -1, Long.MIN_VALUE, 0};
    int[] nastyInts = {Integer.MAX_VALUE, -1, Integer.MIN_VALUE, 0, 1 << 30};
    long counter = 1000;
    int sent = 0;
    for (long n : nasty) {
      for (long m : nasty) {
        ByteBuffer stream = body(36)
            .putInt(0, 1)
            .putLong(4, b.participant.sender())
            .putLong(12, n)
            .putLong(20, m)
            .putLong(28, n);
        net.send(
            0,
            1,
            DATA_PORT,
            frame(
                sealed,
                a.participant.sender(),
                a.participant.epoch(),
                counter++,
                Frames.STREAM,
                stream));
        sent++;
        for (int i : nastyInts) {
          ByteBuffer nak = body(28)
              .putInt(0, 1)
              .putLong(4, a.participant.sender())
              .putLong(12, n)
              .putInt(20, i)
              .putInt(24, (int) m);
          net.send(
              1,
              0,
              DATA_PORT,
              frame(
                  sealed,
                  b.participant.sender(),
                  b.participant.epoch(),
                  counter++,
                  Frames.NAK,
                  nak));
          ByteBuffer status = body(32)
              .putInt(0, 1)
              .putLong(4, a.participant.sender())
              .putLong(12, n)
              .putLong(20, m)
              .putInt(28, i);
          net.send(
              1,
              0,
              DATA_PORT,
              frame(
                  sealed,
                  b.participant.sender(),
                  b.participant.epoch(),
                  counter++,
                  Frames.STATUS,
                  status));
          ByteBuffer data = body(24 + 300)
              .putInt(0, 1)
              .putLong(4, n)
              .putInt(12, i)
              .putInt(16, (int) m)
              .putShort(20, (short) i);
          net.send(
              0,
              1,
              DATA_PORT,
              frame(
                  sealed,
                  a.participant.sender(),
                  a.participant.epoch(),
                  counter++,
                  Frames.DATA,
                  data));
          sent += 3;
        }
      }
    }
    for (byte type = 0; type < 20; type++) {
      if (type != Frames.LEAVE) {
        net.send(
            0,
            1,
            DATA_PORT,
            frame(sealed, a.participant.sender(), a.participant.epoch(), counter++, type, body(0)));
        sent++;
      }
    }
    net.run(50 * MS);

    long malformed = b.participant.trafficSnapshot().malformed()
        + a.participant.trafficSnapshot().malformed()
        - before;
    assertThat(malformed).isBetween(sent / 2L, (long) sent);
    assertThat(b.has(WireEvent.Kind.MALFORMED)).isTrue();
    assertThat(drain(reader)).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void aHundredThousandStrangersLeaveNoTrace() {
    VirtualNetwork.Host a = start(0, new ChecksumProtection());
    net.run(10 * MS);
    Protection open = new ChecksumProtection();
    Random random = new Random(4);
    for (int i = 0; i < 100_000; i++) {
      ByteBuffer hello = body(HelloFrame.BYTES);
      new HelloFrame(0, 0, 0, 1, 7001, true, "fake").write(hello, 0);
      net.send(
          MALLORY,
          0,
          VirtualNetwork.MEETING_PORT,
          frame(open, random.nextLong(), i, i, Frames.HELLO, hello));
      if (i % 100 == 0) {
        net.run(MS);
      }
    }
    assertThat(a.participant.peerCount()).isLessThanOrEqualTo(ProtocolConfig.PEERS_MAX);
    assertThat(a.participant.peersAlive()).isZero();

    VirtualNetwork.Host b = start(1, new ChecksumProtection());
    net.run(2000 * MS);
    assertThat(b.participant.peersAlive()).isEqualTo(1);
  }

  /** However many others say HELLO meanwhile: it comes from another address. */
  @ParameterizedTest
  @ValueSource(ints = {1, 5})
  void whoComesDuringAFloodGetsIn(int index) {
    VirtualNetwork.Host a = start(0, sealed);
    VirtualNetwork.Host b = start(index, sealed);
    Protection forged = new GcmProtection(TestTraffic.key(2));
    Random random = new Random(4);
    for (int ms = 0; ms < 3000 && b.participant.peersAlive() == 0; ms++) {
      for (int i = 0; i < 64; i++) {
        ByteBuffer hello = body(HelloFrame.BYTES);
        new HelloFrame(0, 0, 0, 1, 7001, true, "fake").write(hello, 0);
        byte[] bytes = frame(forged, random.nextLong(), 3, i, Frames.HELLO, hello);
        net.send(MALLORY, 0, VirtualNetwork.MEETING_PORT, bytes);
      }
      net.run(MS);
    }

    assertThat(a.participant.peersAlive()).isEqualTo(1);
    assertThat(b.participant.peersAlive()).isEqualTo(1);
  }

  /** UDP-11. */
  @Test
  void sendsNoMoreToStrangersThanTheySend() {
    VirtualNetwork.Host a = start(0, new ChecksumProtection());
    a.participant.openWriter(RELIABLE, "talker");
    net.run(10 * MS);
    net.cut(0, 1, true);
    long callsBefore = a.bytesOut;
    net.run(2000 * MS);
    long callsAlone = a.bytesOut - callsBefore;
    long before = a.bytesOut;
    long bytesIn = 0;
    Protection open = new ChecksumProtection();
    for (int i = 0; i < 1000; i++) {
      ByteBuffer hello = body(HelloFrame.BYTES);
      new HelloFrame(0, 0, 0, 1, 7001, true, "fake").write(hello, 0);
      byte[] bytes = frame(open, 1 + i % 70, 3, i, Frames.HELLO, hello);
      bytesIn += bytes.length;
      net.send(MALLORY, 0, VirtualNetwork.MEETING_PORT, bytes);
      net.run(2 * MS);
    }

    assertThat(a.bytesOut - before - callsAlone).isLessThanOrEqualTo(bytesIn);
  }
}
