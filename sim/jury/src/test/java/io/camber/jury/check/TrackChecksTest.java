package io.camber.jury.check;

import static io.camber.jury.check.Shown.CAR;
import static io.camber.jury.check.Shown.TENTH_NS;
import static io.camber.jury.check.Shown.car;
import static io.camber.jury.check.Shown.envelope;
import static io.camber.jury.check.Shown.pose;
import static io.camber.jury.check.Shown.track;
import static io.camber.jury.check.Shown.tracks;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.evaluation.matching.BoxOverlap;
import io.camber.geometry.Box2;
import io.camber.geometry.Pose2;
import io.camber.geometry.Size3;
import io.camber.geometry.Vec2;
import io.camber.messages.Topics;
import io.camber.scene.Detection;
import io.camber.scene.Detections;
import io.camber.scene.ObjectClass;
import io.camber.scene.Track;
import io.camber.scene.Tracks;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is wrong with tracks and detections is raised, what is not is not. */
final class TrackChecksTest {
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
        new PresenceCheck(),
        i -> i < 10
            ? List.of(car(1, i, 0.0, 10.0))
            : i < 14 ? List.of() : List.of(car(2, i, 0.0, 10.0)),
        30);

    assertThat(alarms).hasSize(1);
    assertThat(alarms.get(0).detail())
        .isEqualTo("track 1 was lost and comes back as 2 after 0.4 s");
  }

  @Test
  void whoFlickersFarAwayIsRaisedOnlyWhereTheEgoWillSoonBe() {
    assertThat(flickeringSeventyMetresAhead(0.0)).isEmpty();
    assertThat(flickeringSeventyMetresAhead(20.0)).hasSize(1);
  }

  private static List<Alarm> flickeringSeventyMetresAhead(double egoMps) {
    PresenceCheck check = new PresenceCheck();
    check.onMessage(envelope(Topics.EGO_POSE.name(), 0), pose(0, -70.0, 0.0, egoMps), alarm -> {});
    return tracks(
        check,
        i -> i < 10
            ? List.of(car(1, 0.0, 0.0, 0.0))
            : i < 14 ? List.of() : List.of(car(2, 0.0, 0.0, 0.0)),
        30);
  }

  @Test
  void whoVanishesInPlainViewIsRaisedAndWhoWasHiddenIsNot() {
    PresenceCheck check = new PresenceCheck();
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
  void aPhantomThatDrivesBesideTheEgoHasTooFewPointsAsWell() {
    PointSupportCheck check = new PointSupportCheck();
    List<Alarm> alarms = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      check.onMessage(
          envelope(Topics.EGO_POSE.name(), i * TENTH_NS),
          pose(i * TENTH_NS, 2.5 * i, 0.0, 25.0),
          alarms::add);
      show(check, i, List.of(detectedCar(10.0, 0.0, 3)), alarms);
    }

    assertThat(alarms).hasSize(1);
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

  @Test
  void aCarBehindAnotherMayHaveFewPoints() {
    PointSupportCheck check = new PointSupportCheck();
    List<Alarm> alarms = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      show(check, i, List.of(detectedCar(16.0, 1.0, 3), detectedCar(8.0, 0.0, 300)), alarms);
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
}
