package io.camber.evaluation.situation;

import io.camber.geometry.Box2;
import io.camber.map.LanePosition;
import io.camber.map.LaneSegment;
import io.camber.map.RoadMap;
import io.camber.map.road.StopKind;
import io.camber.map.routing.FrenetPoint;
import io.camber.map.routing.LanePath;
import io.camber.map.routing.PathStop;
import io.camber.map.routing.Router;
import io.camber.scene.SignalColor;
import io.camber.truth.ActorTruth;
import io.camber.truth.SignalTruth;
import io.camber.truth.TruthFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks along the ego's lane: who is ahead, which light comes next. Keeps the path while the ego stays on its lane. */
final class LaneAhead {
  private static final double LOOK_M = 150.0;
  private static final double PATH_M = 2.0 * LOOK_M;

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

  Optional<Lead> lead(LanePosition ego, Box2 egoBox, List<ActorTruth> others) {
    LanePath along = pathFrom(ego);
    double front =
        along.toFrenet(egoBox.center().x(), egoBox.center().y()).s() + egoBox.lengthM() / 2.0;
    Optional<Lead> nearest = Optional.empty();
    for (ActorTruth actor : others) {
      Optional<Lead> lead = leadOf(along, front, egoBox, actor);
      if (lead.isPresent()
          && (nearest.isEmpty() || lead.get().clearanceM() < nearest.get().clearanceM())) {
        nearest = lead;
      }
    }
    return nearest;
  }

  /** Lights that share a stop line count as red when none of them shows anything else. */
  Optional<StopAhead> stop(LanePosition ego, Box2 egoBox, TruthFrame frame) {
    LanePath along = pathFrom(ego);
    double front =
        along.toFrenet(egoBox.center().x(), egoBox.center().y()).s() + egoBox.lengthM() / 2.0;
    List<String> ids = new ArrayList<>();
    double stopS = Double.NaN;
    for (PathStop stop : along.stops()) {
      boolean ahead = stop.kind() == StopKind.LIGHT && stop.s() >= front - 0.5;
      if (ahead && (ids.isEmpty() || Math.abs(stop.s() - stopS) < 1.0)) {
        stopS = ids.isEmpty() ? stop.s() : stopS;
        ids.add(stop.signal().id());
      }
    }
    return ids.isEmpty() || stopS - front > LOOK_M
        ? Optional.empty()
        : Optional.of(new StopAhead(ids, stopS - front, allRed(frame, ids)));
  }

  static boolean allRed(TruthFrame frame, List<String> signalIds) {
    boolean any = false;
    for (SignalTruth signal : frame.signals()) {
      if (signalIds.contains(signal.signalId())) {
        if (signal.color() != SignalColor.RED && signal.color() != SignalColor.RED_YELLOW) {
          return false;
        }
        any = true;
      }
    }
    return any;
  }

  private static Optional<Lead> leadOf(
      LanePath along, double front, Box2 egoBox, ActorTruth actor) {
    Box2 box = actor.footprint();
    if (box.center().position().distanceTo(egoBox.center().position()) > LOOK_M) {
      return Optional.empty();
    }
    FrenetPoint point = along.toFrenet(box.center().x(), box.center().y());
    double turn = box.center().yaw() - along.yawAt(point.s());
    double cos = StrictMath.cos(turn);
    double sin = Math.abs(StrictMath.sin(turn));
    double halfAlong = 0.5 * (box.lengthM() * Math.abs(cos) + box.widthM() * sin);
    double halfAcross = 0.5 * (box.lengthM() * sin + box.widthM() * Math.abs(cos));
    double clearance = point.s() - halfAlong - front;
    boolean overlaps = Math.abs(point.d()) - halfAcross < egoBox.widthM() / 2.0;
    return overlaps && point.s() > front - egoBox.lengthM() / 2.0
        ? Optional.of(new Lead(actor, clearance, actor.speedMps() * cos))
        : Optional.empty();
  }

  private LanePath pathFrom(LanePosition ego) {
    LanePath known = path;
    if (known == null || !laneId.equals(ego.lane().id())) {
      known = LanePath.of(lanesFrom(ego));
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
