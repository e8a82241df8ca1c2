package io.camber.jury.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.bus.Envelope;
import io.camber.bus.Origin;
import io.camber.bus.Origins;
import io.camber.geometry.Box2;
import io.camber.geometry.Pose2;
import io.camber.geometry.Pose3;
import io.camber.geometry.Size3;
import io.camber.geometry.Twist2;
import io.camber.geometry.Vec2;
import io.camber.messages.Topics;
import io.camber.motion.Plan;
import io.camber.motion.Trajectory;
import io.camber.motion.TrajectoryPoint;
import io.camber.pose.EgoPose;
import io.camber.pose.PoseStatus;
import io.camber.scene.Detection;
import io.camber.scene.Detections;
import io.camber.scene.Futures;
import io.camber.scene.ObjectClass;
import io.camber.scene.PredictedPath;
import io.camber.scene.PredictedPoint;
import io.camber.scene.Track;
import io.camber.scene.TrackFuture;
import io.camber.scene.Tracks;
import io.camber.vehicle.ControlCommand;
import io.camber.vehicle.DriveMode;
import io.camber.vehicle.VehicleReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** Each check raises its own fault and says nothing to a quiet drive. */
final class ChecksTest {
  private static final long TENTH_NS = 100_000_000L;
  private static final Size3 CAR = new Size3(4.5, 1.8, 1.5);

  @Test
  void twoVersionsThatDisagreeInTheCorridorAreToldApart() {
    TreeMap<Long, Tracks> other = new TreeMap<>();
    other.put(0L, new Tracks(0, List.of(car(5, 20.1, 0.1, 10.0), car(6, 40.0, 0.0, 10.0))));
    VersionCheck check = new VersionCheck(other);
    List<Alarm> alarms = new ArrayList<>();
    Tracks mine = new Tracks(
        10_000_000L,
        List.of(car(1, 20.0, 0.0, 10.0), car(2, 30.0, 1.0, 10.0), car(3, 30.0, 12.0, 10.0)));

    check.onMessage(envelope(Topics.TRACKS.name(), 0), pose(0, 0.0, 0.0, 10.0), alarms::add);
    check.onMessage(envelope(Topics.TRACKS.name(), 0), mine, alarms::add);
    check.onMessage(
        envelope(Topics.TRACKS.name(), 0), new Tracks(900_000_000L, mine.tracks()), alarms::add);

    // mine alone at 30 m, the other's alone at 40 m; far aside or at another time nothing is
    // compared
    assertThat(alarms).extracting(Alarm::subject).containsExactly("track 2", "track 6");
    assertThat(alarms).extracting(Alarm::check).containsOnly("U16");
  }

  @Test
  void aQuietDriveRaisesNothing() {
    List<Alarm> alarms = new ArrayList<>();
    List<Check> checks = Checks.all(Optional.empty());
    for (int i = 0; i < 1000; i++) {
      long now = i * 10_000_000L;
      double x = 20.0 + 0.1 * i;
      List<Object> values = new ArrayList<>(
          List.of(new VehicleReport(now, 10.0, 0.0, 0.0, true), pose(now, x, 0.0, 10.0)));
      if (i % 10 == 0) {
        values.add(
            new Tracks(now, List.of(car(1, x + 30.0, 0.0, 10.0), car(2, x + 15.0, 4.0, 10.0))));
        values.add(futures(now, 1, x + 30.0, 10.0));
        values.add(plan(now, x, 0.0));
      }
      values.add(new ControlCommand(now, 0.001 * (i % 3), 0.1, DriveMode.NOMINAL));
      for (Object value : values) {
        checks.forEach(check -> check.onMessage(envelope(topicOf(value), now), value, alarms::add));
      }
    }

    assertThat(alarms).isEmpty();
  }

  @Test
  void aBicycleOfFiftyMetresIsABug() {
    Track bicycle = track(3, ObjectClass.BICYCLE, new Size3(50.0, 0.8, 1.6), 10.0, 0.0, 4.0, 0.0);

    List<Alarm> alarms = tracks(new SizeCheck(), i -> List.of(bicycle), 1);

    assertThat(alarms).hasSize(1);
    assertThat(alarms.get(0).severity()).isEqualTo(1.0);
    assertThat(alarms.get(0).detail()).isEqualTo("a bicycle of 50.0 by 0.8 m");
  }

