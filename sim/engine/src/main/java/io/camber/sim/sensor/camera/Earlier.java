package io.camber.sim.sensor.camera;

import io.camber.geometry.Pose3;
import io.camber.truth.ActorTruth;
import io.camber.truth.TruthFrame;
import java.util.ArrayList;
import java.util.List;

/** The world a few milliseconds before a frame: every actor moved back along its speed and yaw rate. */
final class Earlier {
  private Earlier() {}

  /** The frame as it was {@code agoS} before; lamps, signals and weather stay. */
  static TruthFrame by(double agoS, TruthFrame frame) {
    if (agoS == 0.0) {
      return frame;
    }
    List<ActorTruth> actors = new ArrayList<>();
    for (ActorTruth actor : frame.actors()) {
      actors.add(moved(actor, -agoS));
    }
    return new TruthFrame(
        frame.timeNs(),
        frame.egoName(),
        frame.egoEngaged(),
        actors,
        frame.signals(),
        frame.weather());
  }

  private static ActorTruth moved(ActorTruth actor, double forS) {
    Pose3 pose = actor.mapFromReference();
    double turn = actor.yawRateRadps() * forS;
    // The middle of the arc has its chord's direction.
    double heading = pose.yaw() + 0.5 * turn;
    double way = actor.speedMps() * forS;
    Pose3 then = new Pose3(
        pose.x() + way * StrictMath.cos(pose.pitch()) * StrictMath.cos(heading),
        pose.y() + way * StrictMath.cos(pose.pitch()) * StrictMath.sin(heading),
        pose.z() - way * StrictMath.sin(pose.pitch()),
        pose.yaw() + turn,
        pose.pitch(),
        pose.roll());
    return new ActorTruth(
        actor.name(),
        actor.objectClass(),
        actor.kind(),
        then,
        actor.size(),
        actor.centerOffsetM(),
        actor.centerOffsetLeftM(),
        actor.speedMps(),
        actor.accelMps2(),
        actor.yawRateRadps(),
        actor.wheelAngle(),
        actor.lights());
  }
}
