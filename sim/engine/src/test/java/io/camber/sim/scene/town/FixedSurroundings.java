package io.camber.sim.scene.town;

import io.camber.sim.scene.Instance;
import java.util.List;

/** Surroundings given as a list. */
public final class FixedSurroundings implements Surroundings {
  private final List<Instance> instances;
  private final List<SignalHead> heads;

  public FixedSurroundings(List<Instance> instances, List<SignalHead> heads) {
    this.instances = List.copyOf(instances);
    this.heads = List.copyOf(heads);
  }

  @Override
  public List<SignalHead> collect(Region region, List<Instance> found) {
    found.addAll(instances);
    return heads;
  }
}
