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
import org.jspecify.annotations.Nullable;

/**
 * Along the ego's lane: who is ahead, which light comes next.
 *
 * @param along the path ahead, from the start of the ego's lane
 * @param front station of the ego's front bumper
 */
record Outlook(LanePath along, Box2 egoBox, double front) {
  /** No further than this. */
  static final double LOOK_M = 150.0;

  /** The nearest of the others on the path; {@code boxes} are their footprints. */
  Optional<Lead> lead(List<ActorTruth> others, List<Box2> boxes) {
    Lead nearest = null;
    for (int i = 0; i < others.size(); i++) {
      Lead lead = leadOf(others.get(i), boxes.get(i));
      if (lead != null && (nearest == null || lead.clearanceM() < nearest.clearanceM())) {
        nearest = lead;
      }
    }
    return Optional.ofNullable(nearest);
  }

  /** Lights that share a stop line count as red when none of them shows anything else. */
  Optional<StopAhead> stop(TruthFrame frame) {
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

  private @Nullable Lead leadOf(ActorTruth actor, Box2 box) {
    if (box.center().position().distanceTo(egoBox.center().position()) > LOOK_M) {
      return null;
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
        ? new Lead(actor, clearance, actor.speedMps() * cos)
        : null;
  }
}
