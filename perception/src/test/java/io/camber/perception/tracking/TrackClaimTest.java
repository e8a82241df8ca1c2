package io.camber.perception.tracking;

import static io.camber.perception.tracking.TrackerStage.STILL;
import static io.camber.perception.tracking.TrackerStage.empty;
import static io.camber.perception.tracking.TrackerStage.only;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.camber.scene.Detection;
import io.camber.scene.ObjectClass;
import io.camber.scene.Track;
import io.camber.scene.Tracks;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What detections do that are no more than claims: they go on with what was known, for a while, and are nothing new. */
final class TrackClaimTest {
  private final TrackerStage stage = new TrackerStage();

  private static Detection claim(Detection seen) {
    return new Detection(
        seen.objectClass(),
        seen.center(),
        seen.bottomZ(),
        seen.size(),
        0.15,
        seen.classConfidence(),
        seen.pointCount(),
        seen.ageNs());
  }

  @Test
  void ofAPersonBeginNoTrack() {
    for (int k = 0; k < 20; k++) {
      assertThat(stage.update(k, STILL, claim(stage.person(15.0, 2.0))).tracks())
          .isEmpty();
    }
  }

  @Test
  void ofAVehicleBeginATrackWhereTheyStayPut() {
    for (int k = 0; k < 40; k++) {
      Tracks tracks = stage.update(k, STILL, claim(stage.car(15.0, 5.0, 0.0, 4.5, 1.8)));
      assertThat(tracks.tracks()).as("look " + k).hasSize(k < 9 ? 0 : 1);
      if (k > 12) {
        assertThat(only(tracks).speedMps()).isZero();
      }
    }
  }

  @Test
  void ofAVehicleThatWanderBeginNone() {
    for (int k = 0; k < 60; k++) {
      double x = 15.0 + 1.5 * (k % 7);
      assertThat(stage.update(k, STILL, claim(stage.car(x, 5.0, 0.0, 4.5, 1.8))).tracks())
          .as("look " + k)
          .isEmpty();
    }
  }

  @Test
  void ofAVehicleThatSlideBeginNone() {
    for (int k = 0; k < 60; k++) {
      double x = 15.0 + 0.15 * k;
      assertThat(stage.update(k, STILL, claim(stage.car(x, 5.0, 0.0, 4.5, 1.8))).tracks())
          .as("look " + k)
          .isEmpty();
    }
  }

  @Test
  void ofACarAndATruckByTurnsAreOfNoneForTwiceAsLong() {
    for (int k = 0; k < 18; k++) {
      Detection car = stage.car(15.0, 5.0, 0.0, 4.5, 1.8);
      Detection truck =
          TrackerStage.detection(ObjectClass.TRUCK, 15.0, 5.0, 0.0, 7.0, 2.4, 3.0, 60);
      assertThat(stage.update(k, STILL, claim(k % 2 == 0 ? car : truck)).tracks())
          .as("look " + k)
          .isEmpty();
    }
  }

  @Test
  void beginATrackAtTheirMeanThatStandsAndIsNeverSure() {
    Tracks tracks = empty();
    for (int k = 0; k < 10; k++) {
      double off = k == 9 ? 0.8 : 0.0;
      Detection car =
          TrackerStage.detection(ObjectClass.CAR, 15.0 + off, 5.0, 0.0, 4.5, 1.8, 1.5, 60);
      tracks = stage.update(k, STILL, claim(car));
    }

    assertThat(only(tracks).center().x()).isCloseTo(15.08, within(1e-6));
    assertThat(only(tracks).speedMps()).isZero();
    assertThat(only(tracks).velocityStdMps()).isLessThan(0.6);
    for (int k = 10; k < 50; k++) {
      tracks = stage.update(k, STILL, claim(stage.car(15.0, 5.0, 0.0, 4.5, 1.8)));
      assertThat(only(tracks).existence()).isLessThanOrEqualTo(0.8);
    }
    for (int k = 50; k < 60; k++) {
      tracks = stage.update(k, STILL, stage.car(15.0, 5.0, 0.0, 4.5, 1.8));
    }
    assertThat(only(tracks).existence()).isGreaterThan(0.9);
  }

