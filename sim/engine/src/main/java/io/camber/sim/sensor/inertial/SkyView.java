package io.camber.sim.sensor.inertial;

import io.camber.geometry.Vec3;
import io.camber.map.LanePosition;
import io.camber.map.RoadMap;
import io.camber.map.road.RoadStructure;
import java.util.Optional;
import java.util.function.Function;

/** What a satellite receiver sees of the sky: nothing in the tunnels of the map, part of it between its buildings. */
public final class SkyView {
  /**
   * What buildings do to a fix.
   *
   * @param stdM what the receiver adds to its own idea of the error
   */
  public record Detour(Vec3 errorM, double stdM) {
    static final Detour NONE = new Detour(new Vec3(0.0, 0.0, 0.0), 0.0);
  }

  private final RoadMap map;
  private final Facades facades;
  private final boolean hasTunnels;

  public SkyView(RoadMap map) {
    this.map = map;
    facades = new Facades(map);
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

  /** Detours of the signals at any place; empty where too few are heard for a fix. */
  public Function<Vec3, Optional<Detour>> detours(GnssConfig config, long seed) {
    if (facades.isEmpty() || config.reflectionShare() == 0.0) {
      return place -> Optional.of(Detour.NONE);
    }
    Satellites satellites = new Satellites(facades, config.reflectionShare(), seed);
    return place ->
        satellites.at(place).map(effect -> new Detour(effect.errorM(), effect.extraStdM()));
  }
}
