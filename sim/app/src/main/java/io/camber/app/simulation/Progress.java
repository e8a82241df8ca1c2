package io.camber.app.simulation;

import io.camber.map.RoadMap;
import io.camber.truth.TruthFrame;

/** Told about a run while it goes on. Called on the run's own thread. */
public interface Progress {
  /** Says nothing. */
  Progress SILENT = (simulatedS, untilS, wallS) -> {};

  /** What the run is busy with before it moves. */
  default void note(String what) {}

  /** The world as it truly is at one instant, on the road of the run; called for every step. */
  default void world(TruthFrame frame, RoadMap map) {}

  /** Called about ten times a second of wall time. */
  void at(double simulatedS, double untilS, double wallS);
}
