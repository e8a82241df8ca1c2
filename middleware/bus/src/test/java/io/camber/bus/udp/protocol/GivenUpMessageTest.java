package io.camber.bus.udp.protocol;

import static io.camber.bus.udp.protocol.TestTraffic.LATCHED;
import static io.camber.bus.udp.protocol.TestTraffic.NEWEST;
import static io.camber.bus.udp.protocol.TestTraffic.RELIABLE;
import static io.camber.bus.udp.protocol.TestTraffic.SILENT;
import static io.camber.bus.udp.protocol.TestTraffic.drain;
import static io.camber.bus.udp.protocol.TestTraffic.send;
import static io.camber.bus.udp.protocol.VirtualNetwork.MS;
import static org.assertj.core.api.Assertions.assertThat;

import io.camber.bus.Qos;
import io.camber.bus.transport.WireEvent;
import io.camber.bus.transport.WireHeader;
import io.camber.bus.transport.WireTopic;
import io.camber.bus.udp.security.ChecksumProtection;
import org.junit.jupiter.api.Test;

/** What a message that was begun and could not be filled to its end does to everybody else: nothing. */
final class GivenUpMessageTest {
  private static final int LENGTH = 300_000;
  private static final int FILLED = 100_000;
  private static final WireTopic THREE = TestTraffic.topic(
      "/test/three", new Qos(Qos.Reliability.RELIABLE, 3, Qos.Durability.TRANSIENT_LOCAL, 0, 0));

  private final VirtualNetwork net = new VirtualNetwork(1);
  private final VirtualNetwork.Host a = start(0);
  private final VirtualNetwork.Host b = start(1);

  private VirtualNetwork.Host start(int index) {
    return net.start(index, 2, ProtocolConfig.NETWORK, new ChecksumProtection());
  }

  private Claim begin(Publication writer, long number) {
    assertThat(writer.hasRoom(0, LENGTH)).isTrue();
    Claim claim = writer.claim(new WireHeader().set(number, 0, 0), LENGTH);
    writer.begin(claim, LENGTH);
    writer.fill(claim, TestTraffic.bytes(number, LENGTH), 0, FILLED);
    writer.proceed(claim, FILLED, net.nowNs);
    return claim;
  }

  private void giveUp(Publication writer, Claim claim) {
    writer.giveUp(claim, new IllegalStateException("cannot be filled"), net.nowNs);
  }

  @Test
  void aReaderPassesItWhileAnotherOfItsProcessIsSlow() {
    Publication writer = a.participant.openWriter(RELIABLE, "talker");
    Subscriber slow = b.participant.openReader(RELIABLE, "slow", SILENT);
    Subscriber quick = b.participant.openReader(RELIABLE, "quick", SILENT);
    net.run(300 * MS);
    for (int i = 0; i < 3; i++) {
      send(writer, i, 1000, net.nowNs);
    }
    net.run(20 * MS);
    assertThat(drain(quick)).containsExactly(0L, 1L, 2L);

    Claim claim = begin(writer, 3);
    net.run(20 * MS);
    giveUp(writer, claim);
    send(writer, 4, 1000, net.nowNs);
    net.run(50 * MS);

    assertThat(drain(quick)).containsExactly(4L);
    assertThat(quick.counters().lost()).isEqualTo(1);
    long asked = b.participant.trafficSnapshot().repairsAsked();
    net.run(500 * MS);
    assertThat(b.participant.trafficSnapshot().repairsAsked()).isEqualTo(asked);
    assertThat(drain(slow)).containsExactly(0L, 1L, 2L, 4L);
    assertThat(slow.counters().lost()).isEqualTo(1);
  }

