package io.camber.jury.check;

import static io.camber.jury.check.Shown.TENTH_NS;
import static io.camber.jury.check.Shown.car;
import static io.camber.jury.check.Shown.envelope;
import static io.camber.jury.check.Shown.plan;
import static org.assertj.core.api.Assertions.assertThat;

import io.camber.messages.Topics;
import io.camber.scene.Track;
import io.camber.scene.Tracks;
import io.camber.vehicle.VehicleDescription;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A plan straight on at 10 m/s from the origin. */
final class OccupiedCheckTest {
  @Test
  void aPlanIntoACarThatStandsIsRaised() {
    // its front is 3.75 m before the rear axle, the car's tail 2.25 m before its middle: 14 m to go
    assertThat(shown(car(7, 20.0, 0.0, 0.0)))
        .extracting(Alarm::detail)
        .containsExactly("the plan enters track 7 after 1.5 s");
  }

  @Test
  void whoDrivesOnStandsAsideIsFarOrComesFromBehindIsNone() {
    assertThat(shown(car(7, 20.0, 0.0, 10.0))).isEmpty();
    assertThat(shown(car(7, 20.0, 2.5, 0.0))).isEmpty();
    assertThat(shown(car(7, 40.0, 0.0, 0.0))).isEmpty();
    assertThat(shown(car(7, -10.0, 0.0, 20.0))).isEmpty();
  }

  @Test
  void tracksThatAreOldSayNothing() {
    OccupiedCheck check = new OccupiedCheck();
    List<Alarm> alarms = new ArrayList<>();
    check.onMessage(envelope("/vehicle", 0), VehicleDescription.midSizeCar(), alarms::add);
    Tracks old = new Tracks(0, List.of(car(7, 20.0, 0.0, 0.0)));
    check.onMessage(envelope(Topics.TRACKS.name(), 0), old, alarms::add);
    check.onMessage(
        envelope(Topics.PLAN.name(), 4 * TENTH_NS), plan(4 * TENTH_NS, 0.0, 0.0), alarms::add);

    assertThat(alarms).isEmpty();
  }

  private static List<Alarm> shown(Track track) {
    OccupiedCheck check = new OccupiedCheck();
    List<Alarm> alarms = new ArrayList<>();
    check.onMessage(envelope("/vehicle", 0), VehicleDescription.midSizeCar(), alarms::add);
    check.onMessage(envelope(Topics.TRACKS.name(), 0), new Tracks(0, List.of(track)), alarms::add);
    check.onMessage(envelope(Topics.PLAN.name(), 0), plan(0, 0.0, 0.0), alarms::add);
    return alarms;
  }
}
