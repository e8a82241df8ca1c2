package io.camber.sim.fault.plant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.truth.FaultTruth;
import io.camber.truth.FaultTruths;
import io.camber.vehicle.ControlCommand;
import io.camber.vehicle.DriveMode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Commands ramp with time: steering t, acceleration t - 2, for t in seconds; the fault begins at 1 s. */
final class ActuatorFaultsTest {
  private static final long STEP_NS = 10_000_000L;

  @Test
  void weakBrakesLoseTheirShareAndLeaveTheDriveAlone() {
    assertThat(at("brake", "weak", 0.3, 1.5).accelMps2()).isCloseTo(-0.35, within(1e-9));
    assertThat(at("brake", "weak", 0.3, 3.0).accelMps2()).isCloseTo(1.0, within(1e-9));
  }

  @Test
  void nothingHappensBeforeTheWindow() {
    assertThat(at("brake", "weak", 0.3, 0.5).accelMps2()).isCloseTo(-1.5, within(1e-9));
  }

  @Test
  void stuckSteeringStaysWhereItWasAtTheBeginning() {
    assertThat(at("steering", "stuck", 1.0, 2.5).steeringAngle()).isCloseTo(1.0, within(1e-9));
  }

  @Test
  void steeringIsOffByItsOffset() {
    assertThat(at("steering", "offset", 0.035, 2.5).steeringAngle()).isCloseTo(2.535, within(1e-9));
  }

  @Test
  void aDelayedActuatorDoesWhatWasAskedBefore() {
    assertThat(at("steering", "delay", 0.2, 2.5).steeringAngle()).isCloseTo(2.3, within(1e-9));
    assertThat(at("brake", "delay", 0.2, 1.5).accelMps2()).isCloseTo(-0.7, within(1e-9));
    assertThat(at("drive", "delay", 0.2, 3.0).accelMps2()).isCloseTo(0.8, within(1e-9));
  }

  @Test
  void aStuckThrottlePushesAgainstTheBrakes() {
    assertThat(at("drive", "stuck", 1.0, 1.5).accelMps2()).isCloseTo(0.5, within(1e-9));
  }

  private static ControlCommand at(String target, String kind, double severity, double untilS) {
    FaultTruths truths = new FaultTruths(
        0,
        List.of(new FaultTruth(target, kind, "F22", severity, 1_000_000_000L, Long.MAX_VALUE, 1)));
    ActuatorFaults faults = new ActuatorFaults();
    Optional<ControlCommand> obeyed = Optional.empty();
    for (long timeNs = 0; timeNs <= Math.round(untilS * 1e9); timeNs += STEP_NS) {
      double time = timeNs * 1e-9;
      ControlCommand asked = new ControlCommand(timeNs, time, time - 2.0, DriveMode.NOMINAL);
      obeyed = faults.obeyed(timeNs, Optional.of(asked), truths);
    }
    return obeyed.orElseThrow();
  }
}
