package io.camber.sim.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.vehicle.ControlCommand;
import io.camber.vehicle.DriveMode;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CommandWatchTest {
  private static final long SECOND = 1_000_000_000L;

  private final CommandWatch watch = new CommandWatch(WorldConfig.standard(), SECOND, 0.1, -0.2);

  @Test
  void holdsWhatTheCarDidUntilTheFirstCommand() {
    watch.update(SECOND, Optional.empty());

    assertThat(watch.steeringAngle()).isEqualTo(0.1);
    assertThat(watch.accelMps2()).isEqualTo(-0.2);
    assertThat(watch.hasHazardLights()).isFalse();
  }

  @Test
  void obeysTheNewestCommand() {
    watch.update(SECOND, Optional.of(command(SECOND, 0.2, 1.0)));
    watch.update(SECOND, Optional.of(command(SECOND - 1, 0.3, 2.0)));

    assertThat(watch.steeringAngle()).isEqualTo(0.2);
    assertThat(watch.accelMps2()).isEqualTo(1.0);
  }

  @Test
  void brakesGentlyWithTheSteeringHeldAfterHalfASecondOfSilence() {
    watch.update(SECOND, Optional.of(command(SECOND, 0.2, 1.0)));

    watch.update(SECOND + SECOND / 2, Optional.empty());
    assertThat(watch.accelMps2()).isEqualTo(1.0);

    watch.update(SECOND + SECOND / 2 + 1, Optional.empty());
    assertThat(watch.accelMps2()).isEqualTo(-2.0);
    assertThat(watch.steeringAngle()).isEqualTo(0.2);
    assertThat(watch.hasHazardLights()).isTrue();
  }

  @Test
  void forgivesAStackThatSpeaksAgain() {
    watch.update(3 * SECOND, Optional.empty());
    watch.update(3 * SECOND, Optional.of(command(3 * SECOND, 0.0, 0.5)));

    assertThat(watch.accelMps2()).isEqualTo(0.5);
    assertThat(watch.hasHazardLights()).isFalse();
  }

  @Test
  void ignoresWhatIsNotANumber() {
    watch.update(SECOND, Optional.of(command(SECOND, Double.NaN, 1.0)));
    watch.update(SECOND, Optional.of(command(SECOND, 0.0, Double.NEGATIVE_INFINITY)));

    assertThat(watch.steeringAngle()).isEqualTo(0.1);
    assertThat(watch.accelMps2()).isEqualTo(-0.2);
  }

  @Test
  void showsHazardLightsInTheMinimalRiskManoeuvre() {
    watch.update(
        SECOND, Optional.of(new ControlCommand(SECOND, 0.0, -3.0, DriveMode.MINIMAL_RISK)));

    assertThat(watch.hasHazardLights()).isTrue();
  }

  private static ControlCommand command(long timeNs, double steering, double accel) {
    return new ControlCommand(timeNs, steering, accel, DriveMode.NOMINAL);
  }
}
