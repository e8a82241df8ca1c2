package io.camber.app.miscalibration;

import io.camber.app.input.SensorRigs;
import io.camber.app.input.Suggestions;
import io.camber.diagnostics.InputException;
import io.camber.sim.fault.Fault;
import io.camber.sim.fault.FaultTargets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Which drives are made: every scenario with every seed as it is, and with every miscalibration.
 *
 * @param untilS ends a drive at the latest
 * @param rig sensors of the car, a bundled one's name or a file; empty: the default one
 * @param sensor of the rig that sits wrongly
 * @param miscalibrations by axis, from small to large
 */
public record StudyPlan(
    List<Path> scenarios,
    long seedFirst,
    long seedCount,
    double untilS,
    String rig,
    String sensor,
    List<Miscalibration> miscalibrations) {

  /**
   * Checks that the rig has the sensor and that it can sit so.
   *
   * @throws InputException naming what cannot be
   */
  public StudyPlan {
    scenarios = List.copyOf(scenarios);
    miscalibrations = List.copyOf(miscalibrations);
    List<String> sensors = SensorRigs.named(rig).sensorIds();
    if (!sensors.contains(sensor)) {
      throw new InputException("--sensor " + sensor + ": the rig has none such"
          + Suggestions.hint(sensor, sensors) + "; it has " + String.join(", ", sensors));
    }
    FaultTargets targets = new FaultTargets(sensors, List.of());
    for (Miscalibration one : miscalibrations) {
      targets.check(Fault.parse(one.axis().fault(sensor, one.size())));
    }
  }

  List<Long> seeds() {
    return LongStream.range(seedFirst, seedFirst + seedCount).boxed().toList();
  }

  /** Drives in all. */
  public long drives() {
    return scenarios.size() * seedCount * (1L + miscalibrations.size());
  }

  List<Axis> axes() {
    return miscalibrations.stream().map(Miscalibration::axis).distinct().toList();
  }
}
