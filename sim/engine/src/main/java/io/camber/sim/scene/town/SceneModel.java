package io.camber.sim.scene.town;

import io.camber.geometry.Vec3;
import io.camber.map.RoadMap;
import io.camber.sim.scene.Instance;
import io.camber.sim.scene.shape.ActorShapes;
import io.camber.truth.ActorTruth;
import io.camber.truth.SignalTruth;
import java.util.ArrayList;
import java.util.List;

/** Everything that sensors can see: the surroundings from the map and the actors. Thread safe: sensors may share it. */
public final class SceneModel {
  private final Surroundings surroundings;
  private final ActorShapes shapes = new ActorShapes();

  /** Prepares the meshes of the actors; the map's surroundings are built when a sensor first comes near. */
  public SceneModel(RoadMap map, List<ActorTruth> actorsAtStart, long seed) {
    this(
        new MapSurroundings(
            map,
            seed,
            actorsAtStart.stream()
                .map(actor -> actor.mapFromReference().position())
                .toList()),
        actorsAtStart);
  }

  /** A scene with other surroundings than a road map's. */
  public SceneModel(Surroundings surroundings, List<ActorTruth> actorsAtStart) {
    this.surroundings = surroundings;
    for (ActorTruth actor : actorsAtStart) {
      shapes.instance(actor);
    }
  }

  /** Fixed things in a region, signal heads dark, in the same order always. */
  public List<Instance> surroundings(Region region) {
    return surroundings(region, List.of());
  }

  /** Fixed things in a region, signal heads lit as {@code signals} say, in the same order always. */
  public List<Instance> surroundings(Region region, List<SignalTruth> signals) {
    List<Instance> found = new ArrayList<>();
    for (SignalHead head : surroundings.collect(region, found)) {
      found.add(head.lit(signals));
    }
    return found;
  }

  /** Where street lamps hang that may light the region. */
  public List<Vec3> streetLamps(Region region) {
    return surroundings.streetLamps(region);
  }

  /** The actor as it stands in its truth. */
  public Instance instance(ActorTruth actor) {
    return shapes.instance(actor);
  }
}
