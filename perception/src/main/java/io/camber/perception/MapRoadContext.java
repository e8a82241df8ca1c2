package io.camber.perception;

import io.camber.geometry.Vec2;
import io.camber.geometry.Vec3;
import io.camber.map.Crosswalk;
import io.camber.map.LaneSegment;
import io.camber.map.RoadMap;
import io.camber.map.road.LaneType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** {@link RoadContext} from a road map. Used by one thread. */
public final class MapRoadContext implements RoadContext {
  /** Chord of lane edges in the raster: 2 cm off the arc at 50 m radius. */
  private static final double STEP_M = 3.0;

  /** Vehicles this far outside the drivable area may be about to enter it. */
  private static final double VERGE_M = 1.5;

  /** People this far from the drivable area may be about to enter it within 2.5 s. */
  private static final double STRIP_M = 4.0;

  private static final double WALKING_MARGIN_M = 1.0;

  private final RoadMap map;
  private final SurfaceRaster raster;

  public MapRoadContext(RoadMap map) {
    this.map = map;
    Map<Long, List<Patch>> byTile = new TreeMap<>();
    for (LaneSegment lane : map.lanes()) {
      addLane(lane, byTile);
    }
    for (Crosswalk crosswalk : map.crosswalks()) {
      addFan(crosswalk.outline(), byTile);
    }
    this.raster = new SurfaceRaster(byTile);
  }

  @Override
  public Surface surfaceAt(double x, double y) {
    return raster.at(x, y);
  }

  @Override
  public OptionalDouble laneYaw(double x, double y) {
    return map.project(x, y)
        .map(place -> OptionalDouble.of(place.lane().centerAt(place.s()).yaw()))
        .orElse(OptionalDouble.empty());
  }

  private static void addLane(LaneSegment lane, Map<Long, List<Patch>> byTile) {
    LaneType type = lane.type();
    boolean isUsedByVehicles = type == LaneType.SHOULDER
        || type == LaneType.STOP
        || type == LaneType.PARKING
        || type == LaneType.BIKING
        || type == LaneType.ROAD_WORKS;
    if (lane.isDrivable()) {
      addStrip(lane, 0.0, Surface.ROAD, byTile);
      addStrip(lane, VERGE_M, Surface.VERGE, byTile);
      addStrip(lane, STRIP_M, Surface.WALKWAY, byTile);
    } else if (isUsedByVehicles) {
      addStrip(lane, 0.0, Surface.VERGE, byTile);
    } else if (type == LaneType.WALKING) {
      addStrip(lane, WALKING_MARGIN_M, Surface.WALKWAY, byTile);
    }
  }

  /** Cuts the lane's outline (left edge forwards, right edge backwards) into quadrilaterals. */
  private static void addStrip(
      LaneSegment lane, double reachM, Surface surface, Map<Long, List<Patch>> byTile) {
    List<Vec3> outline = lane.outline(STEP_M);
    int half = outline.size() / 2;
    for (int i = 0; i + 1 < half; i++) {
      List<Vec2> corners = new ArrayList<>();
      corners.add(outline.get(i).toVec2());
      corners.add(outline.get(i + 1).toVec2());
      corners.add(outline.get(outline.size() - 2 - i).toVec2());
      corners.add(outline.get(outline.size() - 1 - i).toVec2());
      add(corners, reachM, surface, byTile);
    }
  }

  private static void addFan(List<Vec2> outline, Map<Long, List<Patch>> byTile) {
    for (int i = 1; i + 1 < outline.size(); i++) {
      add(
          List.of(outline.get(0), outline.get(i), outline.get(i + 1)),
          2.0 * WALKING_MARGIN_M,
          Surface.WALKWAY,
          byTile);
    }
  }

  private static void add(
      List<Vec2> corners, double reachM, Surface surface, Map<Long, List<Patch>> byTile) {
    SurfaceRaster.file(new Patch(corners, reachM, surface), byTile);
  }
}