  @Test
  void aWalkerAtTwentyMetresASecondAndACarThatSlidesAreRaised() {
    Track walker = track(1, ObjectClass.PEDESTRIAN, new Size3(0.5, 0.5, 1.8), 10.0, 0.0, 20.0, 0.0);
    Track sliding = track(2, ObjectClass.CAR, CAR, 30.0, 0.0, 10.0, Math.PI / 2.0);

    List<Alarm> alarms = tracks(new MotionCheck(), i -> List.of(walker, sliding), 1);

    assertThat(alarms)
        .extracting(Alarm::detail)
        .containsExactly("a pedestrian at 20.0 m/s", "a car slides by 90 degrees");
  }

  @Test
  void aTrackThatComesBackUnderAnotherNumberFlickers() {
    List<Alarm> alarms = tracks(
        new FlickerCheck(),
        i -> i < 10
            ? List.of(car(1, i, 0.0, 10.0))
            : i < 14 ? List.of() : List.of(car(2, i, 0.0, 10.0)),
        30);

    assertThat(alarms).hasSize(1);
    assertThat(alarms.get(0).detail())
        .isEqualTo("track 1 was lost and comes back as 2 after 0.4 s");
  }

  @Test
  void whoFlickersFarAwayIsNotRaised() {
    FlickerCheck check = new FlickerCheck();
    check.onMessage(envelope(Topics.EGO_POSE.name(), 0), pose(0, -70.0, 0.0, 0.0), alarm -> {});
    List<Alarm> alarms = tracks(
        check,
        i -> i < 10
            ? List.of(car(1, 0.0, 0.0, 0.0))
            : i < 14 ? List.of() : List.of(car(2, 0.0, 0.0, 0.0)),
        30);

    assertThat(alarms).isEmpty();
  }

  @Test
  void whoVanishesInPlainViewIsRaisedAndWhoWasHiddenIsNot() {
    AppearanceCheck check = new AppearanceCheck();
    check.onMessage(envelope(Topics.EGO_POSE.name(), 0), pose(0, 0.0, 0.0, 0.0), alarm -> {});
    List<Alarm> alarms = tracks(
        check,
        i -> i < 40
            ? List.of(car(1, 15.0, 0.0, 0.0), car(2, 25.0, 0.5, 0.0), car(3, 10.0, 20.0, 0.0))
            : List.of(car(1, 15.0, 0.0, 0.0)),
        60);

    // track 2 stands behind track 1; track 3 stands alone
    assertThat(alarms).extracting(Alarm::subject).containsExactly("track 3");
  }

  @Test
  void aCarThatBecomesABicycleChangesWhatItIs() {
    List<Alarm> alarms = tracks(
        new IdentityCheck(),
        i -> List.of(
            track(1, i % 2 == 0 ? ObjectClass.CAR : ObjectClass.BICYCLE, CAR, 10.0, 0.0, 5.0, 0.0)),
        4);

    assertThat(alarms).hasSize(3);
    assertThat(alarms.get(0).detail()).isEqualTo("a car becomes a bicycle");
  }

  @Test
  void boxesShareWhatTheirAreasSay() {
    Box2 box = new Box2(new Pose2(0, 0, 0.3), 4.0, 2.0);
    Vec2 aside = box.center().apply(new Vec2(2.0, 0.0));

    assertThat(BoxOverlap.share(box, box)).isCloseTo(1.0, within(1e-9));
    // shifted by half its length: 4 shared of 12
    assertThat(BoxOverlap.share(box, new Box2(new Pose2(aside.x(), aside.y(), 0.3), 4.0, 2.0)))
        .isCloseTo(1.0 / 3.0, within(1e-9));
    // a square turned by 45 degrees in one of equal size: the octagon
    Box2 square = new Box2(Pose2.IDENTITY, 2.0, 2.0);
    double octagon = 8.0 * (Math.sqrt(2.0) - 1.0);
    assertThat(BoxOverlap.share(square, new Box2(new Pose2(0, 0, Math.PI / 4.0), 2.0, 2.0)))
        .isCloseTo(octagon / (8.0 - octagon), within(1e-9));
  }

