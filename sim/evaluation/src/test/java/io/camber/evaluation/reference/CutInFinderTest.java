package io.camber.evaluation.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.evaluation.drive.TestDrive;
import io.camber.scene.SignalColor;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The ego drives 20 m/s from x = 20; another car drives 15 m/s and goes sideways at 1 m/s from the second second on. */
class CutInFinderTest {
  private static final double LANE_Y = TestDrive.LANE_Y;

  private static Optional<CutIn> found(double otherX, double fromY, double toY) {
    CutInFinder finder = new CutInFinder(TestDrive.road());
    for (long timeNs = 0; timeNs <= 6_000_000_000L; timeNs += TestDrive.STEP_NS) {
      double time = timeNs * 1e-9;
      double sideways = Math.min(Math.abs(toY - fromY), Math.max(0.0, time - 2.0));
      double y = fromY + Math.signum(toY - fromY) * sideways;
      finder.onTruth(TestDrive.frame(
          timeNs,
          SignalColor.GREEN,
          TestDrive.car("Ego", 20.0 + 20.0 * time, LANE_Y, 0.0, 20.0),
          TestDrive.car("other", otherX + 15.0 * time, y, 0.0, 15.0)));
    }
    return finder.found();
  }

  @Test
  void measuresWhereTheMoveBegins() {
    CutIn cutIn = found(60.0, 1.75, LANE_Y).orElseThrow();

    // at 2 s the ego's front is at 60 + 3.75, the other's rear at 90 - 0.95
    assertThat(cutIn.headwayM()).isCloseTo(25.3, within(0.3));
    assertThat(cutIn.lateralSpeedMps()).isCloseTo(1.0, within(0.05));
    assertThat(cutIn.egoSpeedMps()).isEqualTo(20.0);
    assertThat(cutIn.otherSpeedMps()).isEqualTo(15.0);
  }

  @Test
  void whoStaysOrLeavesDoesNotCutIn() {
    assertThat(found(60.0, 1.75, 1.75)).isEmpty();
    assertThat(found(60.0, LANE_Y, LANE_Y)).isEmpty();
    assertThat(found(60.0, LANE_Y, 1.75)).isEmpty();
  }

  @Test
  void whoOnlyNearsTheEdgeDoesNotCutIn() {
    assertThat(found(60.0, 1.75, 1.0)).isEmpty();
  }

  @Test
  void whoIsBesideOrBehindDoesNotCutIn() {
    assertThat(found(32.0, 1.75, LANE_Y)).isEmpty();
    assertThat(found(5.0, 1.75, LANE_Y)).isEmpty();
  }
}
