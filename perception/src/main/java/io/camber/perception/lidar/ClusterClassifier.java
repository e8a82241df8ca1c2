package io.camber.perception.lidar;

import io.camber.geometry.Angles;
import io.camber.geometry.Size3;
import io.camber.scene.ObjectClass;
import java.util.OptionalDouble;

/**
 * Rules from extent, height, upper body and lane direction to a class. Every class is tried with its length along either side
 * of the rectangle; sides that are only partly visible bound the size from below instead of measuring it. So the rear of a
 * car, a strip 1.8 m wide and 1.4 m high across the lane, stays a car: a bicycle of that length has a rider, not a roof.
 */
final class ClusterClassifier {
  /** What "unknown" scores against the classes. */
  private static final double UNKNOWN_SCORE = 0.22;

  /** An extent that is not measured says a little less. */
  private static final double UNMEASURED = 0.85;

  /** Vehicles across their lane are rare, not impossible. */
  private static final double ACROSS_LANE = 0.5;

  private static final double ACROSS_LANE_ANGLE = Math.toRadians(35.0);

  /** Vertical beam spacing of the sensor, rad: how much of the top may go unseen. */
  private static final double BEAM_SPACING = 0.008;

  /** Horizontal spacing of the sensor, rad: how much of an extent may fall beside its outermost returns. */
  private static final double COLUMN_SPACING = 0.006;

  /** Above this share of its height, a car still shows its roof and a two-wheeler only its rider's trunk. */
  private static final double UPPER_SHARE = 0.68;

  /** What shows of a vehicle behind something nearer is rarely this narrow for long. */
  private static final double SLIVER_M = 0.9;

  /** Lower than this everybody but a truck shows something, unless it is hidden: crowns of trees and signs do not. */
  private static final double FOOT_M = 0.65;

  private static final double FLOATING_SHARE = 0.15;

  /** The highest floor between the wheels of a truck. */
  private static final double CARGO_FLOOR_M = 1.2;

  /** Further away legs fall between two columns of returns, and a person begins with the trunk. */
  private static final double SPARSE_M = 28.0;

  private static final double TRUNK_M = 0.95;

  /** Nearer than this even the lowest beams pass above feet and sills. */
  private static final double BLIND_M = 5.0;

  /** Outlines of vehicles are smoother than this, m; hedges and fences are mostly rougher. */
  private static final double SMOOTH_M = 0.10;

  private static final double ROUGH_M = 0.25;

  /** What is left of a vehicle's score when its outline is rough: a load of branches exists. */
  private static final double ROUGH_SHARE = 0.15;

  /**
   * Class of a cluster of which an outline was traced and a box fitted.
   *
   * @param hiddenTopM how much higher it may be than it shows, because something hides its top
   */
  ClassGuess classify(
      Cluster cluster,
      Rectangle box,
      Visibility seen,
      Contour contour,
      double rangeM,
      double hiddenTopM,
      OptionalDouble laneYaw) {
    double upper = upperSpread(cluster, box);
    double total = UNKNOWN_SCORE;
    double best = UNKNOWN_SCORE;
    ClassGuess guess = unknown(cluster, box);
    for (ClassPrior prior : ClassPrior.ALL) {
      double common = prior.weight()
          * (prior.isWide() ? surfaceFit(contour.roughnessM) : 1.0)
          * heightFit(prior, cluster, contour.isShadowed, rangeM, hiddenTopM)
          * bodyFit(prior, cluster, upper, Math.max(box.uLengthM(), box.vLengthM()), seen);
      double alongU = common
          * sizeFit(prior, box, seen, true, COLUMN_SPACING * rangeM)
          * laneFit(prior, box.yaw(), laneYaw);
      double alongV = common
          * sizeFit(prior, box, seen, false, COLUMN_SPACING * rangeM)
          * laneFit(prior, box.yaw() + 0.5 * Math.PI, laneYaw);
      double score = Math.max(alongU, alongV);
      total += score;
      if (score > best) {
        best = score;
        Size3 typical = new Size3(
            prior.length().typical(),
            prior.width().typical(),
            Math.max(cluster.heightMax, prior.height().some()));
        guess = new ClassGuess(prior.objectClass(), 0.0, alongU >= alongV, typical);
      }
    }
    return new ClassGuess(guess.objectClass(), best / total, guess.lengthAlongU(), guess.typical());
  }