  @Test
  void twoTracksInOnePlaceAreOneTooMany() {
    List<Alarm> alarms =
        tracks(new OverlapCheck(), i -> List.of(car(1, 10.0, 0.0, 5.0), car(2, 11.0, 0.2, 5.0)), 1);

    assertThat(alarms).hasSize(1);
    assertThat(alarms.get(0).subject()).isEqualTo("tracks 1 and 2");
  }

  @Test
  void aCarOfThreePointsAtTenMetresHasTooFewLookAfterLook() {
    PointSupportCheck check = new PointSupportCheck();
    List<Alarm> alarms = new ArrayList<>();
    Detection full = detectedCar(10.0, 5.0, 300);
    for (int i = 0; i < 3; i++) {
      show(check, i, List.of(detectedCar(10.0, 0.0, 3), full), alarms);
      assertThat(alarms).as("look " + i).hasSize(i / 2);
    }

    assertThat(alarms.get(0).detail()).startsWith("a car with 3 points");
    assertThat(alarms.get(0).severity()).isEqualTo(1.0);
  }

  @Test
  void threeThinLooksInThreePlacesOrFarApartInTimeAreNoCar() {
    PointSupportCheck check = new PointSupportCheck();
    List<Alarm> alarms = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      show(check, i, List.of(detectedCar(10.0, 5.0 * i, 3)), alarms);
      show(check, 20 + 10 * i, List.of(detectedCar(10.0, 0.0, 3)), alarms);
    }

