package io.camber.perception.tracking;

import io.camber.geometry.Angles;
import io.camber.geometry.Pose2;
import io.camber.geometry.Vec2;

/**
 * Compares a sighting with a track by the edges that the sensor really saw. A box that grows or shrinks does so at its hidden
 * side; measuring its middle would turn that into motion, so the middle is inferred from the visible edges and the track's
 * own size.
 *
 * @param alongAnchor visible end: +1 front, -1 rear, 0 both or undecided
 * @param acrossAnchor visible side: +1 left, -1 right, 0 both or undecided
 * @param isFlankLit seen from so far aside that its length shows
 */
record BoxAlignment(
    BoxFix fix,
    int alongAnchor,
    int acrossAnchor,
    double lengthM,
    double widthM,
    boolean isFlankLit) {
  /** Sizes closer than this need no anchor. */
  private static final double SAME_SIZE_M = 0.3;

  private static final double STD_M = 0.10;
  private static final double STD_PER_M = 0.002;
  private static final double FEW_POINTS_STD_M = 0.25;

  /** What the detector says less than this for is no more than a claim, and may be cut anywhere. */
  static final double DOUBTFUL_SCORE = 0.2;

  /** Sine of the least angle between a ray and a flank that still returns all of it: 9 degrees. */
  private static final double INCIDENCE_MIN = 0.16;

  /**
   * A box turned further than this against its track is not believed in its direction nor its size: the rear of a car that is
   * taken for a bicycle lies across. Its visible edges still tell where the track is.
   */
  private static final double TURN_MAX = Math.toRadians(50.0);

  static BoxAlignment of(
      Sighting seen, Pose2 predicted, double trackL, double trackW, Vec2 sensor) {
    double turn = Angles.difference(seen.center().yaw(), predicted.yaw());
    double half = Math.PI * Math.rint(turn / Math.PI);
    double yaw = Angles.wrap(seen.center().yaw() - half);
    boolean isTurned = Math.abs(turn - half) > TURN_MAX;
    double length = seen.lengthM();
    double width = seen.widthM();
    if (isTurned) {
      yaw = predicted.yaw();
      double c = Math.abs(StrictMath.cos(turn));
      double s = Math.abs(StrictMath.sin(turn));
      length = c * seen.lengthM() + s * seen.widthM();
      width = s * seen.lengthM() + c * seen.widthM();
    }
    Pose2 box = new Pose2(seen.center().x(), seen.center().y(), yaw);
    Vec2 sensorInBox = box.applyInverse(sensor);
    Vec2 predictedInBox = box.applyInverse(predicted.position());
    int along = anchor(sensorInBox.x(), length, trackL, predictedInBox.x());
    int across = anchor(sensorInBox.y(), width, trackW, predictedInBox.y());
    Vec2 middle =
        box.apply(new Vec2(0.5 * along * (length - trackL), 0.5 * across * (width - trackW)));
    double spread = FEW_POINTS_STD_M / Math.sqrt(1.0 + seen.detection().pointCount());
    double std = STD_M + STD_PER_M * seen.rangeM() + spread;
    boolean isSquare = Math.abs(trackL - trackW) < SAME_SIZE_M;
    boolean isLoose = (isTurned && !isSquare) || seen.detection().score() < DOUBTFUL_SCORE;
    double loose = isLoose ? 2.0 : 1.0;
    double alongStd = loose * std + (along == 0 ? 0.15 * Math.abs(length - trackL) : 0.0);
    double acrossStd = loose * std + (across == 0 ? 0.15 * Math.abs(width - trackW) : 0.0);
    double yawStd = isTurned ? Double.POSITIVE_INFINITY : yawStd(seen);
    return new BoxAlignment(
        new BoxFix(middle.x(), middle.y(), yaw, alongStd, acrossStd, yawStd, seen.ageS()),
        along,
        across,
        isTurned ? trackL : length,
        isTurned ? trackW : width,
        isFlankLit(sensorInBox, length, width));
  }

  private static boolean isFlankLit(Vec2 sensorInBox, double length, double width) {
    double beside = Math.max(0.0, Math.abs(sensorInBox.y()) - 0.5 * width);
    double farEnd = Math.abs(sensorInBox.x()) + 0.5 * length;
    return beside >= INCIDENCE_MIN * Math.sqrt(beside * beside + farEnd * farEnd);
  }

  /** True when the box lies across its track, so that its direction says nothing. */
  boolean isTurned() {
    return Double.isInfinite(fix.yawStd());
  }

  private static double yawStd(Sighting seen) {
    return seen.detection().pointCount() < 15 ? 0.20 : 0.08;
  }

  private static int anchor(double sensor, double extent, double trackExtent, double predicted) {
    if (sensor > 0.5 * extent) {
      return 1;
    }
    if (sensor < -0.5 * extent) {
      return -1;
    }
    if (Math.abs(extent - trackExtent) < SAME_SIZE_M) {
      return 0;
    }
    // Beside the sensor either end may be cut off: trust the end that agrees with the prediction.
    double slack = 0.5 * (extent - trackExtent);
    double front = Math.abs(predicted - slack);
    double rear = Math.abs(predicted + slack);
    double both = Math.abs(predicted);
    if (both <= front && both <= rear) {
      return 0;
    }
    return front < rear ? 1 : -1;
  }
}
