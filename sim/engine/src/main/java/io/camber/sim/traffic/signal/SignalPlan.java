package io.camber.sim.traffic.signal;

import io.camber.geometry.Angles;
import io.camber.map.LaneSegment;
import io.camber.map.RoadMap;
import io.camber.map.road.Junction;
import io.camber.map.road.Signal;
import io.camber.map.road.SignalController;
import io.camber.scene.SignalColor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Fixed-time lights for a map that says which lights there are but not when they change. The lights of a junction go green one group
 * after the other, with yellow and all red between; a group is a controller of the map, or a single light without one, and groups
 * that face each other go together. Immutable.
 */
public final class SignalPlan {
  private static final double GREEN_S = 15.0;
  private static final double CLEARANCE_S = 2.0;
  private static final double RED_YELLOW_S = 1.0;

  /** Yellow by the speed of the approach: a second to react, then braking by 3 m/s². */
  private static final double REACTION_S = 1.0;

  private static final double BRAKING_MPS2 = 3.0;
  private static final double YELLOW_S_MIN = 3.0;
  private static final double YELLOW_S_MAX = 6.0;
  private static final double OPPOSED = Math.toRadians(150.0);
  private static final double LIMIT_MPS_DEFAULT = 50.0 / 3.6;

  private final Map<String, Turn> turns = new LinkedHashMap<>();

  /** Green from {@code startS} in a cycle of {@code cycleS}. */
  private record Turn(double startS, double yellowS, double cycleS) {}

  public SignalPlan(RoadMap map) {
    Set<String> taken = new LinkedHashSet<>();
    Map<String, Double> limits = limits(map);
    int junctions = 0;
    for (Junction junction : map.junctions()) {
      // neighbours do not all switch at once
      schedule(facing(map, groups(map, junction, taken)), limits, 7.0 * (junctions++ % 5));
    }
    for (Signal signal : map.signals()) {
      if (signal.dynamic() && !turns.containsKey(signal.id())) {
        schedule(List.of(List.of(signal.id()), List.of()), limits, 0.0);
      }
    }
  }

  /** Groups that face each other across the junction go at the same time; who turns across waits for a gap. */
  private static List<List<String>> facing(RoadMap map, List<List<String>> groups) {
    List<List<String>> joined = new ArrayList<>();
    for (List<String> group : groups) {
      double yaw = yaw(map, group);
      List<String> opposite = null;
      for (List<String> other : joined) {
        if (Math.abs(Angles.difference(yaw(map, other), yaw)) > OPPOSED) {
          opposite = other;
        }
      }
      if (opposite == null) {
        joined.add(new ArrayList<>(group));
      } else {
        opposite.addAll(group);
      }
    }
    return joined;
  }

  /** Where the first light of a group faces. */
  private static double yaw(RoadMap map, List<String> group) {
    return map.findSignal(group.get(0)).map(signal -> signal.pose().yaw()).orElse(0.0);
  }

  private void schedule(List<List<String>> groups, Map<String, Double> limits, double shiftS) {
    double cycle = 0.0;
    List<Double> starts = new ArrayList<>();
    List<Double> yellows = new ArrayList<>();
    for (List<String> group : groups) {
      double limit = LIMIT_MPS_DEFAULT;
      for (String id : group) {
        limit = Math.max(limit, limits.getOrDefault(id, LIMIT_MPS_DEFAULT));
      }
      double yellow =
          Math.max(YELLOW_S_MIN, Math.min(YELLOW_S_MAX, REACTION_S + limit / (2.0 * BRAKING_MPS2)));
      starts.add(cycle + shiftS);
      yellows.add(yellow);
      cycle += GREEN_S + yellow + CLEARANCE_S;
    }
    for (int i = 0; i < groups.size(); i++) {
      for (String id : groups.get(i)) {
        turns.put(id, new Turn(starts.get(i), yellows.get(i), cycle));
      }
    }
  }

  /** Speed limits of the lanes that lead to each light. */
  private static Map<String, Double> limits(RoadMap map) {
    Map<String, Double> limits = new LinkedHashMap<>();
    for (LaneSegment lane : map.lanes()) {
      double limit = lane.speedLimitMps();
      if (Double.isFinite(limit)) {
        lane.signals().forEach(target -> limits.merge(target.signal().id(), limit, Math::max));
      }
    }
    return limits;
  }

  private static List<List<String>> groups(RoadMap map, Junction junction, Set<String> taken) {
    List<List<String>> groups = new ArrayList<>();
    for (SignalController controller : map.controllers()) {
      if (controller.junctionIds().contains(junction.id())) {
        List<String> own = controller.signalIds().stream()
            .filter(id -> map.findSignal(id).isPresent() && taken.add(id))
            .toList();
        if (!own.isEmpty()) {
          groups.add(own);
        }
      }
    }
    for (String roadId : junction.connectingRoadIds()) {
      map.lanes().stream()
          .filter(lane -> lane.roadId().equals(roadId))
          .flatMap(lane -> lane.signals().stream())
          .filter(
              target -> target.signal().dynamic() && taken.add(target.signal().id()))
          .forEach(target -> groups.add(List.of(target.signal().id())));
    }
    return groups;
  }

  /** What a light shows; UNKNOWN when the plan does not know it. */
  public SignalColor color(String signalId, double timeS) {
    Turn turn = turns.get(signalId);
    if (turn == null) {
      return SignalColor.UNKNOWN;
    }
    double at = timeS - turn.startS();
    at -= turn.cycleS() * Math.floor(at / turn.cycleS());
    if (at < GREEN_S) {
      return SignalColor.GREEN;
    }
    if (at < GREEN_S + turn.yellowS()) {
      return SignalColor.YELLOW;
    }
    return at >= turn.cycleS() - RED_YELLOW_S ? SignalColor.RED_YELLOW : SignalColor.RED;
  }
}