  @Test
  void ofLooksThatAreOlderThanTheirFrameBeginATrackThatStaysInItsPlace() {
    for (double ageS : new double[] {0.02, 0.05, 0.076, 0.1}) {
      TrackerStage aged = new TrackerStage();
      for (int k = 0; k < 60; k++) {
        Detection seen = claim(aged.car(15.0, 5.0, 0.0, 4.5, 1.8));
        boolean isMissed = k > 10 && k % 4 == 0;
        List<Detection> looks = isMissed ? List.of() : List.of(TrackerStage.aged(seen, ageS));
        Tracks tracks = aged.update(k, STILL, looks);
        if (k >= 9) {
          Track track = only(tracks);
          assertThat(track.center().x()).as("look " + k).isCloseTo(15.0, within(0.2));
          assertThat(track.center().y()).as("look " + k).isCloseTo(5.0, within(0.2));
          assertThat(track.velocityStdMps()).as("look " + k).isLessThan(2.0);
        }
      }
    }
  }

  @Test
  void aloneKeepATrackAsLongAsTheyStayPutAndForFiveSecondsWhereTheyDoNot() {
    TreeSet<Integer> ids = new TreeSet<>();
    for (int k = 0; k < 120; k++) {
      Tracks tracks = stage.update(k, STILL, claim(stage.car(15.0, 5.0, 0.0, 4.5, 1.8)));
      tracks.tracks().forEach(track -> ids.add(track.id()));
      assertThat(tracks.tracks()).as("look " + k).hasSize(k < 9 ? 0 : 1);
    }
    assertThat(ids).hasSize(1);

    Tracks tracks = empty();
    for (int k = 120; k < 185; k++) {
      double x = k % 2 == 0 ? 14.3 : 15.7;
      Detection claimed = claim(stage.car(x, 5.0, 0.0, 4.5, 1.8));
      // one of each place now and then: nine in a row never
      boolean isPause = k % 12 > 6;
      tracks = stage.update(k, STILL, isPause ? List.of() : List.of(claimed));
    }
    assertThat(tracks.tracks()).isEmpty();
  }

  /** Claims that go on with the track prove it, not only those that it is refused. */
  @Test
  void keepATrackOfWhichEveryThirdLookIsMissed() {
    TreeSet<Integer> ids = new TreeSet<>();
    for (int k = 0; k < 150; k++) {
      Detection claimed = claim(stage.car(15.0, 5.0, 0.0, 4.5, 1.8));
      Tracks tracks = stage.update(k, STILL, k % 3 == 2 ? List.of() : List.of(claimed));
      tracks.tracks().forEach(track -> ids.add(track.id()));
      assertThat(tracks.tracks()).as("look " + k).hasSize(k < 13 ? 0 : 1);
    }

    assertThat(ids).hasSize(1);
  }

  @Test
  void besideATrackedVehicleAreOfIt() {
    for (int k = 0; k < 40; k++) {
      Detection car = stage.car(15.0, 5.0, 0.0, 4.5, 1.8);
      Tracks tracks =
          stage.update(k, STILL, List.of(car, claim(stage.car(15.5, 5.6, 0.0, 3.0, 1.5))));
      assertThat(tracks.tracks()).hasSizeLessThan(2);
    }
  }

  @Test
  void farAsideMoveNobodyWhoStands() {
    for (int k = 0; k < 30; k++) {
      stage.update(k, STILL, stage.car(15.0, 4.0, 0.0, 4.5, 1.8));
    }
    Tracks tracks = empty();
    for (int k = 30; k < 34; k++) {
      tracks = stage.update(k, STILL, claim(stage.car(18.0, 6.5, 1.2, 3.4, 1.9)));
    }

    assertThat(only(tracks).speedMps()).isZero();
    assertThat(only(tracks).center().x()).isBetween(14.8, 15.2);
  }

  @Test
  void ofSomebodyWhoWalksIntoATreeAndOutOfItAreOfTheSame() {
    int id = 0;
    Tracks tracks = empty();
    for (int k = 0; k < 60; k++) {
      Detection person = stage.person(15.0 + 0.13 * k, 5.0);
      boolean isInside = k >= 34 && k < 43;
      Detection shown = k < 30 || k >= 49 ? person : claim(person);
      tracks = isInside ? stage.update(k, STILL, List.of()) : stage.update(k, STILL, shown);
      id = k == 29 ? only(tracks).id() : id;
    }

    assertThat(only(tracks).id()).isEqualTo(id);
  }

  @Test
  void nobodyIsWaitedForInATreeForMoreThanASecond() {
    assertThat(coastedLooks(ObjectClass.PEDESTRIAN, 1.3)).isBetween(8, 10);
  }

