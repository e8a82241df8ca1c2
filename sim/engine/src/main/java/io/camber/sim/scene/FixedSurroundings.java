package io.camber.sim.scene;

import java.util.List;

/** Surroundings given as a list, for proving grounds and tests. */
public final class FixedSurroundings implements Surroundings {
  private final List<Instance> instances;
  private final List<SignalHead> heads;

  public FixedSurroundings(List<Instance> instances, List<SignalHead> heads) {
    this.instances = List.copyOf(instances);
    this.heads = List.copyOf(heads);
  }

  @Override
  public void collect(double x, double y, double radius, List<Instance> found) {
    found.addAll(instances);
  }

  @Override
  public List<SignalHead> heads(double x, double y, double radius) {
    return heads;
  }
}
