package io.camber.map;

import io.camber.geometry.Angles;
import io.camber.geometry.Pose3;
import io.camber.geometry.Vec3;
import io.camber.map.geometry.CurvePoint;
import io.camber.map.geometry.ReferenceLine;
import io.camber.map.road.LaneSection;
import io.camber.map.road.Road;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

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
  private final boolean plain;
  private final ReferenceLine line;

  /** Made when first asked for: most lanes of a large map are never driven. Two threads at worst make it twice, alike. */
  private volatile @Nullable ArcTable table;

  CenterLine(Road road, int sectionIndex, int number) {
    this.road = road;
    this.sectionIndex = sectionIndex;
    this.section = road.sections().get(sectionIndex);
    this.number = number;
    this.plain = road.shape().isPlain();
    this.line = road.shape().line();
  }

  private ArcTable table() {
    ArcTable known = table;
    if (known == null) {
      known = ArcTable.of(stations(), this::at);
      table = known;
    }
    return known;
  }

  private double[] stations() {
    double from = section.s();
    double to = section.sEnd();
    int steps = (int) Math.max(1.0, Math.ceil((to - from) / NODE_STEP_M));
    double[] breaks = road.shape().line().breaks();
    double[] stations = new double[steps + 1 + breaks.length];
    int count = 0;
    for (int i = 0; i < steps; i++) {
      stations[count++] = from + i * (to - from) / steps;
    }
    for (double s : breaks) {
      if (s > from && s < to) {
        stations[count++] = s;
      }
    }
    stations[count++] = to;
    Arrays.sort(stations, 0, count);
    return distinct(stations, count);
  }

  private static double[] distinct(double[] sorted, int count) {
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (i == 0 || sorted[i] != sorted[kept - 1]) {
        sorted[kept++] = sorted[i];
      }
    }
    return Arrays.copyOf(sorted, kept);
  }

  /** A point of the centre line with its unit tangent along increasing s; speed is dl/ds. */
  record Foot(double x, double y, double cos, double sin, double speed) {}

  double lengthM() {
    return table().lengthM();
  }

  double clampS(double roadS) {
    return Math.max(section.s(), Math.min(section.sEnd(), roadS));
  }

  double toArc(double roadS) {
    return table().toArc(clampS(roadS));
  }

  double toRoadS(double arc) {
    return table().toRoadS(arc);
  }

  Foot at(double roadS) {
    return plain ? plain(roadS) : banked(roadS);
  }

  private Foot plain(double roadS) {
    CurvePoint point = line.at(roadS);
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
    if (road.shape().isPlain()) {
      double height = road.heightAt(sectionIndex, roadS, section.centerT(number, roadS));
      return new Pose3(
          foot.x(),
          foot.y(),
          road.shape().elevationAt(roadS) + height,
          StrictMath.atan2(foot.sin(), foot.cos()),
          road.shape().pitchAt(roadS),
          0.0);
    }
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
    return table().nearestS(x, y);
  }

  /** A foot on the centre line, and how far left of the line the point lies, seen along increasing s. */
  record Nearest(double s, double left) {}

  /** The foot of the point on the centre line, by Newton from {@code guess}, clamped to the section. */
  Nearest nearest(double x, double y, double guess) {
    double s = clampS(guess);
    for (int i = 0; i < NEWTON_STEPS; i++) {
      Foot foot = at(s);
      double dx = x - foot.x();
      double dy = y - foot.y();
      double ahead = dx * foot.cos() + dy * foot.sin();
      double left = dy * foot.cos() - dx * foot.sin();
      if (Math.abs(ahead) < 1e-10 || foot.speed() < 1e-6) {
        return new Nearest(s, left);
      }
      double narrowing = Math.max(0.2, 1.0 - curvatureAt(s) * left);
      double next = clampS(s + ahead / (foot.speed() * narrowing));
      if (next == s) {
        return new Nearest(s, left);
      }
      s = next;
    }
    Foot foot = at(s);
    return new Nearest(s, (y - foot.y()) * foot.cos() - (x - foot.x()) * foot.sin());
  }

  double headingAt(double roadS) {
    Foot foot = at(roadS);
    return Angles.wrap(StrictMath.atan2(foot.sin(), foot.cos()));
  }
}
