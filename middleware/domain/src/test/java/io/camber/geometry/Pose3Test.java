package io.camber.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class Pose3Test {
  @Test
  void pitchesTheNoseDown() {
    Pose3 pose = new Pose3(0, 0, 0, 0, 0.1, 0);

    assertThat(pose.apply(new Vec3(1, 0, 0)).z()).isEqualTo(-StrictMath.sin(0.1), within(1e-15));
  }

  @Test
  void rollsToTheRight() {
    Pose3 pose = new Pose3(0, 0, 0, 0, 0, 0.1);

    assertThat(pose.apply(new Vec3(0, 1, 0)).z()).isEqualTo(StrictMath.sin(0.1), within(1e-15));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void chainsAndInvertsLikeTransforms(long seed) {
    Random random = new Random(seed);
    Pose3 a = randomPose(random);
    Pose3 b = randomPose(random);
    Vec3 point = new Vec3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian());

    Vec3 chained = a.times(b).apply(point);
    Vec3 back = a.inverse().apply(a.apply(point));

    assertThat(chained.minus(a.apply(b.apply(point))).length()).isLessThan(1e-12);
    assertThat(back.minus(point).length()).isLessThan(1e-12);
  }

  @Test
  void refusesNumbersThatAreNotFinite() {
    assertThatThrownBy(() -> new Pose3(0, Double.NaN, 0, 0, 0, 0))
        .hasMessageContaining("not finite");
  }

  private static Pose3 randomPose(Random random) {
    return new Pose3(
        random.nextGaussian() * 10,
        random.nextGaussian() * 10,
        random.nextGaussian(),
        random.nextDouble() * 6 - 3,
        random.nextDouble() * 2 - 1,
        random.nextDouble() * 6 - 3);
  }
}
