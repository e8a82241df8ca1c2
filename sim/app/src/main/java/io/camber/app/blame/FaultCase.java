package io.camber.app.blame;

import io.camber.app.simulation.Perception;
import io.camber.app.simulation.Simulation;
import io.camber.jury.attribution.Component;
import io.camber.sim.fault.Fault;
import java.nio.file.Path;

/**
 * One known fault in one drive, and who must be blamed for what comes of it.
 *
 * @param key the same in another library or on another line, as long as the line and the scenario's file say the same
 * @param scenario as it was written
 * @param expected component that the fault strikes
 */
record FaultCase(
    String key,
    String scenario,
    Path file,
    Perception perception,
    double untilS,
    long seed,
    Fault fault,
    Component expected) {
  /** The drive with the fault. */
  Simulation drive() {
    return sound().fault(fault.text());
  }

  /** The drive without it. */
  Simulation sound() {
    Simulation simulation = Simulation.of(file).until(untilS).seed(seed);
    return perception == Perception.TRUTH ? simulation.truthPerception() : simulation;
  }

  /** Equal for cases that differ in the fault alone. */
  String drivenAs() {
    return scenario + " " + perception + " " + untilS + " " + seed;
  }
}
