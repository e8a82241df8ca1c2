package io.camber.sim.sensor.inertial;

import io.camber.geometry.Vec3;
import io.camber.map.LanePosition;
import io.camber.map.RoadMap;
import io.camber.map.road.RoadStructure;
import java.util.Optional;

/** Where a satellite receiver sees the sky: everywhere but in the tunnels of the map. */
public final class SkyView {
  private final RoadMap map;
  private final boolean hasTunnels;

  public SkyView(RoadMap map) {
    this.map = map;
    hasTunnels = map.roads().stream()
        .anyMatch(road -> road.structures().stream().anyMatch(SkyView::isTunnel));
  }

  private static boolean isTunnel(RoadStructure structure) {
    return structure.kind() == RoadStructure.Kind.TUNNEL;
  }

  /** False inside a tunnel. */
  public boolean isOpen(Vec3 place) {
    if (!hasTunnels) {
      return true;
    }
    Optional<LanePosition> lane = map.project(place);
    return lane.isEmpty()
        || lane.get().lane().road().structures().stream()
            .filter(SkyView::isTunnel)
            .noneMatch(tunnel -> tunnel.covers(
                lane.get().lane().number(), lane.get().lane().toRoadS(lane.get().s())));
  }
}
