package io.camber.sim.scene.town;

import io.camber.geometry.Vec3;
import io.camber.sim.scene.Instance;
import java.util.List;

/** Fixed things around a place. Implementations are thread safe and answer in the same order always. */
public interface Surroundings {
  /** Adds all that may reach into the region, except traffic lights' heads, which it returns. */
  List<SignalHead> collect(Region region, List<Instance> found);

  /** Where street lamps hang that may light the region. */
  default List<Vec3> streetLamps(Region region) {
    return List.of();
  }
}