  @Test
  void whoComesLateGetsTheLastWholeValue() {
    Publication writer = a.participant.openWriter(LATCHED, "mapper");
    send(writer, 0, 1000, net.nowNs);
    send(writer, 1, 1000, net.nowNs);

    Claim claim = begin(writer, 2);
    Subscriber localWhileFilled = a.participant.openReader(LATCHED, "local_early", SILENT);
    Subscriber remoteWhileFilled = b.participant.openReader(LATCHED, "remote_early", SILENT);
    net.run(300 * MS);
    assertThat(drain(localWhileFilled)).containsExactly(1L);
    assertThat(drain(remoteWhileFilled)).containsExactly(1L);

    giveUp(writer, claim);
    Subscriber local = a.participant.openReader(LATCHED, "local_late", SILENT);
    VirtualNetwork.Host c = start(2);
    Subscriber remote = c.participant.openReader(LATCHED, "remote_late", SILENT);
    net.run(300 * MS);
    assertThat(drain(local)).containsExactly(1L);
    assertThat(drain(remote)).containsExactly(1L);

    send(writer, 3, 1000, net.nowNs);
    net.run(50 * MS);
    for (Subscriber reader :
        new Subscriber[] {localWhileFilled, remoteWhileFilled, local, remote}) {
      assertThat(drain(reader)).containsExactly(3L);
    }
  }

  @Test
  void asManyWholeValuesAreKeptAsTheTopicSays() {
    Publication writer = a.participant.openWriter(THREE, "mapper");
    for (int i = 0; i < 10; i++) {
      send(writer, 2L * i, 1000, net.nowNs);
      giveUp(writer, begin(writer, 2L * i + 1));
    }
    Claim claim = begin(writer, 20);

    Subscriber local = a.participant.openReader(THREE, "local", SILENT);
    Subscriber remote = b.participant.openReader(THREE, "remote", SILENT);
    net.run(300 * MS);

    assertThat(drain(local)).containsExactly(14L, 16L, 18L);
    assertThat(drain(remote)).containsExactly(14L, 16L, 18L);
    writer.fill(claim, TestTraffic.bytes(20, LENGTH), FILLED, LENGTH - FILLED);
    writer.proceed(claim, LENGTH, net.nowNs);
    writer.end(claim);
    assertThat(drain(a.participant.openReader(THREE, "local_late", SILENT)))
        .containsExactly(16L, 18L, 20L);
  }

  @Test
  void whoComesLateDoesNotMissWhatWasGivenUpBefore() {
    Publication writer = a.participant.openWriter(THREE, "mapper");
    send(writer, 0, 1000, net.nowNs);
    giveUp(writer, begin(writer, 1));
    send(writer, 2, 1000, net.nowNs);
    giveUp(writer, begin(writer, 3));
    giveUp(writer, begin(writer, 4));
    send(writer, 5, 1000, net.nowNs);

    Subscriber local = a.participant.openReader(THREE, "local", SILENT);
    Subscriber remote = b.participant.openReader(THREE, "remote", SILENT);
    net.run(300 * MS);
    for (Subscriber reader : new Subscriber[] {local, remote}) {
      assertThat(drain(reader)).containsExactly(0L, 2L, 5L);
      assertThat(reader.counters().lost()).isZero();
    }
    assertThat(b.has(WireEvent.Kind.READER_OVERRUN)).isFalse();

    Claim claim = begin(writer, 6);
    net.run(20 * MS);
    giveUp(writer, claim);
    send(writer, 7, 1000, net.nowNs);
    net.run(50 * MS);
    for (Subscriber reader : new Subscriber[] {local, remote}) {
      assertThat(drain(reader)).containsExactly(7L);
      assertThat(reader.counters().lost()).isEqualTo(1);
    }
    assertThat(b.has(WireEvent.Kind.READER_OVERRUN)).isTrue();
  }

  @Test
  void whoComesWhileItIsFilledMissesItAloneWhenItIsGivenUp() {
    Publication writer = a.participant.openWriter(THREE, "mapper");
    send(writer, 0, 1000, net.nowNs);
    giveUp(writer, begin(writer, 1));
    Claim claim = begin(writer, 2);

    Subscriber reader = b.participant.openReader(THREE, "remote", SILENT);
    net.run(300 * MS);
    assertThat(reader.counters().lost()).isZero();
    giveUp(writer, claim);
    send(writer, 3, 1000, net.nowNs);
    net.run(50 * MS);

    assertThat(drain(reader)).containsExactly(0L, 3L);
    assertThat(reader.counters().lost()).isEqualTo(1);
  }

