package io.camber.sim.fault.stream;

import io.camber.vehicle.ControlCommand;

/** A controller whose commands are no numbers. */
final class CommandFault implements Distortion<ControlCommand> {
  @Override
  public ControlCommand apply(ControlCommand command, long nowNs) {
    return new ControlCommand(command.timeNs(), Double.NaN, Double.NaN, command.mode());
  }
}
