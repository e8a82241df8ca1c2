package io.camber.perception.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.geometry.Angles;
import io.camber.geometry.Pose2;
import io.camber.geometry.Pose3;
import io.camber.geometry.Size3;
import io.camber.geometry.Vec2;
import io.camber.scene.Detection;
import io.camber.scene.Detections;
import io.camber.scene.ObjectClass;
import io.camber.scene.Track;
import io.camber.scene.Tracks;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultiObjectTrackerTest {
  private static final double STEP_S = 0.1;
  private static final Vec2 SENSOR = new Vec2(1.3, 0.0);
  private static final Pose3 STILL = Pose3.IDENTITY;

  private final MultiObjectTracker tracker = new MultiObjectTracker(TrackerConfig.DEFAULT);
  private final Random noise = new Random(4);

  @ParameterizedTest
  @ValueSource(doubles = {-30, -8, 3, 12, 35})
  void findsTheSpeedOfACarWithinASecond(double speedMps) {
    Tracks tracks = empty();
    for (int k = 0; k <= 12; k++) {
      double x = 45.0 - 0.5 * speedMps + speedMps * k * STEP_S;
      tracks = update(k, STILL, car(x, 3.5, 0.0, 4.5, 1.8));
    }

    Track track = only(tracks);
    assertThat(track.velocityMps().x())
        .isCloseTo(speedMps, within(0.6 + 0.02 * Math.abs(speedMps)));
    assertThat(track.velocityMps().y()).isCloseTo(0.0, within(0.6));
    double heading = speedMps > 0 ? 0.0 : Math.PI;
    assertThat(Math.abs(Angles.difference(track.center().yaw(), heading))).isLessThan(0.1);
  }

  @Test
  void confirmsWithinThreeTenthsOfASecondAndNotOnOneHit() {
    assertThat(update(0, STILL, car(20.0, 0.0, 0.0, 4.5, 1.8)).tracks()).isEmpty();
    assertThat(update(1, STILL, car(20.5, 0.0, 0.0, 4.5, 1.8)).tracks()).hasSize(1);
    assertThat(only(update(2, STILL, car(21.0, 0.0, 0.0, 4.5, 1.8))).ageNs())
        .isEqualTo(200_000_000L);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void givesParkedCarsNoSpeedWhileTheEgoPasses(long seed) {
    noise.setSeed(seed);
    double fastest = 0.0;
    for (int k = 0; k < 80; k++) {
      Pose3 ego = new Pose3(10.0 * k * STEP_S, 0.0, 0.0, 0.0, 0.0, 0.0);
      Tracks tracks = update(k, ego, seen(ego, 40.0, -3.0, 0.05));
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
      Tracks tracks = update(k, STILL, car(18.0 + length / 2.0, 0.0, 0.0, length, 1.8));
      fastest = Math.max(
          fastest, tracks.tracks().stream().mapToDouble(Track::speedMps).max().orElse(0.0));
    }

    assertThat(fastest).isLessThan(0.4);
  }

  @Test
  void keepsTheIdThroughASecondBehindATruck() {
    TreeSet<Integer> ids = new TreeSet<>();
    for (int k = 0; k < 40; k++) {
      List<Detection> seen = new ArrayList<>();
      seen.add(detection(ObjectClass.TRUCK, 15.0, 2.0, 0.0, 10.0, 2.5, 3.5, 200));
      double y = 20.0 - 8.0 * k * STEP_S;
      boolean isHidden = k >= 15 && k < 25;
      if (!isHidden) {
        seen.add(detection(ObjectClass.CAR, 32.0, y, -Math.PI / 2, 4.5, 1.8, 1.5, 40));
      }
      Tracks tracks = update(k, STILL, seen);
      tracks.tracks().stream()
          .filter(track -> track.objectClass() == ObjectClass.CAR)
          .forEach(track -> ids.add(track.id()));
      if (k == 24) {
        Track hidden = tracks.tracks().stream()
            .filter(track -> track.objectClass() == ObjectClass.CAR)
            .findFirst()
            .orElseThrow();
        assertThat(hidden.coastedNs()).isEqualTo(1_000_000_000L);
        assertThat(hidden.center().y()).isCloseTo(y, within(1.0));
      }
    }

    assertThat(ids).hasSize(1);
  }

  @Test
  void forgetsWithinSixTenthsWhatShouldBeVisibleButIsNot() {
    for (int k = 0; k < 10; k++) {
      update(k, STILL, car(20.0, 0.0, 0.0, 4.5, 1.8));
    }
    assertThat(update(11, STILL, List.of()).tracks()).hasSize(1);
    assertThat(update(16, STILL, List.of()).tracks()).isEmpty();
  }

  @Test
  void doesNotSwapTwoPeopleWhoMeet() {
    int first = -1;
    for (int k = 0; k < 50; k++) {
      double t = k * STEP_S;
      Tracks tracks =
          update(k, STILL, List.of(person(12.0, -3.5 + 1.4 * t), person(13.2, 3.5 - 1.4 * t)));
      if (k == 5) {
        first = trackAt(tracks, 12.0, -3.5 + 1.4 * t).id();
      }
      if (k == 49) {
        assertThat(trackAt(tracks, 12.0, -3.5 + 1.4 * t).id()).isEqualTo(first);
        assertThat(tracks.tracks()).hasSize(2);
      }
    }
  }

  @Test
  void turnsAroundABoxThatWasTakenTheWrongWayRound() {
    Tracks tracks = empty();
    for (int k = 0; k < 10; k++) {
      // The detector always says yaw 0; the car drives towards -x.
      tracks = update(k, STILL, car(50.0 - k, 3.5, 0.0, 4.5, 1.8));
    }

    Track track = only(tracks);
    assertThat(Math.abs(Angles.difference(track.center().yaw(), Math.PI))).isLessThan(0.1);
    assertThat(track.velocityMps().x()).isCloseTo(-10.0, within(1.0));
  }

  @Test
  void noticesThatAParkedCarDrivesOff() {
    Tracks tracks = empty();
    for (int k = 0; k < 45; k++) {
      double t = Math.max(0.0, k * STEP_S - 2.0);
      tracks = update(k, STILL, car(15.0 + 0.75 * t * t, 3.5, 0.0, 4.5, 1.8));
    }

    assertThat(only(tracks).velocityMps().x()).isCloseTo(1.5 * 2.4, within(0.8));
  }

  @Test
  void followsACarAroundABend() {
    Tracks tracks = empty();
    for (int k = 0; k < 40; k++) {
      double angle = 0.4 * k * STEP_S;
      double x = 20.0 + 20.0 * Math.sin(angle);
      double y = 20.0 - 20.0 * Math.cos(angle);
      tracks = update(k, STILL, car(x, y, angle, 4.5, 1.8));
    }

    Track track = only(tracks);
    assertThat(track.speedMps()).isCloseTo(8.0, within(0.8));
    assertThat(track.yawRateRadps()).isCloseTo(0.4, within(0.12));
    assertThat(Math.abs(Angles.difference(track.center().yaw(), 0.4 * 3.9))).isLessThan(0.12);
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
          : car(ahead, 0.0, 0.0, 4.5, 1.6);
      Tracks tracks = update(k, ego, seen);
      if (k >= 15) {
        assertThat(only(tracks).speedMps()).as("step " + k).isCloseTo(26.0, within(1.5));
        assertThat(only(tracks).center().x()).as("step " + k).isCloseTo(x, within(0.4));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {-25, 10, 30})
  void reportsWhereAnObjectIsNowAlthoughTheSweepSawItBefore(double speedMps) {
    double ageS = 0.05;
    Tracks tracks = empty();
    double x = 0.0;
    for (int k = 0; k <= 15; k++) {
      x = 45.0 - 0.8 * speedMps + speedMps * k * STEP_S;
      tracks = update(k, STILL, aged(car(x - ageS * speedMps, 3.5, 0.0, 4.5, 1.8), ageS));
    }

    assertThat(only(tracks).center().x()).isCloseTo(x, within(0.3));
    assertThat(only(tracks).velocityMps().x()).isCloseTo(speedMps, within(1.0));
  }

  @Test
  void turnsAStandingCarThatWasBornAcross() {
    update(0, STILL, car(12.0, 4.0, 0.0, 4.2, 1.5));
    Tracks tracks = update(1, STILL, car(12.0, 4.0, 0.0, 4.2, 1.5));
    assertThat(only(tracks).center().yaw()).isCloseTo(0.0, within(0.2));
    for (int k = 2; k < 10; k++) {
      tracks = update(k, STILL, car(12.0, 5.0, 0.5 * Math.PI, 4.7, 1.9));
    }

    Track track = tracks.tracks().get(tracks.tracks().size() - 1);
    double across = Math.abs(StrictMath.cos(track.center().yaw()));
    assertThat(across).isLessThan(0.2);
    assertThat(track.center().y()).isCloseTo(5.0, within(0.3));
    assertThat(tracks.tracks()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void letsNobodyHaltAtEveryStep(long seed) {
    noise.setSeed(seed);
    int halts = 0;
    for (int k = 0; k < 60; k++) {
      Tracks tracks = update(k, STILL, person(17.0, -4.0 + 1.4 * k * STEP_S));
      if (k >= 12 && only(tracks).speedMps() < 0.5) {
        halts++;
      }
    }

    assertThat(halts).as("seed " + seed).isZero();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void noticesWithinASecondThatAPersonHasStopped(long seed) {
    noise.setSeed(seed);
    Tracks tracks = empty();
    for (int k = 0; k < 45; k++) {
      tracks = update(k, STILL, person(17.0, -4.0 + 1.4 * Math.min(3.0, k * STEP_S)));
    }

    assertThat(only(tracks).speedMps()).as("seed " + seed).isLessThan(0.5);
  }

  @Test
  void followsAnOncomingCarThatIsFirstTakenForSomethingUnknown() {
    Tracks tracks = empty();
    for (int k = 0; k < 7; k++) {
      double x = 70.0 - 1.94 * k;
      Detection seen = k < 2
          ? detection(ObjectClass.UNKNOWN, x - 1.4, 0.0, 0.0, 1.7, 1.4, 0.8, 6)
          : car(x, 0.0, 0.0, 4.5, 1.7);
      tracks = update(k, STILL, seen);
    }

    assertThat(only(tracks).velocityMps().x()).isCloseTo(-19.4, within(3.0));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void letsNoPieceOfKerbFly(long seed) {
    noise.setSeed(seed);
    double fastest = 0.0;
    for (int k = 0; k < 80; k++) {
      // Each sweep shows another piece of the same kerb, or none.
      List<Detection> seen = noise.nextDouble() < 0.3
          ? List.of()
          : List.of(detection(
              ObjectClass.UNKNOWN,
              12.0 + 3.0 * noise.nextDouble(),
              -9.0,
              noise.nextDouble(),
              1.7,
              0.6,
              0.4,
              20));
      for (Track track : update(k, STILL, seen).tracks()) {
        fastest = Math.max(fastest, track.speedMps());
      }
    }

    assertThat(fastest).as("seed " + seed).isLessThan(1.5);
  }

  @Test
  void doesNotSwerveAFastCarWithTheNoiseOfItsBox() {
    double worst = 0.0;
    for (int k = 0; k < 60; k++) {
      Pose3 ego = new Pose3(2.5 * k, 0.0, 0.0, 0.0, 0.0, 0.0);
      Tracks tracks = update(k, ego, car(40.0, 0.0, 0.0, 4.5, 1.8));
      if (k > 20) {
        worst = Math.max(worst, Math.abs(only(tracks).velocityMps().y()));
      }
    }

    // A lane change at 25 m/s crosses with 1 to 1.7 m/s; noise must stay well below its onset.
    assertThat(worst).isLessThan(0.4);
  }

  @Test
  void letsUnknownThingsThrough() {
    Tracks tracks = empty();
    for (int k = 0; k < 4; k++) {
      tracks = update(k, STILL, detection(ObjectClass.UNKNOWN, 15.0, 0.0, 0.2, 0.6, 0.4, 0.4, 12));
    }

    assertThat(only(tracks).objectClass()).isEqualTo(ObjectClass.UNKNOWN);
    assertThat(only(tracks).speedMps()).isEqualTo(0.0);
  }

  @Test
  void neverReusesAnIdAndIgnoresOldFrames() {
    for (int k = 0; k < 3; k++) {
      update(k, STILL, car(20.0, 0.0, 0.0, 4.5, 1.8));
    }
    int before = only(update(3, STILL, car(20.0, 0.0, 0.0, 4.5, 1.8))).id();
    Tracks same = update(1, STILL, car(60.0, 0.0, 0.0, 4.5, 1.8));
    for (int k = 60; k < 63; k++) {
      update(k, STILL, car(20.0, 0.0, 0.0, 4.5, 1.8));
    }

    assertThat(same.timeNs()).isEqualTo(300_000_000L);
    assertThat(only(update(63, STILL, car(20.0, 0.0, 0.0, 4.5, 1.8))).id()).isGreaterThan(before);
  }

  @Test
  void takesABicycleRiddenTowardsTheSensorForOneByItsSpeed() {
    Tracks tracks = empty();
    for (int k = 0; k < 20; k++) {
      tracks = update(
          k,
          STILL,
          detection(ObjectClass.PEDESTRIAN, 40.0 - 0.6 * k, 2.0, 0.0, 0.8, 0.5, 1.75, 20));
    }

    assertThat(only(tracks).objectClass()).isEqualTo(ObjectClass.BICYCLE);
  }

  /** A parked car as the detector sees it: end only, then end and side, then side, sizes jumping with what is visible. */
  @Test
  void aHigherThresholdKeepsWeakerDetectionsFromBeginningTracks() {
    tracker.reconfigure(TrackerConfig.DEFAULT.with(14.0, 0.9));

    update(0, STILL, car(20.0, 0.0, 0.0, 4.5, 1.8));
    assertThat(update(1, STILL, car(20.5, 0.0, 0.0, 4.5, 1.8)).tracks()).isEmpty();

    tracker.reconfigure(TrackerConfig.DEFAULT);
    update(2, STILL, car(21.0, 0.0, 0.0, 4.5, 1.8));
    assertThat(update(3, STILL, car(21.5, 0.0, 0.0, 4.5, 1.8)).tracks()).hasSize(1);
  }

  private Detection seen(Pose3 ego, double x, double y, double std) {
    double dx = x - ego.x() - SENSOR.x();
    boolean isBeside = Math.abs(dx) < 2.2;
    double length = Math.abs(dx) > 25.0 ? 4.5 : isBeside ? 4.1 : 4.4;
    double shift = isBeside ? 0.0 : Math.signum(dx) * 0.5 * (length - 4.4);
    double width = isBeside ? 1.85 : 1.75;
    double across = -0.5 * (width - 1.8);
    return detection(
        ObjectClass.CAR,
        x - ego.x() + shift + std * noise.nextGaussian(),
        y + across + std * noise.nextGaussian(),
        0.02 * noise.nextGaussian(),
        length,
        width,
        1.5,
        80);
  }

  private static Track trackAt(Tracks tracks, double x, double y) {
    return tracks.tracks().stream()
        .filter(track -> Math.hypot(track.center().x() - x, track.center().y() - y) < 0.8)
        .findFirst()
        .orElseThrow();
  }

  private Detection car(double x, double y, double yaw, double length, double width) {
    return detection(
        ObjectClass.CAR,
        x + 0.05 * noise.nextGaussian(),
        y + 0.05 * noise.nextGaussian(),
        yaw + 0.02 * noise.nextGaussian(),
        length,
        width,
        1.5,
        60);
  }

  private Detection person(double x, double y) {
    return detection(
        ObjectClass.PEDESTRIAN,
        x + 0.05 * noise.nextGaussian(),
        y + 0.05 * noise.nextGaussian(),
        noise.nextDouble(),
        0.5,
        0.5,
        1.75,
        30);
  }

  private static Detection aged(Detection seen, double ageS) {
    return new Detection(
        seen.objectClass(),
        seen.center(),
        seen.bottomZ(),
        seen.size(),
        seen.score(),
        seen.classConfidence(),
        seen.pointCount(),
        Math.round(ageS * 1e9));
  }

  private static Detection detection(
      ObjectClass objectClass,
      double x,
      double y,
      double yaw,
      double length,
      double width,
      double height,
      int points) {
    return new Detection(
        objectClass,
        new Pose2(x, y, yaw),
        0.0,
        new Size3(length, width, height),
        0.85,
        0.75,
        points,
        0L);
  }

  private Tracks update(int step, Pose3 ego, Detection detection) {
    return update(step, ego, List.of(detection));
  }

  private Tracks update(int step, Pose3 ego, List<Detection> detections) {
    return tracker.update(
        new Detections(step * 100_000_000L, "lidar_top", detections), ego, SENSOR);
  }

  private static Tracks empty() {
    return new Tracks(0L, List.of());
  }

  private static Track only(Tracks tracks) {
    assertThat(tracks.tracks()).hasSize(1);
    return tracks.tracks().get(0);
  }
}
