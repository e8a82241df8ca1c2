package io.camber.prediction.lanefollow;

import io.camber.map.LanePosition;
import io.camber.map.LaneSegment;
import io.camber.map.RoadMap;
import io.camber.map.routing.LanePath;
import io.camber.map.routing.Router;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The ways on from a lane position, as paths; drawn once and kept. At most {@link #CAPACITY} paths are held. */
final class LanePaths {
  private static final int CAPACITY = 400;
  private static final int BRANCHES_MAX = 3;

  private final Router router;
  private final TreeMap<String, LanePath> drawn = new TreeMap<>();

  LanePaths(RoadMap map) {
    this.router = new Router(map);
  }

  /** Straightest first. */
  List<LanePath> from(LanePosition position, double aheadM) {
    List<LanePath> paths = new ArrayList<>();
    for (List<LaneSegment> lanes : router.branches(position, aheadM, BRANCHES_MAX)) {
      paths.add(path(lanes));
    }
    return paths;
  }

  private LanePath path(List<LaneSegment> lanes) {
    StringBuilder key = new StringBuilder();
    for (LaneSegment lane : lanes) {
      key.append(lane.id()).append(' ');
    }
    String name = key.toString();
    LanePath known = drawn.get(name);
    if (known != null) {
      return known;
    }
    if (drawn.size() >= CAPACITY) {
      drawn.clear();
    }
    LanePath path = LanePath.of(lanes);
    drawn.put(name, path);
    return path;
  }
}
