package io.camber.sim.fault.plant;

import io.camber.truth.FaultTruth;
import io.camber.truth.FaultTruths;
import io.camber.vehicle.ControlCommand;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Brakes, steering and drive that do not do what they are told: turns the command that reaches the car into the one that its
 * actuators obey. Mutable: remembers the last seconds of commands; owned by one thread.
 */
public final class ActuatorFaults {
  /** Longest delay that an actuator may have. */
  private static final long MEMORY_NS = 2_000_000_000L;

  private record Past(long timeNs, ControlCommand command) {}

  private final ArrayDeque<Past> past = new ArrayDeque<>();
  /** What an actuator did when it got stuck, by fault. */
  private final TreeMap<String, Double> stuck = new TreeMap<>();

  /** The command as the actuators obey it; to be called at every step of the world. */
  public Optional<ControlCommand> obeyed(
      long timeNs, Optional<ControlCommand> command, FaultTruths faults) {
    if (command.isEmpty() || faults.faults().isEmpty()) {
      return command;
    }
    past.addLast(new Past(timeNs, command.get()));
    while (past.getFirst().timeNs() < timeNs - MEMORY_NS) {
      past.removeFirst();
    }
    ControlCommand obeyed = command.get();
    for (FaultTruth fault : faults.faults()) {
      if (fault.isActive(timeNs)) {
        obeyed = strike(fault, timeNs, obeyed);
      }
    }
    return Optional.of(obeyed);
  }

  private ControlCommand strike(FaultTruth fault, long timeNs, ControlCommand command) {
    double severity = fault.severity();
    return switch (fault.target() + ":" + fault.kind()) {
      case "brake:weak" ->
        command.accelMps2() < 0.0
            ? withAccel(command, command.accelMps2() * (1.0 - severity))
            : command;
      case "brake:delay" ->
        withAccel(
            command,
            Math.max(0.0, command.accelMps2())
                + Math.min(0.0, earlier(timeNs, severity).accelMps2()));
      case "drive:delay" ->
        withAccel(
            command,
            Math.min(0.0, command.accelMps2())
                + Math.max(0.0, earlier(timeNs, severity).accelMps2()));
      case "drive:stuck" ->
        withAccel(
            command,
            stuckAt(fault, Math.max(severity, command.accelMps2()))
                + Math.min(0.0, command.accelMps2()));
      case "steering:offset" -> withSteering(command, command.steeringAngle() + severity);
      case "steering:stuck" -> withSteering(command, stuckAt(fault, command.steeringAngle()));
      case "steering:delay" -> withSteering(command, earlier(timeNs, severity).steeringAngle());
      default -> command;
    };
  }

  private double stuckAt(FaultTruth fault, double now) {
    return stuck.computeIfAbsent(fault.target() + "@" + fault.startNs(), key -> now);
  }

  private ControlCommand earlier(long timeNs, double delayS) {
    long untilNs = timeNs - Math.round(delayS * 1e9);
    ControlCommand found = past.getFirst().command();
    for (Past each : past) {
      if (each.timeNs() <= untilNs) {
        found = each.command();
      }
    }
    return found;
  }

  private static ControlCommand withAccel(ControlCommand command, double accelMps2) {
    return new ControlCommand(command.timeNs(), command.steeringAngle(), accelMps2, command.mode());
  }

  private static ControlCommand withSteering(ControlCommand command, double steeringAngle) {
    return new ControlCommand(command.timeNs(), steeringAngle, command.accelMps2(), command.mode());
  }
}
