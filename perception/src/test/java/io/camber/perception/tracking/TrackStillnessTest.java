package io.camber.perception.tracking;

import static io.camber.perception.tracking.TrackerStage.STEP_S;
import static io.camber.perception.tracking.TrackerStage.STILL;
import static io.camber.perception.tracking.TrackerStage.detection;
import static io.camber.perception.tracking.TrackerStage.only;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.geometry.Pose3;
import io.camber.scene.Detection;
import io.camber.scene.ObjectClass;
import io.camber.scene.Track;
import io.camber.scene.Tracks;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands still is not seen to move. */
class TrackStillnessTest {
  private final TrackerStage stage = new TrackerStage();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void givesParkedCarsNoSpeedWhileTheEgoPasses(long seed) {
    stage.seed(seed);
    double fastest = 0.0;
    for (int k = 0; k < 80; k++) {
      Pose3 ego = new Pose3(10.0 * k * STEP_S, 0.0, 0.0, 0.0, 0.0, 0.0);
      Tracks tracks = stage.update(k, ego, stage.seen(ego, 40.0, -3.0, 0.05));
      for (Track track : tracks.tracks()) {
        fastest = Math.max(fastest, track.speedMps());
        assertThat(Math.hypot(track.center().x() - 40.0, track.center().y() + 3.0))
            .isLessThan(0.5);
      }
    }

    assertThat(fastest).isEqualTo(0.0);
  }

  @Test
  void doesNotTakeAGrowingBoxForMotion() {
    double fastest = 0.0;
    for (int k = 0; k < 20; k++) {
      double length = 2.0 + 0.13 * k;
      // The rear edge, at x = 18, is what the sensor sees all the time.
      Tracks tracks = stage.update(k, STILL, stage.car(18.0 + length / 2.0, 0.0, 0.0, length, 1.8));
      fastest = Math.max(
          fastest, tracks.tracks().stream().mapToDouble(Track::speedMps).max().orElse(0.0));
    }

    assertThat(fastest).isLessThan(0.4);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void letsNoPieceOfKerbFly(long seed) {
    stage.seed(seed);
    double fastest = 0.0;
    for (int k = 0; k < 80; k++) {
      // Each sweep shows another piece of the same kerb, or none.
      List<Detection> seen = stage.noise().nextDouble() < 0.3
          ? List.of()
          : List.of(detection(
              ObjectClass.UNKNOWN,
              12.0 + 3.0 * stage.noise().nextDouble(),
              -9.0,
              stage.noise().nextDouble(),
              1.7,
              0.6,
              0.4,
              20));
      for (Track track : stage.update(k, STILL, seen).tracks()) {
        fastest = Math.max(fastest, track.speedMps());
      }
    }

    assertThat(fastest).as("seed " + seed).isLessThan(1.5);
  }

  @Test
  void turnsAStandingCarThatWasBornAcross() {
    stage.update(0, STILL, stage.car(12.0, 4.0, 0.0, 4.2, 1.5));
    Tracks tracks = stage.update(1, STILL, stage.car(12.0, 4.0, 0.0, 4.2, 1.5));
    assertThat(only(tracks).center().yaw()).isCloseTo(0.0, within(0.2));
    for (int k = 2; k < 10; k++) {
      tracks = stage.update(k, STILL, stage.car(12.0, 5.0, 0.5 * Math.PI, 4.7, 1.9));
    }

    Track track = tracks.tracks().get(tracks.tracks().size() - 1);
    double across = Math.abs(StrictMath.cos(track.center().yaw()));
    assertThat(across).isLessThan(0.2);
    assertThat(track.center().y()).isCloseTo(5.0, within(0.3));
    assertThat(tracks.tracks()).hasSize(1);
  }
}
