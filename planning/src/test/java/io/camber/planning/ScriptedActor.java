package io.camber.planning;

import io.camber.geometry.Pose2;
import io.camber.geometry.Size3;
import io.camber.geometry.Vec2;
import io.camber.scene.ObjectClass;
import io.camber.scene.PredictedPath;
import io.camber.scene.PredictedPoint;
import io.camber.scene.Track;
import io.camber.scene.TrackFuture;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * A road user that moves by a script: pose of its centre over time. Its future is what its velocity says until {@code insight}
 * after {@code turnS}, when the prediction has understood what the script is up to.
 */
record ScriptedActor(
    int id, ObjectClass objectClass, Size3 size, DoubleFunction<Pose2> motion, double knownFromS) {
  private static final double DT = 1e-3;

  static ScriptedActor car(int id, DoubleFunction<Pose2> motion) {
    return new ScriptedActor(
        id, ObjectClass.CAR, new Size3(4.5, 1.8, 1.5), motion, Double.POSITIVE_INFINITY);
  }

  static ScriptedActor pedestrian(int id, DoubleFunction<Pose2> motion) {
    return new ScriptedActor(
        id, ObjectClass.PEDESTRIAN, new Size3(0.6, 0.6, 1.8), motion, Double.POSITIVE_INFINITY);
  }

  /** The prediction sees through the script from a time on. */
  ScriptedActor knownFrom(double timeS) {
    return new ScriptedActor(id, objectClass, size, motion, timeS);
  }

  Vec2 velocity(double t) {
    Pose2 a = motion.apply(t);
    Pose2 b = motion.apply(t + DT);
    return new Vec2((b.x() - a.x()) / DT, (b.y() - a.y()) / DT);
  }

  Track track(double t) {
    Vec2 v = velocity(t);
    double accel = (velocity(t).length() - velocity(Math.max(0.0, t - 0.1)).length()) / 0.1;
    return new Track(
        id,
        objectClass,
        1.0,
        motion.apply(t),
        0.0,
        size,
        v,
        accel,
        0.0,
        1.0,
        0.1,
        0.1,
        1_000_000_000L,
        0L);
  }

  TrackFuture future(double t) {
    Vec2 v = velocity(t);
    Pose2 now = motion.apply(t);
    double accel = track(t).accelMps2();
    List<PredictedPoint> points = new ArrayList<>();
    for (int i = 0; i <= 17; i++) {
      double dt = 0.5 * i;
      if (t >= knownFromS) {
        Pose2 then = motion.apply(t + dt);
        points.add(new PredictedPoint(
            dt, then.x(), then.y(), then.yaw(), velocity(t + dt).length(), 0.1));
        continue;
      }
      double speed = v.length();
      double until = accel < -0.5 ? Math.min(dt, -speed / accel) : dt;
      double way = accel < -0.5 ? speed * until + 0.5 * accel * until * until : speed * dt;
      double share = speed > 0.0 ? way / speed : 0.0;
      points.add(new PredictedPoint(
          dt,
          now.x() + v.x() * share,
          now.y() + v.y() * share,
          now.yaw(),
          accel < -0.5 ? Math.max(0.0, speed + accel * until) : speed,
          0.1));
    }
    if (objectClass != ObjectClass.PEDESTRIAN || t >= knownFromS) {
      return new TrackFuture(id, List.of(new PredictedPath("script", 1.0, points)));
    }
    PredictedPoint here = points.get(0);
    PredictedPoint rest = new PredictedPoint(
        8.5, here.x() + 0.5 * v.x(), here.y() + 0.5 * v.y(), here.yaw(), 0.0, 0.1);
    PredictedPoint soon = new PredictedPoint(
        1.0, here.x() + 0.5 * v.x(), here.y() + 0.5 * v.y(), here.yaw(), 0.0, 0.1);
    return new TrackFuture(
        id,
        List.of(
            new PredictedPath("go-on", 0.8, points),
            new PredictedPath("stop", 0.2, List.of(here, soon, rest))));
  }
}
