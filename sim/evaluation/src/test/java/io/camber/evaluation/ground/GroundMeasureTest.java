package io.camber.evaluation.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.evaluation.accuracy.TruthHistory;
import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.Metric;
import io.camber.geometry.Size3;
import io.camber.geometry.Vec2;
import io.camber.scene.FreeSpace;
import io.camber.scene.GroundPoints;
import io.camber.truth.PointClass;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.BitSet;
import org.junit.jupiter.api.Test;

final class GroundMeasureTest {
  private final GroundMeasure measure = new GroundMeasure();

  /** Ten points of the road, four of a car at known heights, one of fog. */
  private static HandMadeSweep scene() {
    HandMadeSweep made = new HandMadeSweep();
    for (int i = 0; i < 8; i++) {
      made.put(PointClass.ROAD, 10.1 + 0.01 * i, 0.1, 0.0);
    }
    return made.put(PointClass.TERRAIN, 30.0, 0.1, 0.0)
        .put(PointClass.MARKING, 60.0, 0.1, 0.0)
        .put(PointClass.CAR, 1, 10.2, 0.2, 0.05)
        .put(PointClass.CAR, 1, 10.2, 0.2, 0.2)
        .put(PointClass.CAR, 1, 10.2, 0.2, 0.25)
        .put(PointClass.CAR, 1, 10.2, 0.2, 1.0)
        .put(PointClass.AIR, 10.2, 0.2, 0.0);
  }

  private static GroundPoints called(int size, int... ground) {
    BitSet bits = new BitSet();
    for (int i : ground) {
      bits.set(i);
    }
    byte[] bytes = Arrays.copyOf(bits.toByteArray(), GroundPoints.byteCount(size));
    return new GroundPoints(HandMadeSweep.TIME_NS, "lidar_top", size, 50.0, ByteBuffer.wrap(bytes));
  }

  private void show(HandMadeSweep made, TruthHistory truth) {
    measure.update(HandMadeSweep.CALIBRATION);
    // labels of a sweep before, by which the measure knows that there are any
    measure.update(new HandMadeSweep().labels(), truth);
    measure.update(made.sweep());
    measure.update(made.labels(), truth);
  }

  private Metric metric(String name) {
    Findings findings = new Findings();
    measure.report(findings);
    return findings.metrics().stream()
        .filter(metric -> metric.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private double value(String name) {
    return metric(name).value().orElse(Double.NaN);
  }

  @Test
  void sharesAreThoseOfTheCount() {
    show(scene(), HandMadeSweep.truth(0.0));
    // six of the nine points of the ground within 50 m, and two of the car's; the one of the fog
    // does not count
    measure.update(called(15, 0, 1, 2, 3, 4, 5, 10, 11, 14));

    assertThat(value("ground.precision")).isEqualTo(6.0 / 8.0);
    assertThat(value("ground.recall")).isEqualTo(6.0 / 9.0);
    assertThat(value("ground.f1")).isCloseTo(12.0 / 17.0, within(1e-12));
    assertThat(value("ground.recall.0-20m")).isEqualTo(6.0 / 8.0);
    assertThat(value("ground.recall.20-50m")).isZero();
    assertThat(value("ground.precision.0-20m")).isEqualTo(6.0 / 8.0);
    assertThat(value("ground.obstacleRecall.0.1-0.3")).isEqualTo(0.5);
    assertThat(metric("ground.obstacleRecall.0.3-0.6").value()).isEmpty();
    assertThat(value("ground.obstacleRecall.0.6+")).isEqualTo(1.0);
  }

  @Test
  void freeSpaceMeetsTheActorsOfItsTime() {
    show(
        new HandMadeSweep().road(4.0, 40.0),
        HandMadeSweep.truth(
            0.0, HandMadeSweep.actor("Other", 20.0, 0.5, new Size3(4.5, 1.8, 1.5))));
    float[] near = new float[360];
    float[] far = new float[360];
    Arrays.fill(near, 4.0f);
    Arrays.fill(far, 30.0f);
    measure.update(
        new FreeSpace(HandMadeSweep.TIME_NS, "lidar_top", new Vec2(0, 0), near, far),
        HandMadeSweep.truth(
            0.0, HandMadeSweep.actor("Other", 20.0, 0.5, new Size3(4.5, 1.8, 1.5))));

    assertThat(value("freeSpace.falseFreeArea.mean")).isCloseTo(4.1 * 1.4, within(0.05));
    assertThat(value("freeSpace.falseFreeArea.max")).isCloseTo(4.1 * 1.4, within(0.05));
    assertThat(value("freeSpace.falseFreeArea.aheadMax")).isCloseTo(4.1 * 1.4, within(0.05));
    assertThat(value("freeSpace.coverage")).isBetween(0.5, 0.7);
  }

  @Test
  void aSweepThatLostPointsDoesNotCount() {
    show(scene(), HandMadeSweep.truth(0.0));
    measure.update(called(14, 0, 1));

    assertThat(metric("ground.f1").value()).isEmpty();
    assertThat(metric("ground.f1").absence()).contains("lost points");
  }

  @Test
  void theReasonNamesTheOptionWhereTheRigTellsNothing() {
    measure.update(HandMadeSweep.CALIBRATION);
    measure.update(scene().sweep());
    measure.update(called(15, 0, 1));

    assertThat(metric("ground.f1").absence()).contains("--rig lidar-truth");
    assertThat(metric("freeSpace.falseFreeArea.mean").absence()).contains("--rig lidar-truth");
  }

  @Test
  void silenceOfTheStackIsTheReasonWhereTheRigTells() {
    show(scene(), HandMadeSweep.truth(0.0));

    assertThat(metric("ground.f1").absence()).contains("nobody published");
  }
}
