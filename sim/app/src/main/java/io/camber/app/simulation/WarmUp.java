package io.camber.app.simulation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drives the first seconds of a run in lockstep and forgets them, so that classes are loaded and hot methods compiled before
 * a clock runs: a cold planner takes ten times its budget.
 */
public final class WarmUp {
  private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);
  private static final double TRUTH_S = 5.0;
  private static final double SENSORS_S = 5.0;
  private static final double NS = 1e-9;

  /** These work on sweeps and images, which take long to render. */
  private static final Set<String> HEAVY = Set.of(
      NodeNames.LIDAR,
      NodeNames.CAMERA,
      NodeNames.DETECTION,
      NodeNames.TRACKING,
      NodeNames.SIGNALS,
      NodeNames.CAMERA_DETECTION);

  private WarmUp() {}

  /**
   * Warms this process for some nodes of a run.
   *
   * @param stopped asked often; ends the warm-up early
   * @throws io.camber.diagnostics.InputException when the scenario or its map is wrong
   */
  public static void run(SimulationOptions options, List<String> nodes, BooleanSupplier stopped) {
    long startNs = System.nanoTime();
    drive(options.withTruthPerception().withUntilS(TRUTH_S), stopped);
    boolean isHeavy = options.perception() == Perception.SENSORS
        && options.sensors() == Sensors.ALL
        && nodes.stream().anyMatch(HEAVY::contains);
    if (isHeavy) {
      drive(options.withUntilS(SENSORS_S), stopped);
    }
    LOG.debug("warm after {} s", (System.nanoTime() - startNs) * NS);
  }

  private static void drive(SimulationOptions options, BooleanSupplier stopped) {
    if (!stopped.getAsBoolean()) {
      new LockstepDrive(plan(options), NodeBodies.HERE, Progress.SILENT, stopped).drive();
    }
  }

  /** A drive to be forgotten: with every node as it is by default and nobody watching. */
  private static DrivePlan plan(SimulationOptions options) {
    return preparation(options).prepareUnwatched();
  }

  /** A drive that everybody takes part in, and that is forgotten. */
  static Rehearsal rehearsal(SimulationOptions options) {
    return preparation(options).prepareRehearsal();
  }

  private static RunPreparation preparation(SimulationOptions options) {
    return new RunPreparation(
        options.withoutSettings(),
        Map.of(),
        Experiment.none(),
        Map.of(),
        new RunMode.Lockstep(NodeBodies.HERE),
        Progress.SILENT);
  }
}
