package io.camber.app.simulation;

/** Told about a run while it goes on. Called on the run's own thread. */
public interface Progress {
  /** Says nothing. */
  Progress SILENT = (simulatedS, untilS, wallS) -> {};

  /** Called about ten times a second of wall time. */
  void at(double simulatedS, double untilS, double wallS);
}
