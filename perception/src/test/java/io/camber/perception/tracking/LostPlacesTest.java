package io.camber.perception.tracking;

import static io.camber.perception.tracking.TrackerStage.STILL;
import static io.camber.perception.tracking.TrackerStage.detection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.geometry.Pose2;
import io.camber.geometry.Pose3;
import io.camber.geometry.Vec2;
import io.camber.scene.Detection;
import io.camber.scene.ObjectClass;
import io.camber.scene.Track;
import io.camber.scene.Tracks;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** Who must be seen more often, since the like was lost there before: nobody near, on the ego's way or lost behind something. */
final class LostPlacesTest {
  private static final int LOST = 4;
  private static final int BACK = 14;

  private final TrackerStage stage = new TrackerStage();

  @Test
  void whoWasPoorlySeenFarAsideAndLostTakesMoreLooks() {
    assertThat(looks(k -> poorly(stage.person(40.0, 12.0)))).isEqualTo(6);
    assertThat(new LostPlacesTest().looksOfPerson(15.0, 12.0)).isEqualTo(3);
  }

  @Test
  void whoStandsByTheRoadIsBelieved() {
    assertThat(looksOfPerson(40.0, 6.0)).isEqualTo(3);
  }

  @Test
  void whatStandsOnTheRoadIsBelieved() {
    assertThat(looks(k -> poorly(stage.car(45.0, 3.0, 0.0, 4.5, 1.8)))).isEqualTo(3);
    assertThat(new LostPlacesTest().looksOfCar(45.0, 6.0)).isEqualTo(6);
  }

  @Test
  void whoWasLostBehindSomethingIsBelieved() {
    List<Tracks> shown = new ArrayList<>();
    for (int k = 0; k < 40; k++) {
      List<Detection> seen = new ArrayList<>();
      // missed once in view at the third look, then hidden behind a truck
      boolean isGone = k == 2 || (k >= 5 && k < 28);
      if (k >= 5 && k < 28) {
        seen.add(detection(ObjectClass.TRUCK, 20.0, 6.0, Math.PI / 2, 10.0, 2.5, 3.5, 200));
      }
      if (!isGone) {
        seen.add(poorly(stage.person(40.0, 12.0)));
      }
      shown.add(stage.update(k, STILL, seen));
    }

    assertThat(shown.get(26).tracks())
        .extracting(Track::objectClass)
        .containsOnly(ObjectClass.TRUCK);
    assertThat(shown.get(30).tracks())
        .extracting(Track::objectClass)
        .contains(ObjectClass.PEDESTRIAN);
  }

  @Test
  void whoIsWithinTheWayItTakesToStopIsBelieved() {
    // 20 m/s: 30 m of reaction and 50 m of braking
    int looks = 0;
    for (int k = 0; k < 34 && looks == 0; k++) {
      double x = 2.0 * k;
      Detection person = poorly(stage.person(90.0 - x, 12.0));
      Pose3 ego = Pose3.of(new Pose2(x, 0.0, 0.0));
      Tracks tracks = stage.update(k, ego, k < LOST || k >= BACK ? List.of(person) : List.of());
      looks = k >= BACK && !tracks.tracks().isEmpty() ? k - BACK + 1 : 0;
    }

    assertThat(looks).isEqualTo(3);
  }

  @Test
  void theWayBendsAsTheEgoTurns() {
    EgoWay way = new EgoWay();
    double radius = 50.0;
    for (int k = 0; k < 2; k++) {
      double turned = 0.02 * k;
      way.update(
          new Pose2(
              radius * StrictMath.sin(turned), radius * (1.0 - StrictMath.cos(turned)), turned),
          k * 100_000_000L);
    }
    double ahead = 0.62;
    Vec2 onIt = new Vec2(radius * StrictMath.sin(ahead), radius * (1.0 - StrictMath.cos(ahead)));

    // the parabola leaves the circle by ahead^4 / (8 r^3) and half of that again: less than 1 m
    assertThat(way.asideM(onIt)).isLessThan(1.0);
    assertThat(way.asideM(new Vec2(30.0, 0.6))).isLessThan(0.1);
    assertThat(way.stoppingM()).isCloseTo(10.0 * 1.5 + 100.0 / 8.0, within(0.1));
  }

  private int looksOfPerson(double x, double y) {
    return looks(k -> poorly(stage.person(x, y)));
  }

  private int looksOfCar(double x, double y) {
    return looks(k -> poorly(stage.car(x, y, 0.0, 4.5, 1.8)));
  }

  /** Shown for 0.4 s, gone for a second, shown again until there is a track. */
  private int looks(IntFunction<Detection> shown) {
    for (int k = 0; k < BACK; k++) {
      stage.update(k, STILL, k < LOST ? List.of(shown.apply(k)) : List.of());
    }
    for (int k = BACK; k < 34; k++) {
      if (!stage.update(k, STILL, shown.apply(k)).tracks().isEmpty()) {
        return k - BACK + 1;
      }
    }
    return 0;
  }

  private static Detection poorly(Detection seen) {
    return new Detection(
        seen.objectClass(),
        seen.center(),
        seen.bottomZ(),
        seen.size(),
        0.55,
        seen.classConfidence(),
        7,
        seen.ageNs());
  }
}
