package io.camber.messages;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.bus.PayloadBuffer;
import io.camber.geometry.Pose3;
import io.camber.geometry.Size3;
import io.camber.scene.ObjectClass;
import io.camber.scene.SignalColor;
import io.camber.truth.ActorLights;
import io.camber.truth.ActorTruth;
import io.camber.truth.SignalTruth;
import io.camber.truth.TruthFrame;
import io.camber.truth.Weather;
import io.camber.truth.WheelTruth;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The oracle is protobuf itself: what it reads from our bytes, it writes as the same bytes. */
final class TruthFrameWriterTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void writesWhatProtobufWrites(long seed) throws Exception {
    TruthFrame frame = frame(new Random(seed));

    byte[] written = written(frame);

    var proto = io.camber.messages.proto.TruthFrame.parseFrom(written);
    assertThat(proto.toByteArray()).isEqualTo(written);
    assertThat(proto.getUnknownFields().asMap()).isEmpty();
    assertThat(Topics.TRUTH_FRAME.codec().decode(ByteBuffer.wrap(written))).isEqualTo(frame);
  }

  @Test
  void leavesOutWhatIsZeroButNotMinusZero() throws Exception {
    TruthFrame zero = frameWithSpeed(0.0);
    TruthFrame minusZero = frameWithSpeed(-0.0);

    assertThat(written(minusZero)).hasSize(written(zero).length + 9);
    assertThat(1.0
            / io.camber.messages.proto.TruthFrame.parseFrom(written(minusZero))
                .getActors(0)
                .getSpeedMps())
        .isEqualTo(Double.NEGATIVE_INFINITY);
  }

  @Test
  void writesAnEmptyFrameAsNothing() {
    assertThat(written(new TruthFrame(0, "", false, List.of(), List.of()))).isEmpty();
  }

  private static byte[] written(TruthFrame frame) {
    PayloadBuffer buffer = new PayloadBuffer(16);
    Topics.TRUTH_FRAME.codec().encode(frame, buffer);
    byte[] bytes = new byte[buffer.length()];
    buffer.view().get(bytes);
    return bytes;
  }

  private static TruthFrame frameWithSpeed(double speedMps) {
    return new TruthFrame(1, "", false, List.of(actor(new Random(1), "a", speedMps)), List.of());
  }

  /** Names of one to several bytes a letter and of lengths beyond 127, so that lengths take two bytes. */
  private static TruthFrame frame(Random random) {
    List<ActorTruth> actors = new ArrayList<>();
    for (int i = 0; i < random.nextInt(6); i++) {
      String name = "Größe" + "x".repeat(random.nextInt(200));
      actors.add(actor(random, name, random.nextBoolean() ? 0.0 : random.nextGaussian()));
    }
    List<SignalTruth> signals = new ArrayList<>();
    for (SignalColor color : SignalColor.values()) {
      signals.add(
          new SignalTruth("signal" + color, color, random.nextBoolean() ? 0 : random.nextLong()));
    }
    return new TruthFrame(
        random.nextLong(),
        random.nextBoolean() ? "" : "Ego",
        random.nextBoolean(),
        actors,
        signals,
        Weather.CLEAR,
        random.nextBoolean()
            ? Optional.empty()
            : Optional.of(new WheelTruth(1.0, random.nextGaussian(), 0.0, 4.0)));
  }

  private static ActorTruth actor(Random random, String name, double speedMps) {
    ObjectClass[] classes = ObjectClass.values();
    return new ActorTruth(
        name,
        classes[random.nextInt(classes.length)],
        "car",
        new Pose3(
            random.nextGaussian(), random.nextGaussian(), 0.0, random.nextGaussian(), 0.0, 0.0),
        new Size3(4.7, random.nextDouble(), 1.5),
        random.nextGaussian(),
        0.0,
        speedMps,
        random.nextGaussian(),
        0.0,
        random.nextGaussian(),
        new ActorLights(
            random.nextBoolean(),
            random.nextBoolean(),
            random.nextBoolean(),
            random.nextBoolean()));
  }
}
