package io.camber.app.simulation;

import io.camber.app.oracle.Hindsight;
import io.camber.sim.fault.Lift;
import java.util.List;

/**
 * What an experiment changes in a drive, and what is known of it beforehand.
 *
 * @param substitutions nodes made of those that would be there
 * @param lifts when nothing strikes a target of faults
 * @param foresight of a drive before, for an oracle
 */
record Experiment(List<Substitution> substitutions, List<Lift> lifts, Hindsight foresight) {
  /** No experiment. */
  static Experiment none() {
    return new Experiment(List.of(), List.of(), new Hindsight());
  }

  Experiment {
    substitutions = List.copyOf(substitutions);
    lifts = List.copyOf(lifts);
  }
}
