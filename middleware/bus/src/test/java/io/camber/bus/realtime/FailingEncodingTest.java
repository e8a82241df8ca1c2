package io.camber.bus.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camber.bus.Codec;
import io.camber.bus.Envelope;
import io.camber.bus.Origins;
import io.camber.bus.PayloadBuffer;
import io.camber.bus.Qos;
import io.camber.bus.Schema;
import io.camber.bus.Topic;
import io.camber.bus.node.NodeReply.Outgoing;
import io.camber.bus.node.NodeReply.Recipient;
import io.camber.bus.shm.SharedMemoryConfig;
import io.camber.bus.shm.SharedMemoryWire;
import io.camber.bus.transport.BusMessage;
import io.camber.bus.transport.Wire;
import io.camber.bus.transport.WireListener;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
final class FailingEncodingTest {
  private static final Topic<Integer> NUMBERS =
      new Topic<>("/numbers", Integer.class, new NotNegative(), Qos.SAMPLES);

  @TempDir
  private Path folder;

  @Test
  void aTopicGoesOnAfterAValueThatCannotBeEncoded() {
    try (Wire wire = SharedMemoryWire.open(
            SharedMemoryConfig.of("failing").withRoot(folder.resolve("bus")), WireListener.SILENT);
        WireSender sender = new WireSender("sender", wire)) {
      assertThatThrownBy(() -> sender.send(message(-1)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("negative");

      assertThat(sender.send(message(1))).isTrue();
    }
  }

  private static Outgoing message(int value) {
    Envelope envelope = new Envelope("/numbers", "sender", 1, 0, 0, Origins.NONE);
    return new Outgoing(
        new BusMessage<>(NUMBERS, envelope, value, null), new Recipient.Everybody());
  }

  /** Notices in the middle of the message that it cannot be encoded. */
  private static final class NotNegative implements Codec<Integer> {
    @Override
    public Schema schema() {
      return new Schema("number", "raw", new byte[0]);
    }

    @Override
    public void encode(Integer value, PayloadBuffer target) {
      throw new AssertionError("is encoded in place");
    }

    @Override
    public boolean encodeInto(Integer value, IntFunction<@Nullable ByteBuffer> room) {
      ByteBuffer target = Objects.requireNonNull(room.apply(Integer.BYTES));
      if (value < 0) {
        throw new IllegalArgumentException("negative");
      }
      target.putInt(value);
      return true;
    }

    @Override
    public Integer decode(ByteBuffer payload) {
      return payload.getInt();
    }
  }
}
