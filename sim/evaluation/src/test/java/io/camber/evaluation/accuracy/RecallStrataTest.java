package io.camber.evaluation.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.evaluation.drive.TestDrive;
import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.Metric;
import io.camber.geometry.Vec2;
import io.camber.scene.ObjectClass;
import io.camber.truth.ActorTruth;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RecallStrataTest {
  @Test
  void recallIsSplitByWhatCanBeSeenAndBySpeed() {
    RecallStrata strata = new RecallStrata("perception.recall");
    strata.add(car(0.0), 5, true);
    strata.add(car(0.0), 5, false);
    strata.add(car(10.0), 4, true);
    strata.add(car(10.0), 2, false);
    strata.add(car(-3.0), 3, true);
    Findings findings = new Findings();
    strata.report(findings);

    assertThat(value(findings, "perception.recallByOcclusion.all.free")).isEqualTo(0.5);
    assertThat(value(findings, "perception.recallByOcclusion.car.partlyHidden")).isEqualTo(1.0);
    assertThat(value(findings, "perception.recallByOcclusion.car.mostlyHidden")).isZero();
    assertThat(value(findings, "perception.recallBySpeed.all.standing")).isEqualTo(0.5);
    assertThat(value(findings, "perception.recallBySpeed.all.slow")).isEqualTo(1.0);
    assertThat(value(findings, "perception.recallBySpeed.car.medium")).isEqualTo(0.5);
    assertThat(findings.metrics()).noneMatch(metric -> metric.name().endsWith("fast"));
  }

  @Test
  void aCarBehindAWallOfHalfItsWidthShowsThePointsOfTheOtherHalf() {
    // the van's right side is on the line to the car's middle, 3 cm beyond: it hides that and the
    // left corners
    ActorTruth car = TestDrive.car("car", 20.0, 0.0, 0.0, 0.0);
    ActorTruth van = TestDrive.car("van", 10.0, 0.9, 0.0, 0.0);
    List<ActorTruth> both = List.of(car, van);

    assertThat(LineOfSight.from(Vec2.ZERO, both).freePoints(0)).isEqualTo(2);
    assertThat(LineOfSight.from(Vec2.ZERO, List.of(car)).freePoints(0)).isEqualTo(5);
  }

  @Test
  void whoMattersCountsTenTimes() {
    WeightedRecall recall = new WeightedRecall("detection.safetyRecall");
    recall.add(ObjectClass.CAR, 20.0, true, false);
    recall.add(ObjectClass.CAR, 20.0, false, true);
    recall.add(ObjectClass.PEDESTRIAN, 80.0, true, true);
    Findings findings = new Findings();
    recall.report(findings);

    assertThat(value(findings, "detection.safetyRecall.car.50m"))
        .isCloseTo(0.1 / 1.1, within(1e-12));
    assertThat(value(findings, "detection.safetyRecall.all.100m"))
        .isCloseTo(1.1 / 2.1, within(1e-12));
    assertThat(findings.metrics())
        .noneMatch(metric -> metric.name().equals("detection.safetyRecall.pedestrian.50m"));
  }

  private static ActorTruth car(double speedMps) {
    return TestDrive.car("car", 20.0, 0.0, 0.0, speedMps);
  }

  private static double value(Findings findings, String name) {
    return findings.metrics().stream()
        .filter(metric -> metric.name().equals(name))
        .map(Metric::value)
        .findFirst()
        .orElseThrow()
        .orElseThrow();
  }
}
