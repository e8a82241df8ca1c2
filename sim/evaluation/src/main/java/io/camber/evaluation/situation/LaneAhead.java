package io.camber.evaluation.situation;

import io.camber.geometry.Box2;
import io.camber.map.LanePosition;
import io.camber.map.LaneSegment;
import io.camber.map.RoadMap;
import io.camber.map.routing.LanePath;
import io.camber.map.routing.Router;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the path ahead of the ego, and keeps it while the ego stays on its lane. */
final class LaneAhead {
  private static final double PATH_M = 2.0 * Outlook.LOOK_M;

  private final RoadMap map;
  private final Router router;
  private List<String> route = List.of();
  private String laneId = "";
  private @Nullable LanePath path;

  LaneAhead(RoadMap map) {
    this.map = map;
    this.router = new Router(map);
  }

  /** The way the stack says it goes; where it names no lane, the lane is followed straight on. */
  void route(List<String> laneIds) {
    route = List.copyOf(laneIds);
    laneId = "";
  }

  /** What there is to see for an ego that stands there with that footprint. */
  Outlook from(LanePosition lane, Box2 egoBox) {
    LanePath along = pathFrom(lane);
    return new Outlook(
        along, egoBox, along.toFrenet(egoBox.center().x(), egoBox.center().y()));
  }

  private LanePath pathFrom(LanePosition ego) {
    LanePath known = path;
    if (known == null || !laneId.equals(ego.lane().id())) {
      List<LaneSegment> lanes = lanesFrom(ego);
      known = known == null || !known.lanes().equals(lanes) ? LanePath.of(lanes) : known;
      path = known;
      laneId = ego.lane().id();
    }
    return known;
  }

  private List<LaneSegment> lanesFrom(LanePosition ego) {
    int at = route.indexOf(ego.lane().id());
    if (at < 0) {
      return router.follow(ego, PATH_M);
    }
    List<LaneSegment> lanes = new ArrayList<>();
    double length = -ego.s();
    for (int i = at; i < route.size() && length < PATH_M; i++) {
      Optional<LaneSegment> lane = map.findLane(route.get(i));
      if (lane.isEmpty()) {
        break;
      }
      lanes.add(lane.get());
      length += lane.get().lengthM();
    }
    return lanes;
  }
}
