package io.camber.prediction.lanefollow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.map.RoadMap;
import io.camber.prediction.Predictor;
import io.camber.prediction.PredictorContract;
import io.camber.prediction.TestScenes;
import io.camber.scene.PredictedPath;
import io.camber.scene.SignalColor;
import io.camber.scene.SignalState;
import io.camber.scene.SignalStates;
import io.camber.scene.Track;
import io.camber.scene.TrackFuture;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LaneFollowPredictorTest extends PredictorContract {
  @Override
  protected Predictor predictor() {
    return new LaneFollowPredictor(PredictionConfig.standard());
  }

  private TrackFuture future(Track track, RoadMap map) {
    return predictor()
        .predict(TestScenes.tracks(track), Optional.empty(), map)
        .futures()
        .get(0);
  }

  private static PredictedPath mode(TrackFuture future, String name) {
    return future.modes().stream()
        .filter(m -> m.mode().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aCarInItsLaneKeepsSpeedAndLane() {
    TrackFuture future =
        future(TestScenes.car(1, 50.0, -1.75, 20.0, 0.0, 0.0), TestScenes.motorway());

    assertThat(future.modes().get(0).mode()).isEqualTo("keep");
    assertThat(TestScenes.end(future.modes().get(0)).x()).isCloseTo(210.0, within(0.5));
    assertThat(TestScenes.end(future.modes().get(0)).y()).isCloseTo(-1.75, within(0.02));
  }

  @Test
  void aCarOffTheCentreStaysOffTheCentre() {
    TrackFuture future =
        future(TestScenes.car(1, 50.0, -1.25, 20.0, 0.0, 0.0), TestScenes.motorway());

    assertThat(TestScenes.end(future.modes().get(0)).y()).isCloseTo(-1.25, within(0.02));
  }

  @Test
  void aCarFollowsTheBend() {
    TrackFuture future = future(TestScenes.car(1, 60.0, -1.75, 10.0, 0.0, 0.0), TestScenes.bend());

    assertThat(TestScenes.end(future.modes().get(0)).yaw()).isGreaterThan(0.5);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.8, 1.2, 2.0})
  void aCarDriftingOverTheLineIsChangingLanes(double lateralMps) {
    TrackFuture future =
        future(TestScenes.car(1, 50.0, -5.25 + 0.35, 25.0, lateralMps, 0.0), TestScenes.motorway());

    assertThat(TestScenes.probability(future, "change-left")).isGreaterThan(0.5);
    assertThat(TestScenes.end(mode(future, "change-left")).y()).isCloseTo(-1.75, within(0.1));
  }

  @Test
  void wobblingInTheLaneIsNoLaneChange() {
    TrackFuture future =
        future(TestScenes.car(1, 50.0, -5.25, 25.0, 0.15, 0.0), TestScenes.motorway());

    assertThat(TestScenes.probability(future, "change-left")).isZero();
  }

  @Test
  void sidewaysSpeedInTheMiddleOfTheLaneMayBeNoise() {
    double fromMiddle = TestScenes.probability(
        future(TestScenes.car(1, 50.0, -5.25, 25.0, 0.6, 0.0), TestScenes.motorway()),
        "change-left");
    double fromBeside = TestScenes.probability(
        future(TestScenes.car(1, 50.0, -5.0, 25.0, 0.6, 0.0), TestScenes.motorway()),
        "change-left");

    assertThat(fromMiddle).isBetween(0.05, 0.29);
    assertThat(fromBeside).isGreaterThan(0.7);
  }

  @Test
  void leftAndRightAreMirrored() {
    double left = TestScenes.probability(
        future(TestScenes.car(1, 50.0, -5.25, 25.0, 0.9, 0.0), TestScenes.motorway()),
        "change-left");
    double right = TestScenes.probability(
        future(TestScenes.car(1, 50.0, -5.25, 25.0, -0.9, 0.0), TestScenes.motorway()),
        "change-right");

    assertThat(left).isPositive().isCloseTo(right, within(1e-6));
  }

  @Test
  void aBrakingCarMayBrakeToStandstill() {
    TrackFuture future =
        future(TestScenes.car(1, 50.0, -1.75, 15.0, 0.0, -6.0), TestScenes.motorway());

    assertThat(TestScenes.probability(future, "keep-brake")).isGreaterThan(0.5);
    PredictedPath braking = mode(future, "keep-brake");
    assertThat(TestScenes.end(braking).speedMps()).isZero();
    assertThat(TestScenes.end(braking).x()).isCloseTo(50.0 + 15.0 * 15.0 / 12.0, within(0.5));
  }

  @Test
  void aCarBeforeARedLightLikelyStops() {
    Optional<SignalStates> red =
        Optional.of(new SignalStates(0L, List.of(new SignalState("L", SignalColor.RED, 1.0))));

    TrackFuture future = predictor()
        .predict(
            TestScenes.tracks(TestScenes.car(1, 440.0, -1.75, 13.0, 0.0, 0.0)),
            red,
            TestScenes.motorway())
        .futures()
        .get(0);

    assertThat(TestScenes.probability(future, "keep-stop")).isGreaterThan(0.5);
    assertThat(TestScenes.end(mode(future, "keep-stop")).x()).isLessThan(500.0);
  }

  @Test
  void aStandingPersonByTheRoadMayStepOut() {
    TrackFuture future = future(TestScenes.person(3, 50.0, -12.0, 0.0, 0.0), TestScenes.motorway());

    assertThat(future.modes().get(0).mode()).isEqualTo("stay");
    assertThat(TestScenes.probability(future, "step-out")).isBetween(0.02, 0.2);
    assertThat(TestScenes.end(mode(future, "step-out")).y()).isGreaterThan(-8.0);
  }

  @Test
  void aWalkingPersonGoesOnOrStops() {
    TrackFuture future = future(TestScenes.person(3, 50.0, -15.0, 0.0, 1.5), TestScenes.motorway());

    assertThat(future.modes().get(0).mode()).isEqualTo("go-on");
    assertThat(TestScenes.end(future.modes().get(0)).y()).isCloseTo(-3.0, within(0.05));
    assertThat(TestScenes.probability(future, "stop")).isGreaterThan(0.1);
  }
}
