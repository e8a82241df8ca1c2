package io.camber.app.simulation;

import io.camber.app.oracle.Hindsight;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an experiment changes in a drive, and what is known of it beforehand.
 *
 * @param substitutions nodes made of those that would be there
 * @param lifts from when on, ns, nothing strikes a target of faults any more, by target
 * @param foresight of a drive before, for an oracle
 */
record Experiment(List<Substitution> substitutions, Map<String, Long> lifts, Hindsight foresight) {
  /** No experiment. */
  static Experiment none() {
    return new Experiment(List.of(), Map.of(), new Hindsight());
  }

  Experiment {
    substitutions = List.copyOf(substitutions);
    lifts = new TreeMap<>(lifts);
  }
}
