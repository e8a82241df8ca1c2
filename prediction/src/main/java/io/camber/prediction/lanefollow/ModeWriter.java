package io.camber.prediction.lanefollow;

import io.camber.geometry.Angles;
import io.camber.map.routing.LanePath;
import io.camber.scene.PredictedPoint;
import io.camber.scene.Track;
import java.util.ArrayList;
import java.util.List;

/** Turns motion along a lane, or free motion, into predicted points with growing uncertainty. */
final class ModeWriter {
  /** One sigma of what drivers and people do unforeseen. */
  private static final double ACCEL_STD_MPS2 = 0.5;

  private final PredictionConfig config;

  ModeWriter(PredictionConfig config) {
    this.config = config;
  }

  /**
   * Along a path, with the offset led from where it is to where it settles.
   *
   * @param settleS time until the offset is reached
   */
  List<PredictedPoint> onPath(
      Track track,
      LanePath path,
      double startS,
      double d,
      double lateralMps,
      SpeedPlan speeds,
      double targetD,
      double settleS) {
    List<PredictedPoint> points = new ArrayList<>(config.steps() + 1);
    double bodyError = Angles.difference(track.center().yaw(), path.yawAt(startS));
    for (int i = 0; i <= config.steps(); i++) {
      double t = i * config.stepS();
      double f = Math.min(1.0, t / settleS);
      // Cubic Hermite from (d, lateral speed) to (target, 0).
      double h00 = (1.0 + 2.0 * f) * (1.0 - f) * (1.0 - f);
      double h10 = f * (1.0 - f) * (1.0 - f);
      double offset = h00 * d + h10 * settleS * lateralMps + (1.0 - h00) * targetD;
      double rate = f >= 1.0
          ? 0.0
          : 6.0 * f * (1.0 - f) * (targetD - d) / settleS
              + (1.0 - f) * (1.0 - 3.0 * f) * lateralMps;
      double s = startS + speeds.way(i);
      double lineYaw = path.yawAt(s);
      double v = speeds.speedMps(i);
      double turn = v > 1.0 ? StrictMath.atan2(rate, v) : 0.0;
      double keepsBody = Math.max(0.0, 1.0 - t);
      double yaw =
          i == 0 ? track.center().yaw() : lineYaw + turn + keepsBody * (v > 1.0 ? 0.0 : bodyError);
      points.add(new PredictedPoint(
          t,
          path.xAt(s) - offset * StrictMath.sin(lineYaw),
          path.yAt(s) + offset * StrictMath.cos(lineYaw),
          Angles.wrap(yaw),
          v,
          positionStd(track, t)));
    }
    return points;
  }

  /** Straight or turning on, without a lane; the turn fades with the time constant. */
  List<PredictedPoint> free(
      Track track, double course, double yawRateRadps, double tauS, SpeedPlan speeds) {
    List<PredictedPoint> points = new ArrayList<>(config.steps() + 1);
    double x = track.center().x();
    double y = track.center().y();
    double body = Angles.difference(track.center().yaw(), course);
    for (int i = 0; i <= config.steps(); i++) {
      double t = i * config.stepS();
      double turned = yawRateRadps * tauS * (1.0 - StrictMath.exp(-t / tauS));
      if (i > 0) {
        double before = yawRateRadps * tauS * (1.0 - StrictMath.exp(-(t - config.stepS()) / tauS));
        double middle = course + 0.5 * (before + turned);
        double way = speeds.way(i) - speeds.way(i - 1);
        x += way * StrictMath.cos(middle);
        y += way * StrictMath.sin(middle);
      }
      points.add(new PredictedPoint(
          t, x, y, Angles.wrap(course + body + turned), speeds.speedMps(i), positionStd(track, t)));
    }
    return points;
  }

  private static double positionStd(Track track, double t) {
    double drift = track.velocityStdMps() * t;
    double will = 0.5 * ACCEL_STD_MPS2 * t * t;
    double p = track.positionStdM();
    return Math.sqrt(p * p + drift * drift + will * will);
  }
}
