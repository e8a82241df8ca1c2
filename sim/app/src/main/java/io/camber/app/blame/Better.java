package io.camber.app.blame;

import io.camber.app.oracle.Hindsight;
import io.camber.app.simulation.Simulation;
import java.util.Locale;

/**
 * What no car has: asked beside the blame, and never to blame. A twin tells what a part says as it should; these tell whether more than
 * was ever promised would have avoided the event.
 */
enum Better {
  /** What nodes and sensors say appears the moment they are called. */
  NO_LATENCY,
  /** Steering, drive and brakes do what they are told at once, within their limits. */
  PROMPT_ACTUATORS,
  /** The shipped planner with the true pose, objects, lights and futures of the drive as it was. */
  ORACLE_PLANNER;

  void apply(Simulation simulation, Hindsight hindsight, long fromNs) {
    switch (this) {
      case NO_LATENCY -> simulation.promptNodes(fromNs);
      case PROMPT_ACTUATORS -> simulation.promptActuators(fromNs);
      case ORACLE_PLANNER -> simulation.oraclePlanner(hindsight, fromNs);
    }
  }

  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
