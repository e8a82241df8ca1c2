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
import io.camber.truth.FaultTruth;
import io.camber.truth.FaultTruths;
import io.camber.truth.PointClass;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
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
    return called(HandMadeSweep.TIME_NS, 50.0, size, ground);
  }

  private static GroundPoints called(long timeNs, double rangeM, int size, int... ground) {
    BitSet bits = new BitSet();
    for (int i : ground) {
      bits.set(i);
    }
    byte[] bytes = Arrays.copyOf(bits.toByteArray(), GroundPoints.byteCount(size));
    return new GroundPoints(timeNs, "lidar_top", size, rangeM, ByteBuffer.wrap(bytes));
  }

  private void show(HandMadeSweep made, TruthHistory truth) {
    measure.update(HandMadeSweep.CALIBRATION);
    // labels of a sweep before, by which the measure knows that there are any
    measure.update(new HandMadeSweep().labels(), truth);
    measure.update(made.sweep(), truth);
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
    // six of the ten points of the ground and two of the car's; the one of the fog does not count
    measure.update(called(15, 0, 1, 2, 3, 4, 5, 10, 11, 14));

    assertThat(value("ground.precision")).isEqualTo(6.0 / 8.0);
    assertThat(value("ground.recall")).isEqualTo(6.0 / 10.0);
    assertThat(value("ground.f1")).isCloseTo(12.0 / 18.0, within(1e-12));
    assertThat(value("ground.recall.0-20m")).isEqualTo(6.0 / 8.0);
    assertThat(value("ground.recall.20-50m")).isZero();
    assertThat(value("ground.recall.50m-up")).isZero();
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
    TruthHistory truth = HandMadeSweep.truth(0.0);
    measure.update(HandMadeSweep.CALIBRATION);
    measure.update(new HandMadeSweep().labels(), truth);
    measure.update(new HandMadeSweep().road(4.0, 40.0).sweep(), truth);
    measure.update(scene().labels(), truth);
    measure.update(called(15, 0, 1));

    assertThat(metric("ground.f1").value()).isEmpty();
    assertThat(metric("ground.f1").absence()).contains("1 that lost points");
    assertThat(value("ground.unscored.lostPoints")).isEqualTo(1.0);
    assertThat(value("ground.scoredShare")).isZero();
  }

  @Test
  void theRangeThatTheStackLookedAtDoesNotCount() {
    show(scene(), HandMadeSweep.truth(0.0));
    measure.update(called(HandMadeSweep.TIME_NS, 10.5, 15, 0, 1, 2, 3, 4, 5, 6, 7));

    assertThat(value("ground.recall")).isEqualTo(0.8);
  }

  /** Ten sweeps, the first so many of them answered. */
  private void drive(int groundOf, int spaceOf, FaultTruths faults, boolean engaged) {
    measure.update(HandMadeSweep.CALIBRATION);
    measure.update(faults);
    HandMadeSweep made = scene();
    measure.update(made.labels(), HandMadeSweep.truth(0.0));
    for (int i = 0; i < 10; i++) {
      long timeNs = HandMadeSweep.TIME_NS + i * 100_000_000L;
      TruthHistory truth = HandMadeSweep.standing(timeNs, engaged);
      measure.update(made.sweep(timeNs), truth);
      measure.update(made.labels(timeNs), truth);
      if (i < groundOf) {
        measure.update(called(timeNs, 50.0, 15, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9));
      }
      if (i < spaceOf) {
        float[] near = new float[360];
        float[] far = new float[360];
        Arrays.fill(near, 4.0f);
        Arrays.fill(far, 50.0f);
        measure.update(new FreeSpace(timeNs, "lidar_top", new Vec2(0, 0), near, far), truth);
      }
    }
  }

  @Test
  void aStackThatFallsSilentCalledNothing() {
    drive(1, 1, FaultTruths.NONE, true);

    // five of ten sweeps are settled; of the last five the answer may be on its way
    assertThat(value("ground.recall")).isEqualTo(0.2);
    assertThat(value("ground.precision")).isEqualTo(1.0);
    assertThat(value("freeSpace.coverage")).isCloseTo(0.2, within(1e-6));
    assertThat(value("ground.scoredShare")).isEqualTo(1.0);
  }

  @Test
  void aStackThatNeverSpokeFoundNothing() {
    drive(0, 0, FaultTruths.NONE, true);

    assertThat(value("ground.recall")).isZero();
    assertThat(value("freeSpace.coverage")).isZero();
    assertThat(metric("ground.precision").absence()).contains("nobody published");
    assertThat(metric("freeSpace.falseFreeArea.mean").absence()).contains("nobody published");
  }

  @Test
  void aSweepWhosePointsAFaultMovedIsNotScoredButCounted() {
    long fromNs = HandMadeSweep.TIME_NS + 450_000_000L;
    drive(
        10,
        10,
        new FaultTruths(
            0,
            List.of(
                new FaultTruth("lidar_top", "turn", "F04", 0.035, fromNs, Long.MAX_VALUE, 1),
                new FaultTruth("lidar_top", "points_lost", "F02", 0.0, 0, Long.MAX_VALUE, 1),
                new FaultTruth("lidar_left", "turn", "F04", 0.035, 0, Long.MAX_VALUE, 1))),
        true);

    assertThat(value("ground.recall")).isEqualTo(1.0);
    assertThat(value("ground.scoredShare")).isEqualTo(0.5);
    assertThat(value("ground.unscored.fault")).isEqualTo(5.0);
  }

  @Test
  void everyCauseIsNamedWithItsNumber() {
    drive(10, 10, FaultTruths.NONE, false);
    assertThat(metric("ground.recall").absence()).contains("10 while the stack did not drive");
    assertThat(metric("ground.scoredShare").value()).isEmpty();
  }

  @Test
  void labelsOfAnotherLidarAndAMissingCalibrationAreNamed() {
    TruthHistory truth = HandMadeSweep.truth(0.0);
    measure.updateOther();
    measure.update(new HandMadeSweep().labels(), truth);
    measure.update(scene().sweep(), truth);
    measure.update(scene().labels(), truth);

    assertThat(metric("ground.recall").absence())
        .contains("1 labels of another lidar")
        .contains("1 before the lidar told how it is mounted");
  }

  @Test
  void labelsMayComeBeforeTheirSweep() {
    TruthHistory truth = HandMadeSweep.truth(0.0);
    measure.update(HandMadeSweep.CALIBRATION);
    measure.update(new HandMadeSweep().labels(), truth);
    measure.update(scene().labels(), truth);
    measure.update(scene().sweep(), truth);
    measure.update(called(15, 0, 1, 2, 3, 4));

    assertThat(value("ground.recall")).isEqualTo(0.5);
  }

  @Test
  void whatStandsWhereNoGroundIsKnownIsCountedApart() {
    show(
        scene().put(PointClass.POLE, 40.0, 20.0, 1.0).put(PointClass.POLE, 80.0, 0.1, 1.0),
        HandMadeSweep.truth(0.0));
    measure.update(called(17, 15));

    assertThat(value("ground.obstacleRecall.unknown")).isEqualTo(0.5);
    assertThat(value("ground.obstacleRecall.0.6+")).isEqualTo(1.0);
  }

  @Test
  void theReasonNamesTheOptionWhereTheRigTellsNothing() {
    measure.update(HandMadeSweep.CALIBRATION);
    measure.update(scene().sweep(), HandMadeSweep.truth(0.0));
    measure.update(called(15, 0, 1));

    assertThat(metric("ground.f1").absence()).contains("--rig lidar-truth");
    assertThat(metric("freeSpace.falseFreeArea.mean").absence()).contains("--rig lidar-truth");
  }
}
