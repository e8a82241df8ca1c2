package io.camber.jury.check;

import static io.camber.jury.check.Shown.TENTH_NS;
import static io.camber.jury.check.Shown.car;
import static io.camber.jury.check.Shown.envelope;
import static io.camber.jury.check.Shown.pose;
import static io.camber.jury.check.Shown.sweep;
import static io.camber.jury.check.Shown.tracks;
import static org.assertj.core.api.Assertions.assertThat;

import io.camber.geometry.Pose3;
import io.camber.messages.Topics;
import io.camber.scene.Track;
import io.camber.sensing.LidarCalibration;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

/** A loss is told once, and only where the ego could have seen it. */
final class PresenceCheckTest {
  @Test
  void aLossThatComesBackIsOneFlickerAndNoVanishing() {
    List<Alarm> alarms = seen(
        check(),
        i -> i < 40
            ? List.of(car(1, 15.0, 0.0, 0.0))
            : i < 46 ? List.of() : List.of(car(2, 15.0, 0.0, 0.0)));

    assertThat(alarms).extracting(Alarm::check).containsExactly("U3");
  }

  @Test
  void aLossThatComesBackTooLateIsAVanishingAndAnAppearance() {
    List<Alarm> alarms = seen(
        check(),
        i -> i < 40
            ? List.of(car(1, 15.0, 0.0, 0.0))
            : i < 60 ? List.of() : List.of(car(2, 15.0, 0.0, 0.0)));

    assertThat(alarms)
        .extracting(Alarm::detail)
        .containsExactly(
            "a car vanishes in plain view 15 m away", "a car appears in plain view 15 m away");
    assertThat(alarms.get(0).timeNs()).isEqualTo(40 * TENTH_NS);
  }

  @Test
  void whoVanishesJustBeforeTheEndHasVanished() {
    PresenceCheck check = check();
    List<Alarm> alarms = seen(check, i -> i < 75 ? List.of(car(1, 15.0, 0.0, 0.0)) : List.of());
    assertThat(alarms).isEmpty();

    check.onEnd(80 * TENTH_NS, alarms::add);
    assertThat(alarms).extracting(Alarm::check).containsExactly("U4");
  }

  @Test
  void whoFlickersBehindSomebodyElseIsNotRaised() {
    Track lorry = car(9, 8.0, 0.0, 0.0);
    List<Alarm> alarms = seen(
        check(),
        i -> i < 40
            ? List.of(lorry, car(1, 15.0, 0.0, 0.0))
            : i < 46 ? List.of(lorry) : List.of(lorry, car(2, 15.0, 0.0, 0.0)));

    assertThat(alarms).isEmpty();
  }

  @Test
  void whoVanishesAtTheBorderOfWhatTheLidarSeesIsNotRaised() {
    IntFunction<List<Track>> leaves =
        i -> i < 40 ? List.of(car(1, 10.0, 10.0, 0.0), car(2, 15.0, -2.0, 0.0)) : List.of();

    // 45 degrees to the left, 14 m away; 5 m around are 21 degrees
    assertThat(seen(looking(degree -> degree < 60 || degree > 300), leaves))
        .extracting(Alarm::subject)
        .containsExactly("track 2");
    assertThat(seen(looking(degree -> degree < 75 || degree > 300), leaves)).hasSize(2);
  }

  private static List<Alarm> seen(PresenceCheck check, IntFunction<List<Track>> tracks) {
    return tracks(check, tracks, 80);
  }

  private static PresenceCheck check() {
    PresenceCheck check = new PresenceCheck();
    check.onMessage(envelope(Topics.EGO_POSE.name(), 0), pose(0, 0.0, 0.0, 0.0), alarm -> {});
    return check;
  }

  private static PresenceCheck looking(IntPredicate degrees) {
    PresenceCheck check = check();
    LidarCalibration lidar =
        new LidarCalibration("lidar_top", new Pose3(0, 0, 2, 0, 0, 0), 64, 1800, 120.0, TENTH_NS);
    check.onMessage(envelope(Topics.LIDAR_CALIBRATION.name(), 0), lidar, alarm -> {});
    for (int i = 0; i < 10; i++) {
      check.onMessage(
          envelope(Topics.LIDAR_SWEEP.name(), 0), sweep("lidar_top", 0, degrees, 100), alarm -> {});
    }
    return check;
  }
}
