package io.camber.control.guardian;

import io.camber.vehicle.ControlCommand;
import java.util.Optional;
import java.util.Set;

/**
 * What the guardian decided.
 *
 * @param command what goes to the actuators now, if anything
 * @param findings what was wrong with it, in the order of {@link Finding}
 */
public record Verdict(Optional<ControlCommand> command, Set<Finding> findings) {
  public static final Verdict SILENT = new Verdict(Optional.empty(), Set.of());
}
