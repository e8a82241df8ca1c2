package io.camber.sim.scene;

import io.camber.map.RoadMap;
import java.util.List;

/** The surroundings that a road map describes, built tile by tile when first asked for. */
final class MapSurroundings implements Surroundings {
  MapSurroundings(RoadMap map, long seed) {}

  @Override
  public void collect(double x, double y, double radius, List<Instance> found) {}

  @Override
  public List<SignalHead> heads(double x, double y, double radius) {
    return List.of();
  }
}
