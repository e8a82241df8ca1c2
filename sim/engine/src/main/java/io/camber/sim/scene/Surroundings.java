package io.camber.sim.scene;

import java.util.List;

/** Fixed things around a place. Implementations are thread safe and answer in the same order always. */
public interface Surroundings {
  /** Adds everything but signal heads whose bounds come nearer than {@code radius} to (x, y). */
  void collect(double x, double y, double radius, List<Instance> found);

  /** Signal heads nearer than {@code radius}. */
  List<SignalHead> heads(double x, double y, double radius);
}
