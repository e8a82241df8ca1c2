package io.camber.app.simulation;

/** Told about a run while it goes on. Called on the run's own thread. */
public interface Progress {
  /** Says nothing. */
  Progress SILENT = (simulatedS, untilS, wallS) -> {};

  /** What the run is busy with before it moves. */
  default void note(String what) {}

  /** Called about ten times a second of wall time. */
  void at(double simulatedS, double untilS, double wallS);
}
