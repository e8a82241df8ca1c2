package io.camber.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camber.bus.MalformedMessageException;
import io.camber.bus.PayloadBuffer;
import io.camber.bus.Schema;
import io.camber.bus.Topic;
import io.camber.geometry.Pose2;
import io.camber.motion.Mission;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MessageFieldsTest {
  private static final Schema MISSION = Topics.MISSION.codec().schema();

  @Test
  void namesThePathOfTheFirstFieldThatDiffers() {
    ByteBuffer here =
        bytes(Topics.MISSION, new Mission(5, List.of(Pose2.IDENTITY, new Pose2(1, 2, 3)), 10));
    ByteBuffer there =
        bytes(Topics.MISSION, new Mission(5, List.of(Pose2.IDENTITY, new Pose2(1, 2.5, 3)), 11));

    assertThat(MessageFields.firstDifference(MISSION, here, there))
        .contains("waypoints[1].y: 2.0 here, 2.5 there");
  }

  @Test
  void namesTheLengthsOfListsThatDiffer() {
    ByteBuffer here = bytes(Topics.MISSION, new Mission(5, List.of(Pose2.IDENTITY), 10));
    ByteBuffer there = bytes(Topics.MISSION, new Mission(5, List.of(), 10));

    assertThat(MessageFields.firstDifference(MISSION, here, there))
        .contains("waypoints: 1 entries here, 0 there");
  }

  @Test
  void findsNothingInEqualMessages() {
    ByteBuffer bytes = bytes(Topics.MISSION, new Mission(5, List.of(), 10));

    assertThat(MessageFields.firstDifference(MISSION, bytes, bytes)).isEmpty();
  }

  @Test
  void refusesSchemasThatAreNone() {
    Schema broken = new Schema("camber.v1.Mission", "protobuf", new byte[] {1, 2, 3});

    assertThatThrownBy(() ->
            MessageFields.firstDifference(broken, ByteBuffer.allocate(0), ByteBuffer.allocate(0)))
        .isInstanceOf(MalformedMessageException.class);
  }

  private static <T> ByteBuffer bytes(Topic<T> topic, T value) {
    PayloadBuffer buffer = new PayloadBuffer(16);
    topic.codec().encode(value, buffer);
    return buffer.view();
  }
}
