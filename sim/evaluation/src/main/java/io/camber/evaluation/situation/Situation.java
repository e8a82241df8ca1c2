package io.camber.evaluation.situation;

import io.camber.geometry.Box2;
import io.camber.geometry.Pose2;
import io.camber.truth.ActorTruth;
import io.camber.truth.TruthFrame;
import java.util.List;
import java.util.Optional;

/**
 * The ego and its surroundings at one instant.
 *
 * @param others all actors but the ego, in scenario order
 * @param boxes footprints of the others
 * @param view along the road; empty off it
 */
public record Situation(
    TruthFrame frame,
    ActorTruth ego,
    Box2 footprint,
    List<ActorTruth> others,
    List<Box2> boxes,
    LaneContact lane,
    Optional<RoadView> view,
    Optional<Lead> lead,
    Optional<StopAhead> stop) {
  public Situation {
    others = List.copyOf(others);
    boxes = List.copyOf(boxes);
  }

  public long timeNs() {
    return frame.timeNs();
  }

  /** Seconds of the run's clock. */
  public double timeS() {
    return frame.timeNs() * 1e-9;
  }

  /** Rear axle on the ground. */
  public Pose2 rearAxle() {
    return ego.mapFromReference().toPose2();
  }

  public double speedMps() {
    return ego.speedMps();
  }

  public double lateralAccelMps2() {
    return ego.speedMps() * ego.yawRateRadps();
  }
}
