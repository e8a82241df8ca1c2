package io.camber.evaluation.situation;

import io.camber.geometry.Box2;
import io.camber.map.road.StopKind;
import io.camber.map.routing.FrenetPoint;
import io.camber.map.routing.LanePath;
import io.camber.map.routing.PathStop;
import io.camber.scene.SignalColor;
import io.camber.truth.ActorTruth;
import io.camber.truth.SignalTruth;
import io.camber.truth.TruthFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Along the ego's lane: who is ahead, which light comes next.
 *
 * @param along the path ahead, from the start of the ego's lane
 * @param place of the ego's middle on it
 */
record Outlook(LanePath along, Box2 egoBox, FrenetPoint place) {
  /** No further than this. */
  static final double LOOK_M = 150.0;

  /** Everybody on the path's coordinates; {@code boxes} are the footprints of the others. */
  RoadView view(ActorTruth ego, List<ActorTruth> others, List<Box2> boxes, Neighbours neighbours) {
    return new RoadView(
        Neighbours.of(along, ego, egoBox, place),
        neighbours.within(LOOK_M, egoBox, along, others, boxes),
        along.lengthM());
  }

  /** The nearest on the path. */
  Optional<Lead> lead(RoadView view) {
    Lead nearest = null;
    for (Neighbour each : view.neighbours()) {
      double clearance = each.s() - each.halfAlongM() - front();
      boolean overlaps = Math.abs(each.d()) - each.halfAcrossM() < egoBox.widthM() / 2.0;
      if (overlaps
          && each.s() > front() - egoBox.lengthM() / 2.0
          && (nearest == null || clearance < nearest.clearanceM())) {
        nearest = new Lead(each.actor(), clearance, each.alongMps());
      }
    }
    return Optional.ofNullable(nearest);
  }

  /** Station of the ego's front bumper. */
  private double front() {
    return place.s() + egoBox.lengthM() / 2.0;
  }

  /** Lights that share a stop line count as red when none of them shows anything else. */
  Optional<StopAhead> stop(TruthFrame frame) {
    List<String> ids = new ArrayList<>();
    double stopS = Double.NaN;
    for (PathStop stop : along.stops()) {
      boolean ahead = stop.kind() == StopKind.LIGHT && stop.s() >= front() - 0.5;
      if (ahead && (ids.isEmpty() || Math.abs(stop.s() - stopS) < 1.0)) {
        stopS = ids.isEmpty() ? stop.s() : stopS;
        ids.add(stop.signal().id());
      }
    }
    return ids.isEmpty() || stopS - front() > LOOK_M
        ? Optional.empty()
        : Optional.of(new StopAhead(ids, stopS - front(), allRed(frame, ids)));
  }

  private static boolean allRed(TruthFrame frame, List<String> signalIds) {
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
}
