package io.camber.sim.scene;

import java.util.List;

/** Fixed things around a place. Implementations are thread safe and answer in the same order always. */
public interface Surroundings {
  /** Adds all that may reach into the region, except traffic lights' heads, which it returns. */
  List<SignalHead> collect(Region region, List<Instance> found);
}
