package io.camber.bus.transport;

import static io.camber.bus.transport.Payloads.bytes;
import static io.camber.bus.transport.Payloads.filled;
import static io.camber.bus.transport.WirePair.await;
import static io.camber.bus.transport.WirePair.poll;
import static io.camber.bus.transport.WirePair.told;
import static io.camber.bus.transport.WirePair.topic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camber.bus.Qos;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whom a wire lets meet, and what it tells of who is there. */
interface MeetingConformance {
  WirePair wires();

  @Test
  default void refusesANodeNameThatLives() {
    wires().writer(topic("/a", Qos.RESULT), "a");
    await(
        () -> wires().rightEvents().stream().anyMatch(e -> e.kind() == WireEvent.Kind.NODE_FOUND));

    assertThatThrownBy(() -> wires().right().openWriter(topic("/b", Qos.RESULT), "a"))
        .isInstanceOf(WireException.class)
        .hasMessageContaining("a");
  }

  @Test
  default void tellsBothSidesOfAnotherSchemaAndDoesNotConnect() {
    WireReader reader = wires().reader(topic("/a", Qos.RESULT), "b");
    WireWriter writer = wires()
        .left()
        .openWriter(new WireTopic("/a", "other", WirePair.SCHEMA + 1, Qos.RESULT), "a");

    await(() -> told(wires().leftEvents(), WireEvent.Kind.SCHEMA_MISMATCH)
        && toldMeanwhile(wires().rightEvents(), WireEvent.Kind.SCHEMA_MISMATCH, reader, writer));

    writer.send(wires().header().set(0, 0, 0), bytes(1));
    assertThat(reader.poll(wires()::note, 10)).isZero();
  }

  @Test
  default void tellsBothSidesWhenLessIsOfferedThanRequested() {
    WireReader reader = wires().reader(topic("/a", Qos.RESULT), "b");
    WireWriter writer = wires().left().openWriter(topic("/a", Qos.SENSOR), "a");

    await(() -> told(wires().leftEvents(), WireEvent.Kind.QOS_MISMATCH)
        && toldMeanwhile(wires().rightEvents(), WireEvent.Kind.QOS_MISMATCH, reader, writer));

    writer.send(wires().header().set(0, 0, 0), bytes(1));
    assertThat(reader.poll(wires()::note, 10)).isZero();
  }

  /** Whether it was told, after both ends did what may make them notice. */
  private boolean toldMeanwhile(
      List<WireEvent> events, WireEvent.Kind kind, WireReader reader, WireWriter writer) {
    writer.send(wires().header().set(0, 0, 0), bytes(1));
    reader.poll(wires()::note, 10);
    return told(events, kind);
  }

  @Test
  default void listsBothEndsWithTheirCounters() {
    WireReader reader = wires().reader(topic("/a", Qos.RESULT), "b");
    WireWriter writer = wires().writer(topic("/a", Qos.RESULT), "a");
    writer.send(wires().header().set(0, 11, 0), filled(100, 0));
    poll(reader, wires()::note, () -> !wires().seen().isEmpty());

    await(() -> wires().right().endpoints().size() == 2
        && wires().right().endpoints().get(0).counters().messages() == 1);

    Endpoint end = wires().right().endpoints().get(0);
    assertThat(end.node()).isEqualTo("a");
    assertThat(end.direction()).isEqualTo(Endpoint.Direction.PUBLISHES);
    assertThat(end.topic()).isEqualTo(topic("/a", Qos.RESULT));
    assertThat(end.counters()).isEqualTo(new WireCounters(1, 100, 0, 0, 100, 11));
    assertThat(wires().right().endpoints().get(1).counters().messages()).isEqualTo(1);
  }

  @Test
  default void tellsWhoComesAndWhoLeaves() {
    wires().writer(topic("/a", Qos.RESULT), "a");
    await(() -> told(wires().rightEvents(), WireEvent.Kind.NODE_FOUND));

    wires().left().close();

    await(() -> told(wires().rightEvents(), WireEvent.Kind.NODE_LEFT));
    assertThat(wires().rightEvents()).noneMatch(event -> event.kind() == WireEvent.Kind.NODE_DIED);
  }
}
