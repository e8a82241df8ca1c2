package io.camber.bus.transport;

import static io.camber.bus.transport.Payloads.bytes;
import static io.camber.bus.transport.Payloads.filled;
import static io.camber.bus.transport.Payloads.isFilled;
import static io.camber.bus.transport.WirePair.poll;
import static io.camber.bus.transport.WirePair.topic;
import static org.assertj.core.api.Assertions.assertThat;

import io.camber.bus.Origin;
import io.camber.bus.Origins;
import io.camber.bus.Qos;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which messages of which publishers a wire delivers to whom. */
interface DeliveryConformance {
  /** The newest few messages, whatever becomes of the rest. */
  Qos LATEST = new Qos(Qos.Reliability.BEST_EFFORT, 4, Qos.Durability.VOLATILE, 0, 0);

  WirePair wires();

  @Test
  default void carriesHeaderOriginsAndPayload() {
    WireReader reader = wires().reader(topic("/a", Qos.RESULT), "b");
    WireWriter writer = wires().writer(topic("/a", Qos.RESULT), "a");
    Origins origins = Origins.of(new Origin("/sensor/imu", 4, 5));
    List<String> got = new ArrayList<>();

    wires().header().set(7, 8, -9);
    new OriginBytes().encode(origins, wires().header());
    writer.send(wires().header(), bytes(1, 2, 3));
    poll(
        reader,
        (publisher, head, payload) ->
            got.add(publisher + " " + head.sequence() + " " + head.publishTimeNs() + " "
                + head.measurementTimeNs() + " " + OriginBytes.decode(head) + " "
                + payload.remaining() + " " + payload.get(payload.position() + 2) + " "
                + payload.order() + " " + payload.isReadOnly()),
        () -> got.size() == 1);

    assertThat(got).containsExactly("a 7 8 -9 " + origins + " 3 3 LITTLE_ENDIAN true");
  }

  @Test
  default void deliversEveryReliableMessageInOrderWhateverItsSize() {
    WireReader reader = wires().reader(topic("/a", Qos.SAMPLES), "b");
    WireWriter writer = wires().writer(topic("/a", Qos.SAMPLES), "a");
    int count = 2000;
    List<Integer> wrong = new ArrayList<>();

    int sent = 0;
    while (wires().seen().size() < count) {
      for (int burst = 0; burst < 20 && sent < count; burst++, sent++) {
        assertThat(writer.send(wires().header().set(sent, 0, 0), filled(size(sent), sent)))
            .isTrue();
      }
      reader.poll(
          (publisher, head, payload) -> {
            wires().seen().add(head.sequence());
            if (!isFilled(payload, size((int) head.sequence()), (int) head.sequence())) {
              wrong.add((int) head.sequence());
            }
          },
          100);
    }

    assertThat(wires().seen()).isSorted().doesNotHaveDuplicates().hasSize(count);
    assertThat(wrong).isEmpty();
    assertThat(reader.counters().lost()).isZero();
    assertThat(reader.counters().messages()).isEqualTo(count);
    assertThat(writer.counters().messages()).isEqualTo(count);
    assertThat(writer.counters().bytes()).isEqualTo(reader.counters().bytes());
  }

  private static int size(int sequence) {
    return sequence % 3 == 0 ? sequence * 7 : sequence % 64;
  }

  @Test
  default void countsWhatABestEffortReaderDidNotSee() {
    WireReader reader = wires().reader(topic("/a", LATEST), "b");
    WireWriter writer = wires().writer(topic("/a", LATEST), "a");

    for (int i = 0; i < 100; i++) {
      writer.send(wires().header().set(i, 0, 0), filled(100, i));
    }
    poll(reader, wires()::note, () -> wires().seen().contains(99L));

    assertThat(wires().seen()).isSorted().doesNotHaveDuplicates();
    assertThat(wires().seen().size() + reader.counters().lost()).isEqualTo(100);
  }

  @Test
  default void givesLateJoinersTheNewestOfATransientLocalTopicOnly() {
    WireWriter latched = wires().writer(topic("/map", Qos.LATCHED), "a");
    WireWriter plain = wires().writer(topic("/plain", Qos.RESULT), "a");
    for (int i = 0; i < 5; i++) {
      latched.send(wires().header().set(i, 0, 0), filled(5000, i));
      plain.send(wires().header().set(i, 0, 0), filled(10, i));
    }

    WireReader late = wires().reader(topic("/map", Qos.LATCHED), "b");
    WireReader latePlain = wires().reader(topic("/plain", Qos.RESULT), "b");
    poll(late, wires()::note, () -> !wires().seen().isEmpty());
    wires().awaitConnected("/plain");
    plain.send(wires().header().set(5, 0, 0), filled(10, 5));
    List<Long> plainSeen = new ArrayList<>();
    poll(latePlain, (p, head, b) -> plainSeen.add(head.sequence()), () -> plainSeen.contains(5L));

    assertThat(wires().seen()).containsExactly(4L);
    assertThat(plainSeen).containsExactly(5L);
  }

  /** What a node says at its end is taken at its word. */
  @Test
  default void deliversWhatWasSentBeforeItsWriterWasClosed() throws InterruptedException {
    WireReader reader = wires().reader(topic("/a", Qos.RESULT), "b");
    WireWriter writer = wires().writer(topic("/a", Qos.RESULT), "a");
    int length = 1_500_000;
    List<Long> wrong = new ArrayList<>();

    boolean isSent = writer.send(wires().header().set(0, 0, 0), filled(length, 0))
        && writer.send(wires().header().set(1, 0, 0), filled(length / 4, 1));
    Thread closing = new Thread(() -> {
      writer.close();
      wires().reopenLeft();
    });
    closing.start(); // it waits for the reader, as long as that comes
    poll(
        reader,
        (publisher, head, payload) -> {
          wires().note(publisher, head, payload);
          if (!isFilled(
              payload, head.sequence() == 0 ? length : length / 4, (int) head.sequence())) {
            wrong.add(head.sequence());
          }
        },
        () -> wires().seen().contains(1L));
    closing.join();

    assertThat(isSent).isTrue();
    assertThat(wires().seen()).containsExactly(0L, 1L);
    assertThat(wrong).isEmpty();
  }

  @Test
  default void receivesFromEveryPublisherOfATopic() {
    WireReader reader = wires().reader(topic("/a", Qos.RESULT), "c");
    WireWriter first = wires().writer(topic("/a", Qos.RESULT), "a");
    WireWriter second = wires().left().openWriter(topic("/a", Qos.RESULT), "b");
    wires().awaitConnected("/a");
    List<String> got = new ArrayList<>();

    first.send(wires().header().set(0, 0, 0), bytes(1));
    second.send(wires().header().set(0, 0, 0), bytes(1));
    poll(reader, (publisher, head, payload) -> got.add(publisher), () -> got.size() == 2);

    assertThat(got).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  default void goesOnWithANewWriterOfTheSameName() {
    WireReader reader = wires().reader(topic("/a", Qos.RESULT), "b");
    for (int round = 0; round < 3; round++) {
      WireWriter writer = wires().writer(topic("/a", Qos.RESULT), "a");
      long sequence = round;
      writer.send(wires().header().set(sequence, 0, 0), bytes(round));
      poll(reader, wires()::note, () -> wires().seen().contains(sequence));
      wires().reopenLeft();
    }

    assertThat(wires().seen()).containsExactly(0L, 1L, 2L);
  }
}