  /** The trunk is claimed in every look; for 0.7 s nothing else is. */
  @Test
  void ofATrunkAreNotOfWhoeverWalksPastIt() {
    int id = 0;
    for (int k = 0; k < 60; k++) {
      double x = 12.0 + 0.13 * k;
      Detection trunk = claim(stage.person(16.0, 5.6));
      Detection person = stage.person(x, 5.0);
      boolean isHidden = k >= 30 && k < 37;
      List<Detection> seen =
          isHidden ? List.of(trunk) : List.of(k < 26 ? person : claim(person), trunk);
      Tracks tracks = stage.update(k, STILL, seen);
      id = k == 29 ? only(tracks).id() : id;
      if (k >= 29) {
        assertThat(only(tracks).id()).as("look " + k).isEqualTo(id);
        assertThat(only(tracks).center().x()).as("look " + k).isCloseTo(x, within(0.45));
      }
    }
  }

  @Test
  void whoRidesOrRunsPastATreeIsNotTakenToBeInIt() {
    assertThat(coastedLooks(ObjectClass.BICYCLE, 4.0)).isLessThan(8);
    assertThat(coastedLooks(ObjectClass.PEDESTRIAN, 3.5)).isLessThan(8);
  }

  /** How many looks without any sighting a track survives after four claims. */
  private int coastedLooks(ObjectClass objectClass, double speedMps) {
    double length = objectClass == ObjectClass.BICYCLE ? 1.8 : 0.5;
    for (int k = 0; k < 70; k++) {
      double x = 12.0 + 0.1 * speedMps * k;
      Detection seen = TrackerStage.detection(objectClass, x, 5.0, 0.0, length, 0.5, 1.75, 30);
      Tracks tracks = stage.update(
          k, STILL, k < 30 ? List.of(seen) : k < 34 ? List.of(claim(seen)) : List.of());
      if (k >= 34 && tracks.tracks().isEmpty()) {
        return k - 34;
      }
    }
    return 70;
  }

  @Test
  void goOnForFiveSecondsWithWhoWalkedAndThenStops() {
    int id = 0;
    Tracks tracks = empty();
    for (int k = 0; k < 140; k++) {
      Detection person = stage.person(10.0 + 0.13 * Math.min(k, 60), 5.0);
      tracks = stage.update(k, STILL, k < 30 ? person : claim(person));
      id = k == 29 ? only(tracks).id() : id;
      if (k >= 29 && k < 109) {
        assertThat(only(tracks).id()).as("look " + k).isEqualTo(id);
      }
    }

    assertThat(tracks.tracks()).isEmpty();
  }

  @Test
  void doNotGoOnWithATrackThatHasJustBegun() {
    Tracks tracks = empty();
    for (int k = 0; k < 12; k++) {
      Detection person = stage.person(15.0, 2.0);
      tracks = stage.update(k, STILL, k < 3 ? person : claim(person));
    }

    assertThat(tracks.tracks()).isEmpty();
  }

  @Test
  void goOnWithAPersonForTwoSeconds() {
    for (int k = 0; k < 10; k++) {
      stage.update(k, STILL, stage.person(15.0, 2.0));
    }
    for (int k = 10; k < 30; k++) {
      Tracks tracks = stage.update(k, STILL, claim(stage.person(15.0, 2.0)));
      assertThat(only(tracks).coastedNs()).as("look " + k).isZero();
    }
    Tracks tracks = empty();
    for (int k = 30; k < 42; k++) {
      tracks = stage.update(k, STILL, claim(stage.person(15.0, 2.0)));
    }

    assertThat(tracks.tracks()).isEmpty();
  }

  @Test
  void goOnWithAParkedCarForAsLongAsTheyCome() {
    for (int k = 0; k < 10; k++) {
      stage.update(k, STILL, stage.car(15.0, 4.0, 0.0, 4.5, 1.8));
    }
    for (int k = 10; k < 80; k++) {
      Tracks tracks = stage.update(k, STILL, claim(stage.car(15.0, 4.0, 0.0, 4.5, 1.8)));
      assertThat(only(tracks).coastedNs()).as("look " + k).isZero();
    }
  }

  @Test
  void aClearPersonSeenAgainIsTheSame() {
    int id = 0;
    for (int k = 0; k < 40; k++) {
      Detection person = stage.person(15.0, 2.0);
      Tracks tracks = stage.update(k, STILL, List.of(k % 10 < 5 ? person : claim(person)));
      if (k > 2) {
        id = id == 0 ? only(tracks).id() : id;
        assertThat(only(tracks).id()).isEqualTo(id);
      }
    }
  }

  @Test
  void mayNotBeTakenForSightings() {
    assertThatThrownBy(() -> TrackerConfig.DEFAULT.with(14.0, 0.15))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("strongScore");
  }
}
