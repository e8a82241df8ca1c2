package io.camber.evaluation.intervention;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.evaluation.accuracy.PoseError;
import io.camber.vehicle.ControlCommand;
import io.camber.vehicle.DriveMode;
import org.junit.jupiter.api.Test;

final class TriggerTest {
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
    watch.localized(new PoseError(2.9, -0.9, 0.08));
    assertThat(watch.localizationLost()).isEmpty();
    watch.localized(new PoseError(0.0, -1.1, 0.0));
    assertThat(watch.localizationLost()).isPresent();
    watch.localized(new PoseError(3.1, 0.0, 0.0));
    assertThat(watch.localizationLost()).isPresent();
    watch.localized(new PoseError(0.0, 0.0, -0.09));
    assertThat(watch.localizationLost()).isPresent();
  }
}
