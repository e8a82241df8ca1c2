package io.camber.evaluation.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.truth.PointClass;
import org.junit.jupiter.api.Test;

final class TrueGroundTest {
  private static TrueGround ground(double speedMps, HandMadeSweep made) {
    TrueGround ground = new TrueGround();
    ground.fill(labelled(speedMps, made));
    return ground;
  }

  private static LabelledSweep labelled(double speedMps, HandMadeSweep made) {
    return LabelledSweep.of(
            made.sweep(),
            made.labels(),
            HandMadeSweep.CALIBRATION.baseFromLidar(),
            HandMadeSweep.truth(speedMps))
        .orElseThrow();
  }

  @Test
  void heightCountsFromTheNearestGround() {
    HandMadeSweep made = new HandMadeSweep()
        .put(PointClass.ROAD, 10.1, 0.1, 0.30)
        .put(PointClass.TERRAIN, 10.2, 0.2, 0.34)
        .put(PointClass.ROAD, 14.1, 0.1, 0.50)
        .put(PointClass.CAR, 10.3, 0.3, 0.0);

    TrueGround ground = ground(0.0, made);

    assertThat(ground.above(10.25, 0.25, 1.0)).isCloseTo(0.68, within(1e-6));
    assertThat(ground.above(11.2, 0.2, 1.0)).isCloseTo(0.68, within(1e-6));
    assertThat(ground.above(13.2, 0.2, 1.0)).isCloseTo(0.50, within(1e-6));
    assertThat(ground.above(20.0, 0.2, 1.0)).isNaN();
    assertThat(ground.above(115.0, 0.2, 1.0)).isNaN();
  }

  @Test
  void pointsMoveWithTheEgoToTheEndOfTheSweep() {
    // measured 50 ms before the end, 1 m further back
    LabelledSweep sweep = labelled(20.0, new HandMadeSweep().put(PointClass.ROAD, 10.0, 3.0, 0.0));

    assertThat((double) sweep.x[0]).isCloseTo(9.0, within(1e-5));
    assertThat((double) sweep.y[0]).isCloseTo(3.0, within(1e-5));
    assertThat((double) sweep.z[0]).isCloseTo(0.0, within(1e-5));
  }
}
