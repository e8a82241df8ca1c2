package io.camber.sim.world;

import io.camber.vehicle.ControlCommand;
import io.camber.vehicle.DriveMode;
import java.util.Optional;

/**
 * What the actuators do with commands: obey the newest finite one, keep it for a while when no newer comes, then brake
 * gently to a stop with the steering held and hazard lights on.
 */
final class CommandWatch {
  private final WorldConfig config;
  private ControlCommand obeyed;
  private boolean silent;

  /** Starts by holding what the car does at the handover. */
  CommandWatch(WorldConfig config, long timeNs, double steeringAngle, double accelMps2) {
    this.config = config;
    obeyed = new ControlCommand(timeNs, steeringAngle, accelMps2, DriveMode.NOMINAL);
  }

  void update(long timeNs, Optional<ControlCommand> command) {
    command.filter(c -> c.isFinite() && c.timeNs() >= obeyed.timeNs()).ifPresent(c -> obeyed = c);
    silent = (timeNs - obeyed.timeNs()) * 1e-9 > config.holdS();
  }

  double steeringAngle() {
    return obeyed.steeringAngle();
  }

  double accelMps2() {
    return silent ? -config.silenceDecelMps2() : obeyed.accelMps2();
  }

  boolean hasHazardLights() {
    return silent || obeyed.mode() == DriveMode.MINIMAL_RISK;
  }
}