    assertThat(alarms).isEmpty();
  }

  private static Detection detectedCar(double x, double y, int points) {
    return new Detection(ObjectClass.CAR, new Pose2(x, y, 0.0), 0.0, CAR, 0.9, 0.9, points, 0);
  }

  private static void show(Check check, int look, List<Detection> seen, List<Alarm> alarms) {
    check.onMessage(
        envelope(Topics.DETECTIONS.name(), look * TENTH_NS),
        new Detections(look * TENTH_NS, "lidar_top", seen),
        alarms::add);
  }

  @Test
  void aCarThatStopsAlthoughEveryFutureDroveOnWasForeseenWrongly() {
    ForecastCheck check = new ForecastCheck();
    List<Alarm> alarms = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      long now = i * TENTH_NS;
      double x = i < 15 ? i : 15.0;
      check.onMessage(
          envelope(Topics.TRACKS.name(), now),
          new Tracks(now, List.of(car(1, x, 0.0, 0.0))),
          alarms::add);
      check.onMessage(envelope(Topics.FUTURES.name(), now), futures(now, 1, x, 10.0), alarms::add);
    }

    assertThat(alarms).isNotEmpty();
    assertThat(alarms.get(alarms.size() - 1).detail()).startsWith("is 30.0 m from every future");
  }

  @Test
  void whoHasJustAppearedOrHasNoClassIsForeseenByNobody() {
    ForecastCheck check = new ForecastCheck();
    List<Alarm> alarms = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      long now = i * TENTH_NS;
      Track thing = track(2, ObjectClass.UNKNOWN, CAR, 2.0 * i, 9.0, 20.0, 0.0);
      check.onMessage(
          envelope(Topics.TRACKS.name(), now),
          new Tracks(now, List.of(car(1, 2.0 * i, 0.0, 20.0), thing)),
          alarms::add);
      // both are taken for standing, the car for its first three looks
      int id = i < 3 ? 1 : 2;
      check.onMessage(
          envelope(Topics.FUTURES.name(), now), futures(now, id, 2.0 * i, 0.0), alarms::add);
    }

    assertThat(alarms).isEmpty();
  }

  @Test
  void aPoseThatJumpsOrDriftsFromTheWheelsIsRaised() {
    assertThat(poses(i -> i < 200 ? 0.1 * i : 0.1 * i + 1.0))
        .extracting(Alarm::detail)
        .contains("the pose jumps by 1.1 m");
    // the wheels say 10 m/s, the pose moves at 15
    assertThat(poses(i -> 0.15 * i))
        .extracting(Alarm::detail)
        .contains("moved 30.2 m in 2 s, the wheels 20.1 m");
    assertThat(poses(i -> 0.1 * i)).isEmpty();
  }

  @Test
  void aPlanThatMovesAsideIsRaised() {
    PlanCheck check = new PlanCheck();
    List<Alarm> alarms = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      check.onMessage(
          envelope(Topics.PLAN.name(), i * TENTH_NS),
          plan(i * TENTH_NS, i, 2.0 * (i % 2)),
          alarms::add);
    }

    assertThat(alarms).hasSize(2);
    assertThat(alarms.get(0).detail()).isEqualTo("the plan moves 2.0 m aside");
  }

  @Test
  void aPlanThatBrakesInABendStaysOnItsWay() {
    PlanCheck check = new PlanCheck();
    List<Alarm> alarms = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      long now = i * TENTH_NS;
      check.onMessage(
          envelope(Topics.PLAN.name(), now), bend(now, i % 2 == 0 ? 10.0 : 3.0), alarms::add);
    }

    assertThat(alarms).isEmpty();
  }

  /** On a circle of 40 m, always from the same place. */
  private static Plan bend(long timeNs, double speedMps) {
    List<TrajectoryPoint> points = new ArrayList<>();
    for (int i = 0; i <= 50; i++) {
      double yaw = speedMps * 0.1 * i / 40.0;
      points.add(new TrajectoryPoint(
          timeNs + i * TENTH_NS,
          40.0 * Math.sin(yaw),
          40.0 * (1.0 - Math.cos(yaw)),
          yaw,
          1.0 / 40.0,
          speedMps,
          0.0));
    }
    return new Plan(timeNs, new Trajectory(points), Trajectory.EMPTY, List.of(), List.of());
  }

  @Test
  void steeringThatSwingsTwiceASecondOscillates() {
    ControlCheck check = new ControlCheck();
    List<Alarm> alarms = new ArrayList<>();
    check.onMessage(
        envelope(Topics.VEHICLE_REPORT.name(), 0),
        new VehicleReport(0, 10.0, 0.0, 0.0, true),
        alarms::add);
    for (int i = 0; i < 400; i++) {
      double angle = 0.05 * StrictMath.sin(2.0 * Math.PI * 2.0 * i * 0.01);
      check.onMessage(
          envelope(Topics.CONTROL_COMMAND.name(), i * 10_000_000L),
          new ControlCommand(i * 10_000_000L, angle, 0.0, DriveMode.NOMINAL),
          alarms::add);
    }

    assertThat(alarms).isNotEmpty();
    assertThat(alarms).extracting(Alarm::kind).containsOnly("oscillation");
  }

  @Test
  void timeThatStandsStillOrGoesBackIsRaised() {
    TimeCheck check = new TimeCheck();
    List<Alarm> alarms = new ArrayList<>();
    String topic = Topics.TRACKS.name();
    check.onMessage(new Envelope(topic, "n", 0, TENTH_NS, TENTH_NS, Origins.NONE), "", alarms::add);
    check.onMessage(new Envelope(topic, "n", 1, 2 * TENTH_NS, 0, Origins.NONE), "", alarms::add);
    check.onMessage(
        new Envelope(topic, "n", 2, 6 * TENTH_NS, 6 * TENTH_NS, Origins.NONE), "", alarms::add);
    check.onMessage(
        new Envelope(topic, "n", 3, 7 * TENTH_NS, 8 * TENTH_NS, Origins.NONE), "", alarms::add);
    Origins old = Origins.of(new Origin(Topics.LIDAR_SWEEP.name(), 0, 0));
    check.onMessage(
        new Envelope(Topics.ACTUATION.name(), "n", 0, 6 * TENTH_NS, 6 * TENTH_NS, old),
        "",
        alarms::add);

    assertThat(alarms)
        .extracting(Alarm::detail)
        .containsExactly(
            "its stamp goes backwards",
            "nothing for 400 ms",
            "its stamp lies in the future",
            "acts on /sensor/lidar/top/sweep of 600 ms ago");
  }

  @Test
  void posesThatOthersRecordedTenTimesASecondAreSilentOnlyWhenTheyStop() {
    List<Alarm> alarms = new ArrayList<>();
    TimeCheck check = new TimeCheck();
    for (int i = 0; i < 40; i++) {
      long now = (i < 30 ? i : i + 5) * TENTH_NS;
      check.onMessage(envelope(Topics.EGO_POSE.name(), now), "", alarms::add);
    }

    assertThat(alarms).extracting(Alarm::detail).containsExactly("nothing for 600 ms");
  }

  @Test
  void aTopicThatComesSlowerFromTheMiddleOnIsRaisedEveryTime() {
    List<Alarm> alarms = new ArrayList<>();
    TimeCheck check = new TimeCheck();
    long now = 0;
    for (int i = 0; i < 60; i++) {
      now += i < 30 ? 10_000_000L : TENTH_NS;
      check.onMessage(envelope(Topics.EGO_POSE.name(), now), "", alarms::add);
    }

    assertThat(alarms).hasSize(30);
    assertThat(alarms.get(29).detail()).isEqualTo("nothing for 100 ms");
  }

  private static List<Alarm> poses(IntFunction<Double> x) {
    PoseCheck check = new PoseCheck();
    List<Alarm> alarms = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      long now = i * 10_000_000L;
      check.onMessage(
          envelope(Topics.VEHICLE_REPORT.name(), now),
          new VehicleReport(now, 10.0, 0.0, 0.0, true),
          alarms::add);
      check.onMessage(
          envelope(Topics.EGO_POSE.name(), now), pose(now, x.apply(i), 0.0, 10.0), alarms::add);
    }
    return alarms;
  }

  private static List<Alarm> tracks(Check check, IntFunction<List<Track>> tracks, int messages) {
    List<Alarm> alarms = new ArrayList<>();
    for (int i = 0; i < messages; i++) {
      Tracks value = new Tracks(i * TENTH_NS, tracks.apply(i));
      check.onMessage(envelope(Topics.TRACKS.name(), i * TENTH_NS), value, alarms::add);
    }
    return alarms;
  }

  private static Track car(int id, double x, double y, double speedMps) {
    return track(id, ObjectClass.CAR, CAR, x, y, speedMps, 0.0);
  }

  private static Track track(
      int id,
      ObjectClass objectClass,
      Size3 size,
      double x,
      double y,
      double speed,
      double course) {
    return new Track(
        id,
        objectClass,
        0.9,
        new Pose2(x, y, 0.0),
        0.0,
        size,
        new Vec2(speed * StrictMath.cos(course), speed * StrictMath.sin(course)),
        0.0,
        0.0,
        1.0,
        0.1,
        0.1,
        1_000_000_000L,
        0);
  }

  private static EgoPose pose(long timeNs, double x, double y, double speedMps) {
    return new EgoPose(
        timeNs,
        Pose3.of(new Pose2(x, y, 0.0)),
        new Twist2(speedMps, 0.0, 0.0),
        0.0,
        0.1,
        0.1,
        0.01,
        0.0,
        1.0,
        PoseStatus.TRACKING);
  }

  private static Futures futures(long timeNs, int id, double x, double speedMps) {
    List<PredictedPoint> points = new ArrayList<>();
    for (int i = 1; i <= 10; i++) {
      points.add(new PredictedPoint(0.5 * i, x + 0.5 * i * speedMps, 0.0, 0.0, speedMps, 0.5));
    }
    return new Futures(
        timeNs, List.of(new TrackFuture(id, List.of(new PredictedPath("lane", 1.0, points)))));
  }

  private static Plan plan(long timeNs, double x, double y) {
    List<TrajectoryPoint> points = new ArrayList<>();
    for (int i = 0; i <= 50; i++) {
      points.add(new TrajectoryPoint(timeNs + i * TENTH_NS, x + i, y, 0.0, 0.0, 10.0, 0.0));
    }
    return new Plan(timeNs, new Trajectory(points), Trajectory.EMPTY, List.of(), List.of());
  }

  private static String topicOf(Object value) {
    return Topics.all().stream()
        .filter(topic -> topic.type().isInstance(value))
        .findFirst()
        .orElseThrow()
        .name();
  }

  private static Envelope envelope(String topic, long timeNs) {
    return new Envelope(topic, "node", 0, timeNs, timeNs, Origins.NONE);
  }
}
