package io.camber.sim.scene;

import io.camber.map.RoadMap;
import io.camber.truth.ActorTruth;
import java.util.List;

/** Everything that sensors can see. Thread safe: sensors may share it. */
public final class SceneModel {

  /** Prepares the meshes of the actors; the map's surroundings are built when a sensor first comes near. */
  public SceneModel(RoadMap map, List<ActorTruth> actorsAtStart, long seed) {}
}
