package io.camber.bus.udp.protocol;

import static io.camber.bus.udp.protocol.TestTraffic.LATCHED;
import static io.camber.bus.udp.protocol.TestTraffic.RELIABLE;
import static io.camber.bus.udp.protocol.TestTraffic.SILENT;
import static io.camber.bus.udp.protocol.TestTraffic.drain;
import static io.camber.bus.udp.protocol.TestTraffic.send;
import static io.camber.bus.udp.protocol.VirtualNetwork.MS;
import static org.assertj.core.api.Assertions.assertThat;

import io.camber.bus.transport.WireEvent;
import io.camber.bus.udp.security.ChecksumProtection;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a writer said last arrives although it is closed at once. */
final class ClosedWriterTest {
  private static final int LARGE = 300_000;

  private final VirtualNetwork net = new VirtualNetwork(11);
  private final VirtualNetwork.Host a = start(0);
  private final VirtualNetwork.Host b = start(1);

  private VirtualNetwork.Host start(int index) {
    return net.start(index, 3, ProtocolConfig.NETWORK, new ChecksumProtection());
  }

  private static List<Long> numbers(long from, long to) {
    return LongStream.range(from, to).boxed().toList();
  }

  private static int fill(Publication writer, int length, long nowNs) {
    int sent = 0;
    while (send(writer, sent, length, nowNs)) {
      sent++;
    }
    return sent;
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.2})
  void everythingThatWasTakenArrives(double loss) {
    Publication writer = a.participant.openWriter(RELIABLE, "talker");
    Subscriber reader = b.participant.openReader(RELIABLE, "listener", SILENT);
    net.run(300 * MS);
    net.loss = loss;
    int sent = fill(writer, LARGE, net.nowNs);
    writer.close();
    List<Long> seen = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      net.run(5 * MS);
      seen.addAll(drain(reader));
    }

    assertThat(sent).isGreaterThan(5);
    assertThat(seen).isEqualTo(numbers(0, sent));
    assertThat(reader.counters().lost()).isZero();
    assertThat(a.participant.lingers()).isFalse();
    assertThat(b.participant.endpoints()).hasSize(1);
  }

  @Test
  void aParticipantThatRetiresIsDoneWhenItsReadersHaveEverything() {
    Publication writer = a.participant.openWriter(RELIABLE, "talker");
    Subscriber reader = b.participant.openReader(RELIABLE, "listener", SILENT);
    net.run(300 * MS);
    int sent = fill(writer, LARGE, net.nowNs);

    a.participant.retire();
    List<Long> seen = new ArrayList<>();
    long start = net.nowNs;
    while (a.participant.lingers()) {
      net.run(2 * MS);
      seen.addAll(drain(reader));
    }
    a.participant.close();
    a.crash();
    net.run(10 * MS);

    assertThat(seen).isEqualTo(numbers(0, sent));
    assertThat(net.nowNs - start).isLessThan(200 * MS);
    assertThat(b.has(WireEvent.Kind.READER_OVERRUN)).isFalse();
  }

  @Test
  void aReaderThatTakesNothingIsNotWaitedForLong() {
    Publication writer = a.participant.openWriter(RELIABLE, "talker");
    Subscriber reader = b.participant.openReader(RELIABLE, "listener", SILENT);
    net.run(300 * MS);
    int sent = fill(writer, LARGE, net.nowNs);
    writer.close();

    net.run(Lingering.STILL_NS + 200 * MS);

    assertThat(a.participant.lingers()).isFalse();
    assertThat(drain(reader)).isEqualTo(numbers(0, sent));
  }

  @Test
  void nobodyIsWaitedForWhoIsCutOff() {
    Publication writer = a.participant.openWriter(RELIABLE, "talker");
    b.participant.openReader(RELIABLE, "listener", SILENT);
    net.run(300 * MS);
    net.cut(0, 1, true);
    net.cut(1, 0, true);
    fill(writer, LARGE, net.nowNs);
    writer.close();

    net.run(Lingering.STILL_NS);

    assertThat(a.participant.lingers()).isFalse();
  }

  @Test
  void whatAWriterTakesWithItIsCounted() {
    Publication writer = a.participant.openWriter(RELIABLE, "talker");
    Subscriber reader = b.participant.openReader(RELIABLE, "listener", SILENT);
    net.run(300 * MS);
    send(writer, 0, 100, net.nowNs);
    net.run(5 * MS);
    net.swallowed = bytes -> bytes[Frames.TYPE_AT] == Frames.DATA;
    for (int i = 1; i < 6; i++) {
      send(writer, i, 100, net.nowNs);
    }
    net.run(50 * MS); // so that b is told of them

    a.participant.close();
    a.crash();
    net.run(10 * MS);

    assertThat(drain(reader)).isEqualTo(numbers(0, 1));
    assertThat(reader.counters().lost()).isEqualTo(5);
    assertThat(b.has(WireEvent.Kind.READER_OVERRUN)).isTrue();
  }

  @Test
  void aWriterOfTheSameNameGoesOnBehindTheLast() {
    Publication writer = a.participant.openWriter(LATCHED, "talker");
    Subscriber reader = b.participant.openReader(LATCHED, "listener", SILENT);
    net.run(300 * MS);
    net.loss = 0.2;
    send(writer, 0, LARGE, net.nowNs);
    writer.close();
    Publication next = a.participant.openWriter(LATCHED, "talker");
    Subscriber local = a.participant.openReader(LATCHED, "local", SILENT);
    writer.close(); // once more, which is nothing to the new one
    send(next, 1, LARGE, net.nowNs);
    net.run(400 * MS);

    assertThat(drain(reader)).isEqualTo(numbers(0, 2));
    assertThat(drain(local)).isEqualTo(numbers(1, 2));
    assertThat(next.counters().messages()).isEqualTo(1);
    assertThat(reader.counters().lost()).isZero();
  }
}
