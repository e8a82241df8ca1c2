package io.camber.perception.tracking;

import static io.camber.perception.tracking.TrackerStage.STILL;
import static io.camber.perception.tracking.TrackerStage.detection;
import static io.camber.perception.tracking.TrackerStage.empty;
import static io.camber.perception.tracking.TrackerStage.only;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.scene.ObjectClass;
import io.camber.scene.Track;
import io.camber.scene.Tracks;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whether tracks are as wrong as they say. */
class TrackDoubtTest {
  /** Of the lengths of cars, and what the detector takes a car for whose flank it does not see. */
  private static final double LENGTH_STD_M = 0.5;

  private static final double TYPICAL_M = 4.5;

  @Test
  void carsSeenFromBehindAreAsFarOffAsTheirTracksClaim() {
    Random fleet = new Random(7);
    double sum = 0.0;
    int cars = 300;
    for (int n = 0; n < cars; n++) {
      TrackerStage stage = new TrackerStage();
      stage.seed(n);
      double rear = 25.0;
      double length = TYPICAL_M + LENGTH_STD_M * fleet.nextGaussian();
      Tracks tracks = empty();
      for (int k = 0; k < 25; k++) {
        tracks =
            stage.update(k, STILL, stage.car(rear + 0.5 * TYPICAL_M, 0.0, 0.0, TYPICAL_M, 1.8));
      }
      Track car = only(tracks);
      double off =
          Math.hypot(car.center().x() - rear - 0.5 * length, car.center().y());
      sum += off * off / (car.positionStdM() * car.positionStdM());
    }

    // two for a filter that knows itself; the fleet has no error of pose and none across, hence
    // less
    assertThat(sum / cars).isBetween(1.0, 3.0);
  }

  @Test
  void aFlankAtAUsableAngleLeavesLessDoubtOfTheLength() {
    ExtentDoubt doubt = new ExtentDoubt();
    double before = doubt.centerVariance(ObjectClass.CAR, 4.5);
    for (int k = 0; k < 100; k++) {
      doubt.see(true);
    }
    double after = doubt.centerVariance(ObjectClass.CAR, 4.5);

    // 0.5 m hidden and 0.35 m shown, half of either at the middle, one axis of two
    assertThat(before - after).isCloseTo(0.125 * (0.5 * 0.5 - 0.35 * 0.35), within(1e-4));
    assertThat(doubt.centerVariance(ObjectClass.TRUCK, 9.0)).isCloseTo(after, within(1e-3));
  }

  @Test
  void whatIsReportedAsStandingForLackOfProofMayMove() {
    TrackerStage stage = new TrackerStage();
    Tracks tracks = empty();
    for (int k = 0; k < 6; k++) {
      tracks = stage.update(
          k, STILL, detection(ObjectClass.UNKNOWN, 15.0 + 0.8 * k, 0.0, 0.0, 0.6, 0.4, 0.4, 30));
    }
    Track thing = only(tracks);

    assertThat(thing.speedMps()).isZero();
    assertThat(thing.velocityStdMps()).isGreaterThan(3.0);
  }
}