  private static ClassGuess unknown(Cluster cluster, Rectangle box) {
    return new ClassGuess(
        ObjectClass.UNKNOWN,
        0.0,
        box.uLengthM() >= box.vLengthM(),
        new Size3(0.2, 0.2, cluster.heightMax));
  }

  private static double heightFit(
      ClassPrior prior, Cluster cluster, boolean isShadowed, double rangeM, double hiddenTopM) {
    double top = cluster.heightMax;
    double unseen = BEAM_SPACING * rangeM;
    double fit = prior.height().fit(top);
    if (top < prior.height().some()) {
      double highest = top + Math.max(unseen, hiddenTopM);
      fit = Math.max(fit, 0.9 * prior.height().fit(Math.min(prior.height().some(), highest)));
    }
    if (cluster.heightMin > CARGO_FLOOR_M + unseen) {
      return 0.3 * fit;
    }
    boolean isSeen = !isShadowed && rangeM > BLIND_M && prior.objectClass() != ObjectClass.TRUCK;
    double lowest = unseen + (rangeM < SPARSE_M ? FOOT_M : TRUNK_M);
    return isSeen && cluster.heightMin > lowest ? FLOATING_SHARE * fit : fit;
  }

  private static double surfaceFit(double roughnessM) {
    double rough = Math.max(0.0, Math.min(1.0, (roughnessM - SMOOTH_M) / (ROUGH_M - SMOOTH_M)));
    return 1.0 - (1.0 - ROUGH_SHARE) * rough;
  }

  private static double bodyFit(
      ClassPrior prior, Cluster cluster, double upper, double longest, Visibility seen) {
    if (prior.isWide() && seen.isHidden() && longest < SLIVER_M) {
      return 0.4;
    }
    if (cluster.size() < 5) {
      return 1.0;
    }
    if (prior.isWide()) {
      return longest > 1.2 && upper < 0.75 && cluster.heightMax < 2.3 ? 0.25 : 1.0;
    }
    double slim = upper > 0.95 ? 0.1 : 1.0;
    return seen.isHidden() ? 0.6 * slim : slim;
  }

  private static double sizeFit(
      ClassPrior prior, Rectangle box, Visibility seen, boolean lengthAlongU, double unseen) {
    double length = lengthAlongU ? box.uLengthM() : box.vLengthM();
    double width = lengthAlongU ? box.vLengthM() : box.uLengthM();
    boolean lengthMeasured = lengthAlongU ? seen.uMeasured() : seen.vMeasured();
    boolean widthMeasured = lengthAlongU ? seen.vMeasured() : seen.uMeasured();
    return extentFit(prior.length(), length, lengthMeasured, unseen)
        * extentFit(prior.width(), width, widthMeasured, unseen);
  }

  private static double extentFit(
      ClassPrior.Span span, double extentM, boolean measured, double unseen) {
    return measured
        ? span.fit(Math.max(extentM, Math.min(span.some(), extentM + unseen)))
        : UNMEASURED * span.atMost(extentM);
  }

  private static double laneFit(ClassPrior prior, double yaw, OptionalDouble laneYaw) {
    if (laneYaw.isEmpty() || prior.objectClass() == ObjectClass.PEDESTRIAN) {
      return 1.0;
    }
    double turn = Math.abs(Angles.difference(yaw, laneYaw.getAsDouble()));
    double acute = Math.min(turn, Math.PI - turn);
    return acute > ACROSS_LANE_ANGLE ? ACROSS_LANE : 1.0;
  }

  /** Longest extent of the upper body along either side of the rectangle. */
  private static double upperSpread(Cluster cluster, Rectangle box) {
    double c = StrictMath.cos(box.yaw());
    double s = StrictMath.sin(box.yaw());
    double from = UPPER_SHARE * cluster.heightMax;
    double uMin = Double.POSITIVE_INFINITY;
    double uMax = Double.NEGATIVE_INFINITY;
    double vMin = Double.POSITIVE_INFINITY;
    double vMax = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < cluster.size(); i++) {
      if (cluster.height[i] >= from) {
        double u = c * cluster.x[i] + s * cluster.y[i];
        double v = -s * cluster.x[i] + c * cluster.y[i];
        uMin = Math.min(uMin, u);
        uMax = Math.max(uMax, u);
        vMin = Math.min(vMin, v);
        vMax = Math.max(vMax, v);
      }
    }
    return Math.max(uMax - uMin, vMax - vMin);
  }
}
