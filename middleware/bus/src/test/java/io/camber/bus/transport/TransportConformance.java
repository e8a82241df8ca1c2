package io.camber.bus.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camber.bus.Envelope;
import io.camber.bus.Origins;
import io.camber.bus.Qos;
import io.camber.bus.Texts;
import io.camber.bus.Topic;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every transport owes; each transport runs this suite. */
abstract class TransportConformance {
  private static final Topic<String> VOLATILE = Texts.topic("/a", Qos.RESULT);
  private static final Topic<String> LATCHED = Texts.topic("/b", Qos.LATCHED);

  private Transport transport = create();

  abstract Transport create();

  @BeforeEach
  void open() {
    transport = create();
  }

  @AfterEach
  void close() {
    transport.close();
  }

  @Test
  void deliversInTheOrderSentToReceiversInTheOrderAttached() {
    List<String> seen = new ArrayList<>();
    transport.attach(VOLATILE, message -> seen.add("first " + message.value()));
    transport.attach(VOLATILE, message -> seen.add("second " + message.value()));

    send(VOLATILE, "x", 0);
    send(VOLATILE, "y", 1);

    assertThat(seen).containsExactly("first x", "second x", "first y", "second y");
  }

  @Test
  void givesLateJoinersTheNewestValueOfATransientLocalTopicOnly() {
    List<String> seen = new ArrayList<>();
    send(VOLATILE, "gone", 0);
    send(LATCHED, "old", 0);
    send(LATCHED, "new", 1);

    transport.attach(VOLATILE, message -> seen.add(message.value()));
    transport.attach(LATCHED, message -> seen.add(message.value()));

    assertThat(seen).containsExactly("new");
  }

  @Test
  void refusesATopicNameWithTwoTypes() {
    Topic<Object> other = new Topic<>("/a", Object.class, new Refusing(), Qos.RESULT);
    transport.attach(VOLATILE, message -> {});

    assertThatThrownBy(() -> transport.attach(other, message -> {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("/a");
  }

  private void send(Topic<String> topic, String text, long sequence) {
    transport.send(new BusMessage<>(
        topic, new Envelope(topic.name(), "test", sequence, 0, 0, Origins.NONE), text, null));
  }

  private static final class Refusing implements io.camber.bus.Codec<Object> {
    @Override
    public io.camber.bus.Schema schema() {
      return new io.camber.bus.Schema("object", "none", new byte[0]);
    }

    @Override
    public void encode(Object value, io.camber.bus.PayloadBuffer target) {
      throw new IllegalStateException("not encoded in this test");
    }

    @Override
    public Object decode(java.nio.ByteBuffer payload) {
      throw new IllegalStateException("not decoded in this test");
    }
  }
}
