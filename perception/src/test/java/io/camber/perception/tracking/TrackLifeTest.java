package io.camber.perception.tracking;

import static io.camber.perception.tracking.TrackerStage.STEP_S;
import static io.camber.perception.tracking.TrackerStage.STILL;
import static io.camber.perception.tracking.TrackerStage.detection;
import static io.camber.perception.tracking.TrackerStage.empty;
import static io.camber.perception.tracking.TrackerStage.only;
import static io.camber.perception.tracking.TrackerStage.trackAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.scene.Detection;
import io.camber.scene.ObjectClass;
import io.camber.scene.Track;
import io.camber.scene.Tracks;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Which tracks there are, for how long, and what they are called. */
class TrackLifeTest {
  private final TrackerStage stage = new TrackerStage();

  @Test
  void confirmsWithinThreeTenthsOfASecondAndNotOnOneHit() {
    assertThat(stage.update(0, STILL, stage.car(20.0, 0.0, 0.0, 4.5, 1.8)).tracks())
        .isEmpty();
    assertThat(stage.update(1, STILL, stage.car(20.5, 0.0, 0.0, 4.5, 1.8)).tracks())
        .hasSize(1);
    assertThat(only(stage.update(2, STILL, stage.car(21.0, 0.0, 0.0, 4.5, 1.8))).ageNs())
        .isEqualTo(200_000_000L);
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
      Tracks tracks = stage.update(k, STILL, seen);
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
      stage.update(k, STILL, stage.car(20.0, 0.0, 0.0, 4.5, 1.8));
    }
    assertThat(stage.update(11, STILL, List.of()).tracks()).hasSize(1);
    assertThat(stage.update(16, STILL, List.of()).tracks()).isEmpty();
  }

  @Test
  void aPersonBesideACarJustSeenIsNotTakenForIt() {
    stage.update(0, STILL, stage.car(25.0, 0.0, 0.0, 4.5, 1.8));
    Tracks tracks = empty();
    for (int k = 2; k < 6; k++) {
      tracks = stage.update(k, STILL, stage.person(21.3, 0.8));
    }

    assertThat(trackAt(tracks, 21.3, 0.8).objectClass()).isEqualTo(ObjectClass.PEDESTRIAN);
    assertThat(trackAt(tracks, 21.3, 0.8).speedMps()).isLessThan(2.0);
  }

  @Test
  void aTrackThatHasJustBegunDoesNotTakeTheSightingOfASettledOne() {
    Tracks tracks = empty();
    for (int k = 0; k < 12; k++) {
      double x = 20.0 + 1.2 * k;
      List<Detection> seen = new ArrayList<>();
      if (k == 10) {
        // a piece of its rear, seen once
        seen.add(detection(ObjectClass.CAR, x - 1.9, -0.4, 0.0, 1.4, 0.8, 1.2, 12));
      }
      seen.add(detection(ObjectClass.CAR, x, 0.25 * (k == 11 ? 1 : 0), 0.0, 4.5, 1.8, 1.5, 60));
      tracks = stage.update(k, STILL, seen);
    }

    Track car = trackAt(tracks, 33.2, 0.0);
    assertThat(car.id()).isEqualTo(1);
    assertThat(car.coastedNs()).isZero();
  }

  @Test
  void whatShowsAtTheFlankOfAMovingCarIsAPieceOfIt() {
    for (int k = 0; k < 25; k++) {
      double x = 20.0 + 1.2 * k;
      List<Detection> seen = new ArrayList<>(List.of(stage.car(x, 0.0, 0.0, 4.5, 1.8)));
      if (k >= 15) {
        seen.add(detection(ObjectClass.PEDESTRIAN, x - 0.5, 0.85, 0.0, 0.5, 0.5, 1.3, 12));
      }
      Tracks tracks = stage.update(k, STILL, seen);
      if (k > 3) {
        assertThat(only(tracks).objectClass()).isEqualTo(ObjectClass.CAR);
      }
    }
  }

  @Test
  void whoStandsBesideAParkedCarIsSeen() {
    Tracks tracks = empty();
    for (int k = 0; k < 25; k++) {
      List<Detection> seen = new ArrayList<>(List.of(stage.car(20.0, 0.0, 0.0, 4.5, 1.8)));
      if (k >= 15) {
        seen.add(stage.person(19.5, 1.15));
      }
      tracks = stage.update(k, STILL, seen);
    }

    assertThat(trackAt(tracks, 19.5, 1.15).objectClass()).isEqualTo(ObjectClass.PEDESTRIAN);
  }

  @Test
  void doesNotSwapTwoPeopleWhoMeet() {
    int first = -1;
    for (int k = 0; k < 50; k++) {
      double t = k * STEP_S;
      Tracks tracks = stage.update(
          k, STILL, List.of(stage.person(12.0, -3.5 + 1.4 * t), stage.person(13.2, 3.5 - 1.4 * t)));
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
  void neverReusesAnIdAndIgnoresOldFrames() {
    for (int k = 0; k < 3; k++) {
      stage.update(k, STILL, stage.car(20.0, 0.0, 0.0, 4.5, 1.8));
    }
    int before =
        only(stage.update(3, STILL, stage.car(20.0, 0.0, 0.0, 4.5, 1.8))).id();
    Tracks same = stage.update(1, STILL, stage.car(60.0, 0.0, 0.0, 4.5, 1.8));
    for (int k = 60; k < 63; k++) {
      stage.update(k, STILL, stage.car(20.0, 0.0, 0.0, 4.5, 1.8));
    }

    assertThat(same.timeNs()).isEqualTo(300_000_000L);
    assertThat(
            only(stage.update(63, STILL, stage.car(20.0, 0.0, 0.0, 4.5, 1.8))).id())
        .isGreaterThan(before);
  }

  @Test
  void aHigherThresholdKeepsWeakerDetectionsFromBeginningTracks() {
    stage.tracker().reconfigure(TrackerConfig.DEFAULT.with(14.0, 0.9));

    stage.update(0, STILL, stage.car(20.0, 0.0, 0.0, 4.5, 1.8));
    assertThat(stage.update(1, STILL, stage.car(20.5, 0.0, 0.0, 4.5, 1.8)).tracks())
        .isEmpty();

    stage.tracker().reconfigure(TrackerConfig.DEFAULT);
    stage.update(2, STILL, stage.car(21.0, 0.0, 0.0, 4.5, 1.8));
    assertThat(stage.update(3, STILL, stage.car(21.5, 0.0, 0.0, 4.5, 1.8)).tracks())
        .hasSize(1);
  }

  @Test
  void letsUnknownThingsThrough() {
    Tracks tracks = empty();
    for (int k = 0; k < 4; k++) {
      tracks =
          stage.update(k, STILL, detection(ObjectClass.UNKNOWN, 15.0, 0.0, 0.2, 0.6, 0.4, 0.4, 12));
    }

    assertThat(only(tracks).objectClass()).isEqualTo(ObjectClass.UNKNOWN);
    assertThat(only(tracks).speedMps()).isEqualTo(0.0);
  }

  @Test
  void takesABicycleRiddenTowardsTheSensorForOneByItsSpeed() {
    Tracks tracks = empty();
    for (int k = 0; k < 20; k++) {
      tracks = stage.update(
          k,
          STILL,
          detection(ObjectClass.PEDESTRIAN, 40.0 - 0.6 * k, 2.0, 0.0, 0.8, 0.5, 1.75, 20));
    }

    assertThat(only(tracks).objectClass()).isEqualTo(ObjectClass.BICYCLE);
  }

  @Test
  void whoIsSeenNowAndThenOnlyIsWaitedForLonger() {
    TreeSet<Integer> ids = new TreeSet<>();
    for (int k = 0; k < 60; k++) {
      boolean isSeen = k < 5 || (k < 50 && k % 3 == 0) || k >= 57;
      List<Detection> seen = isSeen ? List.of(stage.person(35.0, 5.0)) : List.of();
      Tracks tracks = stage.update(k, STILL, seen);
      tracks.tracks().forEach(track -> ids.add(track.id()));
      if (k >= 2) {
        assertThat(tracks.tracks()).as("look " + k).hasSize(1);
      }
    }

    assertThat(ids).hasSize(1);
  }

  @Test
  void missesBeforeItIsConfirmedAskForMoreSightings() {
    stage.update(0, STILL, stage.person(35.0, 5.0));
    stage.update(1, STILL, List.of());
    stage.update(2, STILL, List.of());

    assertThat(stage.update(3, STILL, stage.person(35.0, 5.0)).tracks()).isEmpty();
    assertThat(stage.update(4, STILL, stage.person(35.0, 5.0)).tracks()).hasSize(1);
  }

  @Test
  void isNotWaitedForMuchLongerThanItWasSeen() {
    Detection truck = detection(ObjectClass.TRUCK, 15.0, 0.0, Math.PI / 2, 10.0, 2.5, 3.5, 200);
    Detection car = detection(ObjectClass.CAR, 32.0, 0.0, 0.0, 4.5, 1.8, 1.5, 40);
    for (int k = 0; k < 4; k++) {
      assertThat(stage.update(k, STILL, List.of(truck, car)).tracks()).hasSize(k == 0 ? 0 : 2);
    }
    for (int k = 4; k < 13; k++) {
      assertThat(stage.update(k, STILL, truck).tracks()).hasSize(2);
    }
    stage.update(13, STILL, truck);

    assertThat(only(stage.update(14, STILL, truck)).objectClass()).isEqualTo(ObjectClass.TRUCK);
  }
}
