package io.camber.app.simulation;

import io.camber.app.oracle.Hindsight;
import io.camber.sim.fault.Lift;
import java.util.List;

/**
 * What an experiment changes in a drive, and what is known of it beforehand.
 *
 * @param substitutions nodes made of those that would be there
 * @param lifts when nothing strikes a target of faults
 * @param promptFromNs from when on the car's actuators do what they are told at once; {@code Long.MAX_VALUE} for never
 * @param foresight of a drive before, for an oracle
 */
record Experiment(
    List<Substitution> substitutions, List<Lift> lifts, long promptFromNs, Hindsight foresight) {
  /** No experiment. */
  static Experiment none() {
    return new Experiment(List.of(), List.of(), Long.MAX_VALUE, new Hindsight());
  }

  Experiment {
    substitutions = List.copyOf(substitutions);
    lifts = List.copyOf(lifts);
  }
}
