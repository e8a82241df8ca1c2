package io.camber.app.campaign;

import io.camber.app.simulation.Progress;
import io.camber.geometry.Angles;
import io.camber.geometry.Pose2;
import io.camber.map.LanePosition;
import io.camber.map.RoadMap;
import io.camber.truth.ActorTruth;
import io.camber.truth.TruthFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds when the safety driver has the car where the stack can have it back: for a second without break within half a metre of the
 * middle of a lane and within five degrees of its direction, four seconds after the take-over at the earliest. Adds up the way of
 * the car besides, by who drove.
 */
final class HandBack implements Progress {
  private static final long SECOND_NS = 1_000_000_000L;
  private static final long ON_DUTY_NS_MIN = 4 * SECOND_NS;
  private static final double OFFSET_M_MAX = 0.5;
  private static final double HEADING_MAX = Math.toRadians(5.0);
  private static final double NS = 1e-9;

  /** Way between two frames. */
  private record Leg(long endNs, double meters) {}

  private final TakeOvers takeOvers;
  private long goodSinceNs = Long.MAX_VALUE;
  private long backNs = Long.MAX_VALUE;
  private long lastNs = -1;
  private final List<Leg> stackLegs = new ArrayList<>();
  private double driverMeters;

  HandBack(TakeOvers takeOvers) {
    this.takeOvers = takeOvers;
  }

  @Override
  public void at(double simulatedS, double untilS, double wallS) {}

  @Override
  public void world(TruthFrame frame, RoadMap map) {
    Optional<ActorTruth> ego = frame.ego();
    if (ego.isEmpty()) {
      return;
    }
    measure(frame, ego.get());
    long now = frame.timeNs();
    if (takeOvers.isOpen() && backNs == Long.MAX_VALUE && now >= takeOvers.lastAtNs()) {
      goodSinceNs = isWell(ego.get(), map) ? Math.min(goodSinceNs, now) : Long.MAX_VALUE;
      long waited = now - takeOvers.lastAtNs();
      if (goodSinceNs <= now - SECOND_NS && waited >= ON_DUTY_NS_MIN) {
        backNs = now;
      }
    }
  }

  private void measure(TruthFrame frame, ActorTruth ego) {
    if (lastNs >= 0 && frame.egoEngaged()) {
      double way = Math.abs(ego.speedMps()) * (frame.timeNs() - lastNs) * NS;
      if (takeOvers.isOnDuty(frame.timeNs())) {
        driverMeters += way;
      } else {
        stackLegs.add(new Leg(frame.timeNs(), way));
      }
    }
    lastNs = frame.timeNs();
  }

  private static boolean isWell(ActorTruth ego, RoadMap map) {
    Pose2 pose = ego.mapFromReference().toPose2();
    Optional<LanePosition> lane = map.project(pose);
    return lane.isPresent()
        && lane.get().lane().isDrivable()
        && Math.abs(lane.get().d()) <= OFFSET_M_MAX
        && Math.abs(Angles.difference(
                pose.yaw(), lane.get().lane().centerAt(lane.get().s()).yaw()))
            <= HEADING_MAX;
  }

  /** When the stack can have the car back; {@code Long.MAX_VALUE} when it never can. */
  long backNs() {
    return backNs;
  }

  /** Way that the stack drove up to a time: past an event at which nobody took over, miles are nobody's. */
  double stackMeters(long untilNs) {
    double meters = 0.0;
    for (Leg leg : stackLegs) {
      meters += leg.endNs() <= untilNs ? leg.meters() : 0.0;
    }
    return meters;
  }

  double driverMeters() {
    return driverMeters;
  }
}
