package io.camber.sim.world;

import io.camber.vehicle.ControlCommand;
import io.camber.vehicle.DriveMode;
import java.util.Optional;

/** When the stack takes over from the scenario: on its first fresh nominal command after the warm-up, or at the limit. */
final class HandoverRule {
  private final WorldConfig config;

  HandoverRule(WorldConfig config) {
    this.config = config;
  }

  boolean isDue(long timeNs, Optional<ControlCommand> command) {
    double time = timeNs * 1e-9;
    if (time >= config.handoverSMax()) {
      return true;
    }
    return time >= config.warmUpS() && command.filter(c -> speaks(c, timeNs)).isPresent();
  }

  private boolean speaks(ControlCommand command, long timeNs) {
    return command.isFinite()
        && command.mode() == DriveMode.NOMINAL
        && (timeNs - command.timeNs()) * 1e-9 <= config.commandAgeSMax();
  }
}
