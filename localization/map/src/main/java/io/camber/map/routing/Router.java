package io.camber.map.routing;

import io.camber.map.LanePosition;
import io.camber.map.LaneSegment;
import io.camber.map.RoadMap;
import java.util.List;
import java.util.Optional;

/** Finds ways through the lane graph of one map. Immutable and thread safe; ties fall the same way in every run. */
@SuppressWarnings("DoNotCallSuggester")
public final class Router {
  private final RoadMap map;

  public Router(RoadMap map) {
    this.map = map;
  }

  /**
   * The cheapest lanes from one place to another by driving time, lane changes costing extra; from the lane of {@code from}
   * to the lane of {@code to}, both included.
   */
  public Optional<List<LaneSegment>> route(LanePosition from, LanePosition to) {
    throw new UnsupportedOperationException(" " + map.name() + from + to);
  }

  /** A route through places in order; empty when one of the legs has no way. */
  public Optional<List<LaneSegment>> route(LanePosition from, List<LanePosition> to) {
    throw new UnsupportedOperationException(" " + from + to);
  }

  /** Follows the lane straight on (least turning at forks) until {@code aheadM} of lane lie ahead of {@code from} or it ends. */
  public List<LaneSegment> follow(LanePosition from, double aheadM) {
    throw new UnsupportedOperationException(" " + from + aheadM);
  }

  /** Every way to go on without changing lanes until {@code aheadM} lie ahead, at most {@code countMax} ways, straightest first. */
  public List<List<LaneSegment>> branches(LanePosition from, double aheadM, int countMax) {
    throw new UnsupportedOperationException(" " + from + aheadM + countMax);
  }
}