  @Test
  void givingUpManyLeavesRoomForMore() {
    Publication writer = a.participant.openWriter(LATCHED, "mapper");
    send(writer, 0, 1000, net.nowNs);
    int count = 2 * ProtocolConfig.WINDOW_MESSAGES;
    for (int i = 1; i <= count; i++) {
      giveUp(writer, begin(writer, i));
    }

    assertThat(send(writer, count + 1, 1000, net.nowNs)).isTrue();
    Subscriber reader = b.participant.openReader(LATCHED, "planner", SILENT);
    net.run(300 * MS);
    assertThat(drain(reader)).containsExactly(count + 1L);
  }

  @Test
  void aReaderOfSamplesAsksForItNoMore() {
    Publication writer = a.participant.openWriter(NEWEST, "lidar");
    Subscriber reader = b.participant.openReader(NEWEST, "detector", SILENT);
    net.run(300 * MS);
    send(writer, 0, 1000, net.nowNs);
    net.run(20 * MS);
    Claim claim = begin(writer, 1);
    net.run(20 * MS);
    giveUp(writer, claim);
    net.run(50 * MS);

    long asked = b.participant.trafficSnapshot().repairsAsked();
    net.run(500 * MS);
    assertThat(b.participant.trafficSnapshot().repairsAsked()).isEqualTo(asked);
    assertThat(reader.counters().lost()).isEqualTo(1);

    send(writer, 2, LENGTH, net.nowNs);
    net.run(50 * MS);
    assertThat(drain(reader)).containsExactly(0L, 2L);
    assertThat(reader.counters().lost()).isEqualTo(1);
  }

  @Test
  void aSampleThatWaitsIsNotOvertakenByIt() {
    Publication writer = a.participant.openWriter(NEWEST, "lidar");
    Subscriber reader = b.participant.openReader(NEWEST, "detector", SILENT);
    net.run(300 * MS);
    send(writer, 0, 1_000_000, net.nowNs); // more than may be in flight
    send(writer, 1, LENGTH, net.nowNs);

    giveUp(writer, begin(writer, 2));
    net.run(200 * MS);

    assertThat(drain(reader)).contains(1L);
  }

  @Test
  void readersHereLoseItLikeThoseElsewhere() {
    for (WireTopic topic : new WireTopic[] {RELIABLE, NEWEST, LATCHED}) {
      Publication writer = a.participant.openWriter(topic, "talker");
      Subscriber local = a.participant.openReader(topic, "local", SILENT);
      Subscriber remote = b.participant.openReader(topic, "remote", SILENT);
      net.run(300 * MS);
      send(writer, 0, 1000, net.nowNs);
      net.run(20 * MS);
      giveUp(writer, begin(writer, 1));
      send(writer, 2, 1000, net.nowNs);
      net.run(50 * MS);

      assertThat(drain(local)).containsExactly(0L, 2L);
      assertThat(drain(remote)).containsExactly(0L, 2L);
      assertThat(local.counters().lost()).isEqualTo(1);
      assertThat(remote.counters().lost()).isEqualTo(1);
    }
  }

  @Test
  void whatGoesWrongInTellingHidesNeitherTheCauseNorKeepsTheMemory() {
    Publication writer = a.participant.openWriter(NEWEST, "lidar");
    b.participant.openReader(NEWEST, "detector", SILENT);
    net.run(300 * MS);
    send(writer, 0, 1_000_000, net.nowNs); // more than may be in flight
    Claim claim = begin(writer, 1);
    Exception cause = new IllegalStateException("cannot be filled");
    IllegalStateException second = new IllegalStateException("no route");
    send(writer, 2, 1000, net.nowNs);
    net.swallowed = bytes -> {
      throw second;
    };

    writer.giveUp(claim, cause, net.nowNs + 1000 * MS); // the way counts as empty again

    assertThat(cause.getSuppressed()).containsExactly(second);
    assertThat(writer.claim(new WireHeader(), LENGTH).message()).isSameAs(claim.message());
  }
}
