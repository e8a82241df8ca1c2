package io.camber.evaluation.rule;

import io.camber.scene.SignalColor;
import io.camber.truth.SignalTruth;
import io.camber.truth.TruthFrame;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which lights are red, since when, and how the ego moved then. Red with yellow is still red. */
final class RedPhases {
  private static final double DILEMMA_DECEL_MPS2 = 4.0;

  private final SortedMap<String, Phase> phases = new TreeMap<>();
  private double travelledM;

  /** When a light turned red, and the ego's odometer and speed then. */
  private record Phase(long sinceNs, double travelledM, double speedMps) {}

  void update(TruthFrame frame, double speedMps, double stepM) {
    travelledM += stepM;
    for (SignalTruth signal : frame.signals()) {
      if (signal.color() == SignalColor.RED || signal.color() == SignalColor.RED_YELLOW) {
        phases.putIfAbsent(signal.signalId(), new Phase(frame.timeNs(), travelledM, speedMps));
      } else {
        phases.remove(signal.signalId());
      }
    }
  }

  /** True when all of these lights are known and red. */
  boolean areRed(List<String> lights) {
    return phases.keySet().containsAll(lights);
  }

  /** Time since the last of these red lights turned red. */
  double redForS(List<String> lights, long timeNs) {
    return (timeNs - latest(lights).sinceNs()) * 1e-9;
  }

  /** True when at 4 m/s2 the ego could not have stopped on the way it had left when the light turned red. */
  boolean isDilemma(List<String> lights) {
    Phase phase = latest(lights);
    double brakingM = phase.speedMps() * phase.speedMps() / (2.0 * DILEMMA_DECEL_MPS2);
    return brakingM > travelledM - phase.travelledM();
  }

  private Phase latest(List<String> lights) {
    Phase latest = new Phase(Long.MIN_VALUE, 0.0, 0.0);
    for (String light : lights) {
      Phase phase = phases.get(light);
      latest = phase != null && phase.sinceNs() > latest.sinceNs() ? phase : latest;
    }
    return latest;
  }
}
