package io.camber.map;

import io.camber.geometry.Angles;
import io.camber.geometry.Pose3;
import io.camber.geometry.Vec3;
import io.camber.map.geometry.CurvePoint;
import io.camber.map.road.LaneSection;
import io.camber.map.road.Road;
import java.util.Arrays;
import java.util.TreeSet;

/**
 * The centre line of one lane, a curve at offset tc(s) from the reference line. Stations {@code l} here are arc length in plan
 * view measured along increasing road s; the mapping l(s) is tabulated once, cubic Hermite between the nodes.
 */
final class CenterLine {
  private static final double NODE_STEP_M = 2.0;
  private static final double DIFFERENCE_M = 1e-3;
  private static final int NEWTON_STEPS = 15;

  private final Road road;
  private final int sectionIndex;
  private final LaneSection section;
  private final int number;
  private final double[] nodeS;
  private final double[] nodeL;
  private final double[] nodeSpeed;
  private final double[] nodeX;
  private final double[] nodeY;
  private final double startRoadS;
  private final double endRoadS;

  CenterLine(Road road, int sectionIndex, int number) {
    this.road = road;
    this.sectionIndex = sectionIndex;
    this.section = road.sections().get(sectionIndex);
    this.number = number;
    this.nodeS = stations();
    int n = nodeS.length;
    this.nodeL = new double[n];
    this.nodeSpeed = new double[n];
    this.nodeX = new double[n];
    this.nodeY = new double[n];
    for (int i = 0; i < n; i++) {
      Foot foot = at(nodeS[i]);
      nodeSpeed[i] = foot.speed();
      nodeX[i] = foot.x();
      nodeY[i] = foot.y();
      if (i > 0) {
        double middle = at(0.5 * (nodeS[i - 1] + nodeS[i])).speed();
        double h = nodeS[i] - nodeS[i - 1];
        nodeL[i] = nodeL[i - 1] + h * (nodeSpeed[i - 1] + 4.0 * middle + nodeSpeed[i]) / 6.0;
      }
    }
    this.startRoadS = invert(0.0);
    this.endRoadS = invert(nodeL[n - 1]);
  }

