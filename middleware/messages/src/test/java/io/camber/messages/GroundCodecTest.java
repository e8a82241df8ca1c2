package io.camber.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camber.bus.MalformedMessageException;
import io.camber.bus.PayloadBuffer;
import io.camber.bus.Topic;
import io.camber.geometry.Vec2;
import io.camber.scene.FreeSpace;
import io.camber.scene.GroundPoints;
import io.camber.truth.LidarLabels;
import io.camber.truth.PointClass;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

final class GroundCodecTest {
  @Test
  void everyPointKeepsItsBit() {
    byte[] bits = {(byte) 0b1000_0101, 0b11};
    GroundPoints points = new GroundPoints(9, "lidar_top", 10, 110.0, ByteBuffer.wrap(bits));

    GroundPoints back = through(Topics.GROUND_POINTS, points);

    assertThat(back.size()).isEqualTo(10);
    assertThat(back.rangeM()).isEqualTo(110.0);
    boolean[] expected = {true, false, true, false, false, false, false, true, true, true};
    for (int i = 0; i < expected.length; i++) {
      assertThat(back.isGround(i)).as("point %s", i).isEqualTo(expected[i]);
    }
  }

  @Test
  void everyPointKeepsItsClassAndActor() {
    byte[] planes = {(byte) PointClass.ROAD.number(), (byte) PointClass.CAR.number(), 0, 0, 2, 1};
    LidarLabels labels =
        new LidarLabels("lidar_top", 9, List.of("Ego", "Lead"), ByteBuffer.wrap(planes));

    LidarLabels back = through(Topics.TRUTH_LIDAR_LABELS, labels);

    assertThat(back.actors()).containsExactly("Ego", "Lead");
    assertThat(back.classNumber(1)).isEqualTo(PointClass.CAR.number());
    assertThat(back.actorNumber(0)).isZero();
    assertThat(back.actorNumber(1)).isEqualTo(0x0102);
  }

  @Test
  void bitsOfOtherThanSoManyPointsAreRefused() {
    byte[] wire = io.camber.messages.proto.GroundPoints.newBuilder()
        .setPointCount(17)
        .setBits(com.google.protobuf.ByteString.copyFrom(new byte[2]))
        .build()
        .toByteArray();

    assertThatThrownBy(() -> GroundCodec.GROUND_POINTS.decode(ByteBuffer.wrap(wire)))
        .isInstanceOf(MalformedMessageException.class)
        .hasMessageContaining("size=17");
  }

  @Test
  void aSectorThatEndsBeforeItBeginsIsRefused() {
    byte[] wire = io.camber.messages.proto.FreeSpace.newBuilder()
        .addNearM(3.0f)
        .addFarM(2.0f)
        .build()
        .toByteArray();

    assertThatThrownBy(() -> GroundCodec.FREE_SPACE.decode(ByteBuffer.wrap(wire)))
        .isInstanceOf(MalformedMessageException.class)
        .hasMessageContaining("farM");
  }

  @Test
  void sectorsCountFromStraightBehind() {
    FreeSpace space = new FreeSpace(0, "lidar_top", new Vec2(0, 0), new float[4], new float[4]);

    assertThat(space.azimuth(0)).isEqualTo(-0.75 * Math.PI);
    assertThat(space.azimuth(2)).isEqualTo(0.25 * Math.PI);
  }

  private static <T> T through(Topic<T> topic, T value) {
    PayloadBuffer buffer = new PayloadBuffer(16);
    topic.codec().encode(value, buffer);
    return topic.codec().decode(buffer.view());
  }
}
