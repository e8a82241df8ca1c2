package io.camber.map.routing;

import io.camber.map.LaneSegment;
import io.camber.map.SignalOnLane;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects the stop lines along a path. */
final class PathStops {
  /** Two stop lines of one signal closer than this are the end of a lane and the start of the next. */
  private static final double SAME_M = 5.0;

  private PathStops() {}

  static List<PathStop> of(LanePath path) {
    List<PathStop> stops = new ArrayList<>();
    List<LaneSegment> lanes = path.lanes();
    for (int i = 0; i < lanes.size(); i++) {
      if (leftByLaneChange(lanes, i)) {
        continue;
      }
      for (SignalOnLane target : lanes.get(i).signals()) {
        boolean last = i + 1 == lanes.size();
        boolean taken = target.viaLaneId().isEmpty()
            || last
            || target.viaLaneId().get().equals(lanes.get(i + 1).id());
        if (taken) {
          add(
              stops,
              new PathStop(target.signal(), target.kind(), path.stationOf(i, target.stopS())));
        }
      }
    }
    stops.sort(Comparator.comparingDouble(PathStop::s));
    return List.copyOf(stops);
  }

  /** True when the path goes on to a lane beside this one: the signals of the lane it ends on count. */
  private static boolean leftByLaneChange(List<LaneSegment> lanes, int i) {
    return i + 1 < lanes.size()
        && !lanes.get(i).successors().contains(lanes.get(i + 1).id());
  }

  private static void add(List<PathStop> stops, PathStop stop) {
    boolean known = stops.stream()
        .anyMatch(other -> other.signal().id().equals(stop.signal().id())
            && Math.abs(other.s() - stop.s()) < SAME_M);
    if (!known) {
      stops.add(stop);
    }
  }
}
