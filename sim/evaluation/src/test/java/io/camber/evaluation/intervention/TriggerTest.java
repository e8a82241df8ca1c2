package io.camber.evaluation.intervention;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.evaluation.accuracy.PoseError;
import io.camber.geometry.Pose2;
import io.camber.vehicle.ControlCommand;
import io.camber.vehicle.DriveMode;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TriggerTest {
  private static final Pose2 ORIGIN = new Pose2(0.0, 0.0, 0.0);

  private final SystemWatch watch = new SystemWatch();

  @Test
  void aCommandMayBe200MillisecondsOldAndNoMore() {
    watch.actuated(new ControlCommand(0, 0, 0, DriveMode.NOMINAL), 0);

    assertThat(watch.failure(200_000_000L)).isEmpty();
    assertThat(watch.failure(200_000_001L)).isPresent();
  }

  @Test
  void aFirstCommandMayTake200Milliseconds() {
    assertThat(watch.failure(5_000_000_000L)).isEmpty();
    assertThat(watch.failure(5_300_000_000L)).contains("engaged without any command");
  }

  @Test
  void brokenCommandsAndTheMinimalRiskManoeuvreAreFailures() {
    watch.actuated(new ControlCommand(0, Double.NaN, 0, DriveMode.NOMINAL), 0);
    assertThat(watch.failure(0)).contains("the command is not a number");

    watch.actuated(new ControlCommand(0, 0, -3, DriveMode.MINIMAL_RISK), 0);
    assertThat(watch.failure(0)).isPresent();

    watch.actuated(new ControlCommand(0, 0, -3, DriveMode.SAFE_STOP), 0);
    assertThat(watch.failure(0)).isEmpty();
  }

  @Test
  void localizationIsLostBeyondOneMetreAcrossThreeAlongOrFiveDegrees() {
    assertThat(lost(new PoseError(2.9, -0.9, 0.08))).isFalse();
    assertThat(lost(new PoseError(0.0, -1.1, 0.0))).isTrue();
    assertThat(lost(new PoseError(3.1, 0.0, 0.0))).isTrue();
    assertThat(lost(new PoseError(0.0, 0.0, -0.09))).isTrue();
  }

  @Test
  void anEstimateThatComesNoMoreIsLostOnceTheEgoIsElsewhere() {
    watch.localized(0, ORIGIN, Optional.of(new PoseError(0.0, 0.0, 0.0)));

    Pose2 ahead = new Pose2(3.5, 0.0, 0.0);
    assertThat(watch.localizationLost(200_000_000L, ahead)).isEmpty();
    assertThat(watch.localizationLost(350_000_000L, ahead)).isPresent();
    assertThat(watch.localizationLost(9_000_000_000L, ORIGIN)).isEmpty();
  }

  @Test
  void anEstimateWithoutTruthDoesNotRepeatTheErrorBefore() {
    watch.localized(0, ORIGIN, Optional.of(new PoseError(0.0, 2.0, 0.0)));
    watch.localized(10_000_000L, ORIGIN, Optional.empty());

    assertThat(watch.localizationLost(10_000_000L, ORIGIN)).isEmpty();
  }

  private boolean lost(PoseError error) {
    watch.localized(0, ORIGIN, Optional.of(error));
    return watch.localizationLost(0, ORIGIN).isPresent();
  }
}
