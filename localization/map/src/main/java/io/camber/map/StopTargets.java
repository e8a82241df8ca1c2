package io.camber.map;

import io.camber.geometry.Angles;
import io.camber.geometry.Pose3;
import io.camber.map.road.Lane;
import io.camber.map.road.LaneRange;
import io.camber.map.road.Orientation;
import io.camber.map.road.Road;
import io.camber.map.road.RoadNetwork;
import io.camber.map.road.Signal;
import io.camber.map.road.SignalReference;
import io.camber.map.road.StopKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Brings signals to the lanes they are valid for. A signal of a junction's connecting road stops cars before the junction: at
 * the end of each incoming lane, and at station 0 of the connecting lane. A signal of any other road stops them at its own s.
 */
final class StopTargets {
  private final LaneGraph graph;
  private final Map<String, Signal> signals = new LinkedHashMap<>();
  private final Map<String, List<SignalOnLane>> byLane = new LinkedHashMap<>();

  StopTargets(RoadNetwork network, LaneGraph graph) {
    this.graph = graph;
    for (Road road : network.roads()) {
      road.signals().forEach(signal -> signals.putIfAbsent(signal.id(), signal));
    }
    for (Road road : network.roads()) {
      for (SignalReference reference : road.signalReferences()) {
        Optional.ofNullable(signals.get(reference.signalId()))
            .flatMap(Signal::stopKind)
            .ifPresent(kind -> place(road, reference, kind));
      }
    }
  }

  /** All signals in file order; lights turned to face the lanes they are for. */
  List<Signal> signals() {
    return List.copyOf(signals.values());
  }

  List<SignalOnLane> on(LaneKey key) {
    return byLane.getOrDefault(key.id(), List.of()).stream()
        .map(target -> new SignalOnLane(
            signals.getOrDefault(target.signal().id(), target.signal()),
            target.kind(),
            target.laneId(),
            target.stopS(),
            target.viaLaneId()))
        .sorted(Comparator.comparingDouble(SignalOnLane::stopS))
        .toList();
  }

  private void place(Road road, SignalReference reference, StopKind kind) {
    for (LaneKey key : validLanes(road, reference)) {
      if (road.junctionId().isPresent()) {
        beforeJunction(entryOf(key), reference.signalId(), kind);
      } else {
        double arc = key.center().toArc(reference.s());
        double s = key.isAlongRoad() ? arc : key.center().lengthM() - arc;
        add(key, reference.signalId(), kind, s, Optional.empty());
      }
    }
  }

  /** Explicit lanes win over the orientation where the two contradict each other: exporters disagree on its sign. */
  private List<LaneKey> validLanes(Road road, SignalReference reference) {
    List<LaneKey> valid = new ArrayList<>();
    List<LaneKey> oriented = new ArrayList<>();
    int section = road.sectionIndexAt(reference.s());
    for (LaneKey key : graph.keysOf(road, section)) {
      Lane lane = key.lane();
      if (lane.type().isDrivable() && LaneRange.anyHolds(reference.validity(), lane.number())) {
        valid.add(key);
        if (isFor(reference.orientation(), key)) {
          oriented.add(key);
        }
      }
    }
    boolean contradictory = oriented.isEmpty() && !reference.validity().isEmpty();
    return contradictory ? valid : oriented;
  }

  private static boolean isFor(Orientation orientation, LaneKey key) {
    return switch (orientation) {
      case FORWARD -> key.isAlongRoad();
      case BACKWARD -> !key.isAlongRoad();
      case BOTH -> true;
    };
  }

  /** The lane of the same road on which cars enter it. */
  private LaneKey entryOf(LaneKey key) {
    LaneKey entry = key;
    for (int i = 0; i < key.road().sections().size(); i++) {
      Optional<LaneKey> before = graph.linksOf(entry).predecessors().stream()
          .map(graph::key)
          .filter(other -> other.road().id().equals(key.road().id()))
          .findFirst();
      if (before.isEmpty()) {
        break;
      }
      entry = before.get();
    }
    return entry;
  }

  private void beforeJunction(LaneKey entry, String signalId, StopKind kind) {
    add(entry, signalId, kind, 0.0, Optional.empty());
    for (String id : graph.linksOf(entry).predecessors()) {
      LaneKey incoming = graph.key(id);
      add(incoming, signalId, kind, incoming.center().lengthM(), Optional.of(entry.id()));
    }
  }

  private void add(
      LaneKey key, String signalId, StopKind kind, double stopS, Optional<String> via) {
    Signal signal = signals.get(signalId);
    if (signal == null) {
      return;
    }
    List<SignalOnLane> targets = byLane.computeIfAbsent(key.id(), id -> new ArrayList<>());
    boolean known = targets.stream()
        .anyMatch(t -> t.signal().id().equals(signalId) && t.viaLaneId().equals(via));
    if (!known) {
      targets.add(new SignalOnLane(signal, kind, key.id(), stopS, via));
      face(signal, key, stopS);
    }
  }

  /** Turns a light that would show its back to the lane it is for. */
  private void face(Signal signal, LaneKey key, double stopS) {
    double arc = key.isAlongRoad() ? stopS : key.center().lengthM() - stopS;
    double heading = key.center().headingAt(key.center().toRoadS(arc));
    double approach = key.isAlongRoad() ? heading : heading + Math.PI;
    Pose3 pose = signal.pose();
    if (signal.dynamic()
        && Math.abs(Angles.difference(pose.yaw(), approach + Math.PI)) > Math.PI / 2.0) {
      Pose3 turned =
          new Pose3(pose.x(), pose.y(), pose.z(), pose.yaw() + Math.PI, pose.pitch(), pose.roll());
      signals.put(signal.id(), signal.withPose(turned));
    }
  }
}
