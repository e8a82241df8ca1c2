package io.camber.bus.udp.protocol;

import static io.camber.bus.udp.protocol.TestTraffic.LATCHED;
import static io.camber.bus.udp.protocol.TestTraffic.NEWEST;
import static io.camber.bus.udp.protocol.TestTraffic.RELIABLE;
import static io.camber.bus.udp.protocol.TestTraffic.SILENT;
import static io.camber.bus.udp.protocol.TestTraffic.drain;
import static io.camber.bus.udp.protocol.TestTraffic.send;
import static io.camber.bus.udp.protocol.TestTraffic.topic;
import static io.camber.bus.udp.protocol.VirtualNetwork.MS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camber.bus.Qos;
import io.camber.bus.transport.WireEvent;
import io.camber.bus.transport.WireException;
import io.camber.bus.transport.WireHeader;
import io.camber.bus.transport.WireTopic;
import io.camber.bus.udp.security.ChecksumProtection;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class ParticipantTest {
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
  void meetsAndDeliversInOrder() {
    Publication writer = a.participant.openWriter(RELIABLE, "talker");
    Subscriber reader = b.participant.openReader(RELIABLE, "listener", SILENT);
    net.run(300 * MS);

    for (int i = 0; i < 100; i++) {
      assertThat(send(writer, i, 10 + 100 * i, net.nowNs)).isTrue();
    }
    net.run(20 * MS);

    assertThat(drain(reader)).isEqualTo(numbers(0, 100));
    assertThat(reader.counters().lost()).isZero();
    assertThat(a.has(WireEvent.Kind.NODE_FOUND)).isTrue();
    assertThat(a.participant.endpoints()).hasSize(2);
  }

  @Test
  void repairsLossDuplicationAndDisorder() {
    Publication writer = a.participant.openWriter(RELIABLE, "talker");
    Subscriber reader = b.participant.openReader(RELIABLE, "listener", SILENT);
    net.run(300 * MS);
    net.loss = 0.2;
    net.duplication = 0.1;
    net.reordering = 0.2;

    List<Long> got = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      assertThat(send(writer, i, 1 + 37 * i, net.nowNs)).isTrue();
      net.run(4 * MS);
      got.addAll(drain(reader));
    }
    net.run(500 * MS);
    got.addAll(drain(reader));

    assertThat(got).isEqualTo(numbers(0, 500));
  }

  @Test
  void keepsOnlyTheNewestOfBestEffortAndCountsTheRest() {
    Publication writer = a.participant.openWriter(NEWEST, "lidar");
    Subscriber reader = b.participant.openReader(NEWEST, "detector", SILENT);
    net.run(300 * MS);

    for (int i = 0; i < 10; i++) {
      send(writer, i, 100, net.nowNs);
      net.run(4 * MS);
    }

    assertThat(drain(reader)).isEqualTo(numbers(6, 10));
    assertThat(reader.counters().lost()).isEqualTo(6);
  }

  @Test
  void repairsALargeSampleWhileItIsTheNewest() {
    Publication writer = a.participant.openWriter(NEWEST, "lidar");
    Subscriber reader = b.participant.openReader(NEWEST, "detector", SILENT);
    net.run(300 * MS);
    net.loss = 0.2;

    List<Long> got = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      send(writer, i, 64 << 10, net.nowNs);
      net.run(100 * MS);
      got.addAll(drain(reader));
    }

    assertThat(got.size()).isGreaterThanOrEqualTo(48);
    assertThat(got.size() + reader.counters().lost()).isBetween(49L, 50L);
  }

  @Test
  void givesLateJoinersTheLatestOfTransientLocal() {
    Publication writer = a.participant.openWriter(LATCHED, "mapper");
    for (int i = 0; i < 5; i++) {
      send(writer, i, 5000, net.nowNs);
    }
    net.run(500 * MS);

    Subscriber reader = b.participant.openReader(LATCHED, "planner", SILENT);
    net.run(200 * MS);

    assertThat(drain(reader)).isEqualTo(numbers(4, 5));
  }

  @Test
  void tellsBothSidesOfSchemasThatDiffer() {
    a.participant.openWriter(new WireTopic("/x", "one.A", 1, Qos.RESULT), "talker");
    b.participant.openReader(new WireTopic("/x", "two.B", 2, Qos.RESULT), "listener", SILENT);

    net.run(300 * MS);

    assertThat(a.has(WireEvent.Kind.SCHEMA_MISMATCH)).isTrue();
    assertThat(b.has(WireEvent.Kind.SCHEMA_MISMATCH)).isTrue();
    assertThat(String.valueOf(a.firstEvent(WireEvent.Kind.SCHEMA_MISMATCH)))
        .contains("one.A", "two.B", "/x");
  }

  @Test
  void tellsBothSidesOfQosThatDoesNotFit() {
    a.participant.openWriter(topic("/x", Qos.SENSOR), "talker");
    b.participant.openReader(topic("/x", Qos.RESULT), "listener", SILENT);

    net.run(300 * MS);

    assertThat(a.has(WireEvent.Kind.QOS_MISMATCH)).isTrue();
    assertThat(b.has(WireEvent.Kind.QOS_MISMATCH)).isTrue();
  }

  @Test
  void refusesASecondNodeOfTheSameName() {
    a.participant.openWriter(RELIABLE, "controller");
    net.run(300 * MS);

    assertThatThrownBy(() -> b.participant.openWriter(RELIABLE, "controller"))
        .isInstanceOf(WireException.class)
        .hasMessageContaining("controller");
  }

  @Test
  void leavesTheYoungerOfTwoNodesThatMetTooLateUnconnected() {
    Subscriber reader = start(2).participant.openReader(RELIABLE, "listener", SILENT);
    net.run(50 * MS);
    a.crash();
    VirtualNetwork.Host younger = start(0); // epoch 2 against 1
    Publication second = younger.participant.openWriter(RELIABLE, "controller");
    Publication first = b.participant.openWriter(RELIABLE, "controller");
    net.run(400 * MS);

    send(second, 7, 10, net.nowNs);
    send(first, 1, 10, net.nowNs);
    net.run(50 * MS);

    assertThat(drain(reader)).isEqualTo(numbers(1, 2));
    assertThat(younger.has(WireEvent.Kind.NODE_REFUSED)).isTrue();
  }

  @Test
  void refusesToRunAheadOfAStoppedReaderAndLosesNothing() {
    Publication writer = a.participant.openWriter(RELIABLE, "talker");
    Subscriber reader = b.participant.openReader(RELIABLE, "listener", SILENT);
    net.run(300 * MS);

    long accepted = 0;
    for (int i = 0; i < 3 * ProtocolConfig.WINDOW_MESSAGES; i++) {
      if (send(writer, accepted, 20, net.nowNs)) {
        accepted++;
      }
      net.run(MS / 10);
    }
    List<Long> got = new ArrayList<>(drain(reader));
    net.run(100 * MS);

    assertThat(accepted).isEqualTo(ProtocolConfig.WINDOW_MESSAGES);
    assertThat(send(writer, accepted, 20, net.nowNs)).isTrue();
    net.run(20 * MS);
    got.addAll(drain(reader));
    assertThat(got).isEqualTo(numbers(0, accepted + 1));
  }

  @Test
  void tellsAnEvictedReaderExactlyWhatItLost() {
    Publication writer = a.participant.openWriter(RELIABLE, "talker");
    Subscriber reader = b.participant.openReader(RELIABLE, "listener", SILENT);
    net.run(300 * MS);
    net.cut(0, 1, true);

    int count = 2 * ProtocolConfig.WINDOW_MESSAGES;
    for (int i = 0; i < count; i++) {
      if (!writer.hasRoom(0, 20)) {
        writer.makeRoom(0, 20);
      }
      send(writer, i, 20, net.nowNs);
    }
    net.heal();
    net.run(1000 * MS);
    List<Long> got = drain(reader);

    assertThat(got.size() + reader.counters().lost()).isEqualTo(count);
    assertThat(got.get(got.size() - 1)).isEqualTo(count - 1);
    assertThat(b.has(WireEvent.Kind.READER_OVERRUN)).isTrue();
  }

  @Test
  void aLargeMessageIsOnItsWayWhileItIsFilledAndDeliveredOnceWhenItIs() {
    Publication writer = a.participant.openWriter(LATCHED, "talker");
    Subscriber reader = b.participant.openReader(LATCHED, "listener", SILENT);
    net.run(300 * MS);
    ByteBuffer payload = TestTraffic.bytes(7, 300_000);
    Claim claim = writer.claim(new WireHeader().set(7, 0, 0), 300_000);
    long before = a.bytesOut;

    writer.begin(claim, 300_000);
    Subscriber local = a.participant.openReader(LATCHED, "local", SILENT);
    writer.fill(claim, payload, 0, 100_000);
    writer.proceed(claim, 100_000, net.nowNs);
    net.run(20 * MS);
    assertThat(a.bytesOut - before).isBetween(90_000L, 130_000L);
    assertThat(reader.hasMessages() || local.hasMessages()).isFalse();

    writer.fill(claim, payload, 100_000, 200_000);
    writer.proceed(claim, 300_000, net.nowNs);
    net.run(20 * MS);
    assertThat(drain(reader)).isEqualTo(numbers(7, 8));
    assertThat(drain(local)).isEqualTo(numbers(7, 8));
  }

  @Test
  void joinsFiveHundredTopicsWithinASecond() {
    List<Publication> writers = new ArrayList<>();
    List<Subscriber> readers = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      writers.add(a.participant.openWriter(topic("/t/" + i, Qos.RESULT), "talker"));
      readers.add(b.participant.openReader(topic("/t/" + i, Qos.RESULT), "listener", SILENT));
    }
    net.run(900 * MS);

    for (Publication writer : writers) {
      send(writer, 1, 30, net.nowNs);
    }
    net.run(100 * MS);

    for (Subscriber reader : readers) {
      assertThat(drain(reader)).isEqualTo(numbers(1, 2));
    }
  }

  /** Test plan UDP-08: each gap costs one to two repairs, not more. */
  @Test
  void repairsAHundredGapsWithAtMostTwiceAsManyRetransmissions() {
    Publication writer = a.participant.openWriter(RELIABLE, "talker");
    Subscriber reader = b.participant.openReader(RELIABLE, "listener", SILENT);
    net.run(300 * MS);
    Set<Long> gone = new HashSet<>();
    net.swallowed = bytes -> {
      long number =
          ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(Frames.DATA_SEQUENCE_AT);
      return bytes[Frames.TYPE_AT] == Frames.DATA && number % 10 == 3 && gone.add(number);
    };

    for (int i = 0; i < 1000; i++) {
      send(writer, i, 128, net.nowNs);
      net.run(2 * MS);
    }
    net.run(200 * MS);

    assertThat(gone).hasSize(100);
    assertThat(drain(reader)).isEqualTo(numbers(0, 1000));
    assertThat(a.participant.trafficSnapshot().repairsSent()).isBetween(100L, 200L);
    assertThat(b.participant.trafficSnapshot().repairsAsked()).isBetween(100L, 200L);
  }

  /** Test plan UDP-08: a hole of 100 kB in one message. */
  @Test
  void repairsAHoleOfAHundredKilobytesOnce() {
    Publication writer = a.participant.openWriter(RELIABLE, "talker");
    Subscriber reader = b.participant.openReader(RELIABLE, "listener", SILENT);
    net.run(300 * MS);
    Set<Integer> gone = new HashSet<>();
    net.swallowed = bytes -> {
      if (bytes[Frames.TYPE_AT] != Frames.DATA) {
        return false;
      }
      int offset =
          ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(Frames.DATA_OFFSET_AT);
      boolean inHole = offset >= 50_000 && offset < 150_000;
      return inHole && gone.add(offset);
    };

    send(writer, 0, 200_000, net.nowNs);
    net.run(200 * MS);

    assertThat(drain(reader)).isEqualTo(numbers(0, 1));
    assertThat(a.participant.trafficSnapshot().repairsSent())
        .isBetween((long) gone.size(), 2L * gone.size());
  }
}
