package io.camber.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class Box2Test {
  @Test
  void touchesWhenEdgesMeet() {
    Box2 a = new Box2(new Pose2(0, 0, 0), 4, 2);

    assertThat(a.intersects(new Box2(new Pose2(4, 0, 0), 4, 2))).isTrue();
    assertThat(a.intersects(new Box2(new Pose2(4.001, 0, 0), 4, 2))).isFalse();
  }

  @Test
  void seesTheGapThatAxisAlignedBoundsMiss() {
    Box2 a = new Box2(new Pose2(0, 0, Math.PI / 4), 4, 0.2);
    Box2 b = new Box2(new Pose2(1.2, -1.2, Math.PI / 4), 4, 0.2);

    assertThat(a.intersects(b)).isFalse();
    assertThat(a.distanceTo(b)).isEqualTo(Math.sqrt(2) * 1.2 - 0.2, within(1e-12));
  }

  /** Second implementation: sample the boundary of one box and ask the other. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void agreesWithSampledBoundaries(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 300; i++) {
      Box2 a = randomBox(random);
      Box2 b = randomBox(random);
      if (sampledOverlap(a, b)) {
        assertThat(a.intersects(b)).as("seed %d case %d", seed, i).isTrue();
        assertThat(b.intersects(a)).isTrue();
      } else if (a.intersects(b)) {
        assertThat(shrunk(a).intersects(shrunk(b)))
            .as("seed %d case %d", seed, i)
            .isFalse();
      }
    }
  }

  private static Box2 shrunk(Box2 box) {
    return new Box2(
        box.center(), Math.max(0, box.lengthM() - 0.1), Math.max(0, box.widthM() - 0.1));
  }

  private static boolean sampledOverlap(Box2 a, Box2 b) {
    return samplesInside(a, b) || samplesInside(b, a);
  }

  private static boolean samplesInside(Box2 a, Box2 b) {
    for (int i = 0; i <= 100; i++) {
      for (int j = 0; j <= 100; j++) {
        Vec2 local = new Vec2(a.lengthM() * (i / 100.0 - 0.5), a.widthM() * (j / 100.0 - 0.5));
        if (b.contains(a.center().apply(local))) {
          return true;
        }
      }
    }
    return false;
  }

  private static Box2 randomBox(Random random) {
    return new Box2(
        new Pose2(random.nextGaussian() * 2, random.nextGaussian() * 2, random.nextDouble() * 6),
        0.5 + 4 * random.nextDouble(),
        0.5 + 2 * random.nextDouble());
  }
}