  private double[] stations() {
    TreeSet<Double> stations = new TreeSet<>();
    double from = section.s();
    double to = section.sEnd();
    int steps = (int) Math.max(1.0, Math.ceil((to - from) / NODE_STEP_M));
    for (int i = 0; i < steps; i++) {
      stations.add(from + i * (to - from) / steps);
    }
    for (double s : road.shape().line().breaks()) {
      if (s > from && s < to) {
        stations.add(s);
      }
    }
    stations.add(to);
    return stations.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** A point of the centre line with its unit tangent along increasing s; speed is dl/ds. */
  record Foot(double x, double y, double cos, double sin, double speed) {}

  double lengthM() {
    return nodeL[nodeL.length - 1];
  }

  double clampS(double roadS) {
    return Math.max(section.s(), Math.min(section.sEnd(), roadS));
  }

  double toArc(double roadS) {
    double s = clampS(roadS);
    return arc(interval(nodeS, s), s);
  }

  /** Road s at an arc length. Both ends, which are asked for most, are kept. */
  double toRoadS(double arc) {
    if (arc <= 0.0) {
      return startRoadS;
    }
    return arc >= lengthM() ? endRoadS : invert(arc);
  }

  private double invert(double l) {
    int i = interval(nodeL, l);
    double span = nodeL[i + 1] - nodeL[i];
    if (span <= 0.0) {
      return nodeS[i];
    }
    double s = nodeS[i] + (nodeS[i + 1] - nodeS[i]) * (l - nodeL[i]) / span;
    for (int step = 0; step < NEWTON_STEPS; step++) {
      double error = arc(i, s) - l;
      double fraction = (s - nodeS[i]) / (nodeS[i + 1] - nodeS[i]);
      double speed = nodeSpeed[i] + fraction * (nodeSpeed[i + 1] - nodeSpeed[i]);
      if (Math.abs(error) < 1e-12 || speed <= 1e-9) {
        break;
      }
      s = Math.max(nodeS[i], Math.min(nodeS[i + 1], s - error / speed));
    }
    return s;
  }

  private static int interval(double[] table, double value) {
    int found = Arrays.binarySearch(table, value);
    return Math.max(0, Math.min(table.length - 2, found >= 0 ? found : -found - 2));
  }

  private double arc(int i, double s) {
    double h = nodeS[i + 1] - nodeS[i];
    double f = (s - nodeS[i]) / h;
    double g = 1.0 - f;
    return (1.0 + 2.0 * f) * g * g * nodeL[i]
        + f * g * g * h * nodeSpeed[i]
        + f * f * (3.0 - 2.0 * f) * nodeL[i + 1]
        - f * f * g * h * nodeSpeed[i + 1];
  }

  Foot at(double roadS) {
    return road.shape().isPlain() ? plain(roadS) : banked(roadS);
  }

  private Foot plain(double roadS) {
    CurvePoint point = road.shape().line().at(roadS);
    double t = section.centerT(number, roadS);
    double along = 1.0 - point.curvature() * t;
    double aside = section.centerSlope(number, roadS);
    double speed = Math.sqrt(along * along + aside * aside);
    double a = speed > 0.0 ? along / speed : 1.0;
    double b = speed > 0.0 ? aside / speed : 0.0;
    return new Foot(
        point.x() - t * point.sin(),
        point.y() + t * point.cos(),
        a * point.cos() - b * point.sin(),
        a * point.sin() + b * point.cos(),
        speed);
  }

  /** On a banked surface plan view shortens t and shears it along s on a grade; the tangent is a central difference. */
  private Foot banked(double roadS) {
    double before = clampS(roadS - DIFFERENCE_M);
    double after = clampS(roadS + DIFFERENCE_M);
    Pose3 here = surfaceAt(roadS);
    Pose3 a = surfaceAt(before);
    Pose3 b = surfaceAt(after);
    double dx = b.x() - a.x();
    double dy = b.y() - a.y();
    double chord = Math.sqrt(dx * dx + dy * dy);
    if (chord == 0.0) {
      return new Foot(
          here.x(), here.y(), StrictMath.cos(here.yaw()), StrictMath.sin(here.yaw()), 0.0);
    }
    return new Foot(here.x(), here.y(), dx / chord, dy / chord, chord / (after - before));
  }

  private Pose3 surfaceAt(double roadS) {
    return road.poseAt(sectionIndex, roadS, section.centerT(number, roadS));
  }

  /** Pose on the surface; yaw along the centre line. */
  Pose3 poseAt(double roadS) {
    Foot foot = at(roadS);
    Pose3 ground = surfaceAt(roadS);
    double yaw = StrictMath.atan2(foot.sin(), foot.cos());
    return new Pose3(ground.x(), ground.y(), ground.z(), yaw, ground.pitch(), ground.roll());
  }

  /** Point on the surface, {@code left} of the centre line seen along increasing s. */
  Vec3 pointAt(double roadS, double left) {
    Foot foot = at(roadS);
    double t = section.centerT(number, roadS) + left;
    double z = road.poseAt(sectionIndex, roadS, t).z();
    return new Vec3(foot.x() - left * foot.sin(), foot.y() + left * foot.cos(), z);
  }

  /**
   * Curvature along increasing s: the turning of the reference line plus that of the offset, d/ds atan(t' / (1 - k t)), per
   * centre-line arc. The change of k over s is left out: it enters only multiplied by t t'.
   */
  double curvatureAt(double roadS) {
    double k = road.curvatureAt(roadS);
    double t = section.centerT(number, roadS);
    double slope = section.centerSlope(number, roadS);
    double along = 1.0 - k * t;
    double squared = along * along + slope * slope;
    if (squared < 1e-12) {
      return 0.0;
    }
    double turn = (section.centerBend(number, roadS) * along + slope * k * slope) / squared;
    return (k + turn) / Math.sqrt(squared);
  }

  double widthAt(double roadS) {
    return section.widthAt(number, roadS);
  }

  /** Road s of the node nearest to the point. */
  double nearestNodeS(double x, double y) {
    int best = 0;
    double bestSquared = Double.POSITIVE_INFINITY;
    for (int i = 0; i < nodeX.length; i++) {
      double dx = x - nodeX[i];
      double dy = y - nodeY[i];
      double squared = dx * dx + dy * dy;
      if (squared < bestSquared) {
        bestSquared = squared;
        best = i;
      }
    }
    return nodeS[best];
  }

  /** Road s of the foot of the point on the centre line, by Newton from {@code guess}, clamped to the section. */
  double footOf(double x, double y, double guess) {
    double s = clampS(guess);
    for (int i = 0; i < NEWTON_STEPS; i++) {
      Foot foot = at(s);
      double dx = x - foot.x();
      double dy = y - foot.y();
      double ahead = dx * foot.cos() + dy * foot.sin();
      if (Math.abs(ahead) < 1e-10 || foot.speed() < 1e-6) {
        break;
      }
      double left = dy * foot.cos() - dx * foot.sin();
      double narrowing = Math.max(0.2, 1.0 - curvatureAt(s) * left);
      double next = clampS(s + ahead / (foot.speed() * narrowing));
      if (next == s) {
        break;
      }
      s = next;
    }
    return s;
  }

  /** Offset of the point left of the centre line at s, seen along increasing s. */
  double leftOf(double x, double y, double roadS) {
    Foot foot = at(roadS);
    return (y - foot.y()) * foot.cos() - (x - foot.x()) * foot.sin();
  }

  double headingAt(double roadS) {
    Foot foot = at(roadS);
    return Angles.wrap(StrictMath.atan2(foot.sin(), foot.cos()));
  }
}
