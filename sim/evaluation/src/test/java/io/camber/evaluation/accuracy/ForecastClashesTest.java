package io.camber.evaluation.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.evaluation.drive.TestDrive;
import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.situation.SituationModel;
import io.camber.map.RoadMap;
import io.camber.scene.PredictedPath;
import io.camber.scene.PredictedPoint;
import io.camber.scene.SignalColor;
import io.camber.truth.ActorTruth;
import io.camber.truth.TruthFrame;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A car at 50 m that is foreseen at 10 m/s; another, really, at 70 m that stands or drives off. */
final class ForecastClashesTest {
  private static final double Y = TestDrive.LANE_Y;

  private ForecastClashes clashes =
      new ForecastClashes(new SituationModel(TestDrive.road())::outsideM);

  @Test
  void theLikeliestModeRunsIntoWhoStandsThere() {
    assertThat(overlap(0.0, mode(0.6, 0.0), mode(0.4, -3.5))).isEqualTo(1.0);
  }

  @Test
  void aModeThatIsLessLikelyDoesNotCount() {
    assertThat(overlap(0.0, mode(0.4, 0.0), mode(0.6, 3.5))).isZero();
  }

  @Test
  void whoDrivesOffIsNotRunInto() {
    assertThat(overlap(10.0, mode(1.0, 0.0))).isZero();
  }

  @Test
  void aVehicleThatIsForeseenBesideTheRoadIsOffIt() {
    overlap(10.0, mode(1.0, -3.5));

    assertThat(value("prediction.offRoadRate.3s")).isEqualTo(1.0);
  }

  @Test
  void onTheRoadItIsNot() {
    overlap(10.0, mode(1.0, 3.5));

    assertThat(value("prediction.offRoadRate.3s")).isZero();
  }

  @Test
  void withoutARoadNobodyIsKnownToStayOnIt() {
    clashes = new ForecastClashes(new SituationModel(RoadMap.empty())::outsideM);
    overlap(10.0, mode(1.0, -3.5));

    assertThat(metric("prediction.offRoadRate.3s").value()).isEmpty();
  }

  @Test
  void oneMessageASecondIsAsked() {
    assertThat(clashes.takes(0)).isTrue();
    assertThat(clashes.takes(900_000_000L)).isFalse();
    assertThat(clashes.takes(1_000_000_000L)).isTrue();
  }

  /** To that side within 1 s, then straight on. */
  private static PredictedPath mode(double probability, double left) {
    List<PredictedPoint> points = new ArrayList<>();
    for (int i = 0; i <= 30; i++) {
      points.add(
          new PredictedPoint(0.1 * i, 51.4 + i, Y + left * Math.min(1.0, 0.1 * i), 0.0, 10.0, 0.0));
    }
    return new PredictedPath("mode", probability, points);
  }

  private double overlap(double otherMps, PredictedPath... modes) {
    ActorTruth car = TestDrive.car("car", 50.0, Y, 0.0, 10.0);
    clashes.add(0, car, List.of(modes));
    for (int i = 0; i <= 30; i++) {
      TruthFrame frame = TestDrive.frame(
          i * 100_000_000L,
          SignalColor.GREEN,
          car,
          TestDrive.car("other", 70.0 + 0.1 * i * otherMps, Y, 0.0, otherMps));
      clashes.update(frame, frame.actors().stream().map(ActorTruth::footprint).toList());
    }
    return value("prediction.overlapRate.3s");
  }

  private double value(String name) {
    return metric(name).value().orElseThrow();
  }

  private Metric metric(String name) {
    Findings findings = new Findings();
    clashes.report(findings);
    return findings.metrics().stream()
        .filter(metric -> metric.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
