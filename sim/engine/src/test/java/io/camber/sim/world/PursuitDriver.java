package io.camber.sim.world;

import io.camber.geometry.Pose2;
import io.camber.geometry.Pose3;
import io.camber.geometry.Vec2;
import io.camber.map.LanePosition;
import io.camber.map.LaneSegment;
import io.camber.map.RoadMap;
import io.camber.truth.ActorTruth;
import io.camber.vehicle.ControlCommand;
import io.camber.vehicle.DriveMode;

/** A trivial driver for world tests: pure pursuit of one lane's centre, looking beyond the steering's delay, on truth. */
final class PursuitDriver {
  /** Dead time and lag of the steering, roughly. */
  private static final double DELAY_S = 0.5;

  private final RoadMap map;
  private final double wheelbaseM;
  private final double speedMps;

  PursuitDriver(RoadMap map, double wheelbaseM, double speedMps) {
    this.map = map;
    this.wheelbaseM = wheelbaseM;
    this.speedMps = speedMps;
  }

  ControlCommand drive(long timeNs, ActorTruth ego) {
    Pose2 now = ego.mapFromReference().toPose2();
    double turn = ego.yawRateRadps() * DELAY_S;
    Vec2 ahead =
        now.apply(new Vec2(ego.speedMps() * DELAY_S, 0.5 * turn * ego.speedMps() * DELAY_S));
    Pose2 soon = new Pose2(ahead.x(), ahead.y(), now.yaw() + turn);
    double accel = Math.max(-3.0, Math.min(2.0, 1.5 * (speedMps - ego.speedMps())));
    return new ControlCommand(timeNs, steering(soon, ego.speedMps()), accel, DriveMode.NOMINAL);
  }

  private double steering(Pose2 soon, double speed) {
    LanePosition place = map.project(soon).orElseThrow();
    LaneSegment lane = place.lane();
    double reach = 3.0 + 0.6 * speed;
    Pose3 aim = lane.centerAt(Math.min(lane.lengthM(), place.s() + reach));
    Vec2 local = soon.applyInverse(new Vec2(aim.x(), aim.y()));
    return StrictMath.atan(2.0 * wheelbaseM * local.y() / local.dot(local));
  }
}
