package io.camber.perception.tracking;

import static io.camber.perception.tracking.TrackerStage.STEP_S;
import static io.camber.perception.tracking.TrackerStage.STILL;
import static io.camber.perception.tracking.TrackerStage.aged;
import static io.camber.perception.tracking.TrackerStage.detection;
import static io.camber.perception.tracking.TrackerStage.empty;
import static io.camber.perception.tracking.TrackerStage.only;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.geometry.Angles;
import io.camber.geometry.Pose3;
import io.camber.scene.Detection;
import io.camber.scene.ObjectClass;
import io.camber.scene.Track;
import io.camber.scene.Tracks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How what moves is followed. */
class TrackMotionTest {
  private final TrackerStage stage = new TrackerStage();

  @ParameterizedTest
  @ValueSource(doubles = {-30, -8, 3, 12, 35})
  void findsTheSpeedOfACarWithinASecond(double speedMps) {
    Tracks tracks = empty();
    for (int k = 0; k <= 12; k++) {
      double x = 45.0 - 0.5 * speedMps + speedMps * k * STEP_S;
      tracks = stage.update(k, STILL, stage.car(x, 3.5, 0.0, 4.5, 1.8));
    }

    Track track = only(tracks);
    assertThat(track.velocityMps().x())
        .isCloseTo(speedMps, within(0.6 + 0.02 * Math.abs(speedMps)));
    assertThat(track.velocityMps().y()).isCloseTo(0.0, within(0.6));
    double heading = speedMps > 0 ? 0.0 : Math.PI;
    assertThat(Math.abs(Angles.difference(track.center().yaw(), heading))).isLessThan(0.1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-25, 10, 30})
  void reportsWhereAnObjectIsNowAlthoughTheSweepSawItBefore(double speedMps) {
    double ageS = 0.05;
    Tracks tracks = empty();
    double x = 0.0;
    for (int k = 0; k <= 15; k++) {
      x = 45.0 - 0.8 * speedMps + speedMps * k * STEP_S;
      tracks =
          stage.update(k, STILL, aged(stage.car(x - ageS * speedMps, 3.5, 0.0, 4.5, 1.8), ageS));
    }

    assertThat(only(tracks).center().x()).isCloseTo(x, within(0.3));
    assertThat(only(tracks).velocityMps().x()).isCloseTo(speedMps, within(1.0));
  }

  @Test
  void followsACarAroundABend() {
    Tracks tracks = empty();
    for (int k = 0; k < 40; k++) {
      double angle = 0.4 * k * STEP_S;
      double x = 20.0 + 20.0 * Math.sin(angle);
      double y = 20.0 - 20.0 * Math.cos(angle);
      tracks = stage.update(k, STILL, stage.car(x, y, angle, 4.5, 1.8));
    }

    Track track = only(tracks);
    assertThat(track.speedMps()).isCloseTo(8.0, within(0.8));
    assertThat(track.yawRateRadps()).isCloseTo(0.4, within(0.12));
    assertThat(Math.abs(Angles.difference(track.center().yaw(), 0.4 * 3.9))).isLessThan(0.12);
  }

  @Test
  void noticesThatAParkedCarDrivesOff() {
    Tracks tracks = empty();
    for (int k = 0; k < 45; k++) {
      double t = Math.max(0.0, k * STEP_S - 2.0);
      tracks = stage.update(k, STILL, stage.car(15.0 + 0.75 * t * t, 3.5, 0.0, 4.5, 1.8));
    }

    assertThat(only(tracks).velocityMps().x()).isCloseTo(1.5 * 2.4, within(0.8));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void noticesWithinASecondThatAPersonHasStopped(long seed) {
    stage.seed(seed);
    Tracks tracks = empty();
    for (int k = 0; k < 45; k++) {
      tracks = stage.update(k, STILL, stage.person(17.0, -4.0 + 1.4 * Math.min(3.0, k * STEP_S)));
    }

    assertThat(only(tracks).speedMps()).as("seed " + seed).isLessThan(0.5);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void letsNobodyHaltAtEveryStep(long seed) {
    stage.seed(seed);
    int halts = 0;
    for (int k = 0; k < 60; k++) {
      Tracks tracks = stage.update(k, STILL, stage.person(17.0, -4.0 + 1.4 * k * STEP_S));
      if (k >= 12 && only(tracks).speedMps() < 0.5) {
        halts++;
      }
    }

    assertThat(halts).as("seed " + seed).isZero();
  }

  @Test
  void keepsACarInMotionWhoseRearIsOnceTakenForABicycle() {
    double x = 0.0;
    for (int k = 0; k < 30; k++) {
      x = 30.0 + 2.6 * k;
      Pose3 ego = new Pose3(2.3 * k, 0.0, 0.0, 0.0, 0.0, 0.0);
      double ahead = x - ego.x();
      // The rear edge is where the car's was; the strip lies across the road.
      Detection seen = k == 25
          ? detection(ObjectClass.BICYCLE, ahead - 1.95, 0.0, 0.5 * Math.PI, 1.5, 0.6, 1.4, 53)
          : stage.car(ahead, 0.0, 0.0, 4.5, 1.6);
      Tracks tracks = stage.update(k, ego, seen);
      if (k >= 15) {
        assertThat(only(tracks).speedMps()).as("step " + k).isCloseTo(26.0, within(1.5));
        assertThat(only(tracks).center().x()).as("step " + k).isCloseTo(x, within(0.4));
      }
    }
  }

  @Test
  void followsAnOncomingCarThatIsFirstTakenForSomethingUnknown() {
    Tracks tracks = empty();
    for (int k = 0; k < 7; k++) {
      double x = 70.0 - 1.94 * k;
      Detection seen = k < 2
          ? detection(ObjectClass.UNKNOWN, x - 1.4, 0.0, 0.0, 1.7, 1.4, 0.8, 6)
          : stage.car(x, 0.0, 0.0, 4.5, 1.7);
      tracks = stage.update(k, STILL, seen);
    }

    assertThat(only(tracks).velocityMps().x()).isCloseTo(-19.4, within(3.0));
  }

  @Test
  void doesNotSwerveAFastCarWithTheNoiseOfItsBox() {
    double worst = 0.0;
    for (int k = 0; k < 60; k++) {
      Pose3 ego = new Pose3(2.5 * k, 0.0, 0.0, 0.0, 0.0, 0.0);
      Tracks tracks = stage.update(k, ego, stage.car(40.0, 0.0, 0.0, 4.5, 1.8));
      if (k > 20) {
        worst = Math.max(worst, Math.abs(only(tracks).velocityMps().y()));
      }
    }

    // A lane change at 25 m/s crosses with 1 to 1.7 m/s; noise must stay well below its onset.
    assertThat(worst).isLessThan(0.4);
  }

  @Test
  void turnsAroundABoxThatWasTakenTheWrongWayRound() {
    Tracks tracks = empty();
    for (int k = 0; k < 10; k++) {
      // The detector always says yaw 0; the car drives towards -x.
      tracks = stage.update(k, STILL, stage.car(50.0 - k, 3.5, 0.0, 4.5, 1.8));
    }

    Track track = only(tracks);
    assertThat(Math.abs(Angles.difference(track.center().yaw(), Math.PI))).isLessThan(0.1);
    assertThat(track.velocityMps().x()).isCloseTo(-10.0, within(1.0));
  }
}
