package io.camber.importing.lanelet;

import io.camber.geometry.Vec2;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A smooth line through points: cubic Hermite pieces whose tangents are those of the parabola through three neighbours, with
 * chord lengths as parameters, so that heading is continuous and points far apart do not overshoot.
 */
final class HermiteLine {
  /** Points nearer to each other are one. */
  private static final double SAME_M = 0.05;

  private static final int INTERVALS = 32;
  private static final int SAMPLES = 8;

  /**
   * One piece in its own frame: origin at its start, u along its heading there, {@code u(p) = p (b + p (c + p d))} with p
   * from 0 to 1, and v alike with {@code bv = 0}.
   */
  record Piece(
      Vec2 start,
      double headingRad,
      double lengthM,
      double bu,
      double cu,
      double du,
      double cv,
      double dv) {
    private double u(double p) {
      return p * (bu + p * (cu + p * du));
    }

    private double v(double p) {
      return p * p * (cv + p * dv);
    }

    Vec2 pointAt(double p) {
      double c = StrictMath.cos(headingRad);
      double s = StrictMath.sin(headingRad);
      return new Vec2(start.x() + c * u(p) - s * v(p), start.y() + s * u(p) + c * v(p));
    }

    double headingAt(double p) {
      double slopeU = bu + p * (2.0 * cu + 3.0 * p * du);
      double slopeV = p * (2.0 * cv + 3.0 * p * dv);
      return headingRad + StrictMath.atan2(slopeV, slopeU);
    }
  }

  private final List<Piece> pieces = new ArrayList<>();
  private final double[] starts;

  private HermiteLine(List<Vec2> points, List<Vec2> tangents) {
    starts = new double[points.size()];
    for (int i = 0; i + 1 < points.size(); i++) {
      Piece piece = piece(points.get(i), points.get(i + 1), tangents.get(i), tangents.get(i + 1));
      pieces.add(piece);
      starts[i + 1] = starts[i] + piece.lengthM();
    }
  }

  static HermiteLine through(List<Vec2> points) {
    return through(points, Optional.empty(), Optional.empty());
  }

  /** The same as a part of a longer line, so that two parts meet with one heading. */
  static HermiteLine through(List<Vec2> points, Optional<Vec2> before, Optional<Vec2> after) {
    List<Vec2> distinct = new ArrayList<>();
    before.ifPresent(distinct::add);
    points.forEach(point -> addDistinct(distinct, point));
    after.ifPresent(point -> addDistinct(distinct, point));
    int from = before.isPresent() ? 1 : 0;
    int to = distinct.size()
        - (after.isPresent() && distinct.get(distinct.size() - 1).equals(after.get()) ? 1 : 0);
    if (to - from <= 1) {
      throw new IllegalArgumentException("a line shorter than " + SAME_M + " m");
    }
    return new HermiteLine(distinct.subList(from, to), tangents(distinct).subList(from, to));
  }

  private static void addDistinct(List<Vec2> distinct, Vec2 point) {
    if (distinct.isEmpty() || distinct.get(distinct.size() - 1).distanceTo(point) > SAME_M) {
      distinct.add(point);
    }
  }

  List<Piece> pieces() {
    return pieces;
  }

  /** Points on the line, so near to each other that straight lines between them will do. */
  List<Vec2> sampled() {
    List<Vec2> points = new ArrayList<>();
    for (Piece piece : pieces) {
      for (int i = 0; i < SAMPLES; i++) {
        points.add(piece.pointAt((double) i / SAMPLES));
      }
    }
    points.add(pointAt(lengthM()));
    return points;
  }

  double lengthM() {
    return starts[starts.length - 1];
  }

  /** Where piece {@code i} begins. */
  double startM(int i) {
    return starts[i];
  }

  Vec2 pointAt(double s) {
    int i = index(s);
    return pieces.get(i).pointAt(fraction(i, s));
  }

  double headingAt(double s) {
    int i = index(s);
    return pieces.get(i).headingAt(fraction(i, s));
  }

  private int index(double s) {
    int i = 0;
    while (i + 1 < pieces.size() && starts[i + 1] <= s) {
      i++;
    }
    return i;
  }

  private double fraction(int i, double s) {
    return Math.min(1.0, Math.max(0.0, (s - starts[i]) / pieces.get(i).lengthM()));
  }

  /** Unit vectors. */
  private static List<Vec2> tangents(List<Vec2> points) {
    List<Vec2> tangents = new ArrayList<>();
    int last = points.size() - 1;
    for (int i = 0; i <= last; i++) {
      Vec2 sum = Vec2.ZERO;
      if (i > 0) {
        Vec2 before = points.get(i).minus(points.get(i - 1));
        double weight = i < last ? 1.0 / before.length() : 1.0;
        sum = sum.plus(before.times(weight / before.length()));
      }
      if (i < last) {
        Vec2 after = points.get(i + 1).minus(points.get(i));
        double weight = i > 0 ? 1.0 / after.length() : 1.0;
        sum = sum.plus(after.times(weight / after.length()));
      }
      tangents.add(sum.times(1.0 / sum.length()));
    }
    if (last > 1) {
      tangents.set(0, mirrored(tangents.get(1), points.get(1).minus(points.get(0))));
      tangents.set(
          last, mirrored(tangents.get(last - 1), points.get(last).minus(points.get(last - 1))));
    }
    return tangents;
  }

  /** The tangent at the other end of a chord when the line between is an arc. */
  private static Vec2 mirrored(Vec2 tangent, Vec2 chord) {
    Vec2 along = chord.times(1.0 / chord.length());
    return along.times(2.0 * along.dot(tangent)).minus(tangent);
  }

  private static Piece piece(Vec2 from, Vec2 to, Vec2 tangentFrom, Vec2 tangentTo) {
    double heading = StrictMath.atan2(tangentFrom.y(), tangentFrom.x());
    Vec2 chord = to.minus(from);
    double scale = chord.length();
    Vec2 end = inFrame(chord, tangentFrom);
    Vec2 slope = inFrame(tangentTo, tangentFrom).times(scale);
    double bu = scale;
    double cu = 3.0 * end.x() - 2.0 * bu - slope.x();
    double du = bu + slope.x() - 2.0 * end.x();
    double cv = 3.0 * end.y() - slope.y();
    double dv = slope.y() - 2.0 * end.y();
    return new Piece(from, heading, length(bu, cu, du, cv, dv), bu, cu, du, cv, dv);
  }

  private static Vec2 inFrame(Vec2 vector, Vec2 forward) {
    return new Vec2(forward.dot(vector), forward.cross(vector));
  }

  /** Simpson's rule. */
  private static double length(double bu, double cu, double du, double cv, double dv) {
    double sum = 0.0;
    for (int i = 0; i <= INTERVALS; i++) {
      double p = (double) i / INTERVALS;
      double slopeU = bu + p * (2.0 * cu + 3.0 * p * du);
      double slopeV = p * (2.0 * cv + 3.0 * p * dv);
      double weight = i == 0 || i == INTERVALS ? 1.0 : i % 2 == 1 ? 4.0 : 2.0;
      sum += weight * Math.sqrt(slopeU * slopeU + slopeV * slopeV);
    }
    return sum / (3.0 * INTERVALS);
  }
}
