package io.camber.map;

import io.camber.map.RoadGrid.Lanes;
import io.camber.map.geometry.Arc;
import io.camber.map.geometry.Curve;
import io.camber.map.geometry.CurvePoint;
import io.camber.map.geometry.Line;
import io.camber.map.geometry.ReferenceLine;
import io.camber.map.road.Extent;
import io.camber.map.road.LaneSection;
import io.camber.map.road.Road;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tight bounds of a straight or circular stretch of a plain road: the wedge between the normals at its ends, and the band of its
 * lanes. What they refuse, the search for the foot would have refused, at many times the cost.
 */
final class StretchBounds {
  /** What the search for the foot may be off, and much more. */
  private static final double SPARE_M = 1e-6;

  /** What borders may swing out between the places where they are looked at. */
  private static final double MOVING_M = 0.15;

  /** Nearer to the centre of an arc than this part of its radius, normals are too crowded to tell. */
  private static final double RADIUS_SHARE = 0.9;

  private static final int LOOKS = 4;

  static final double ALLOWANCE_M = RoadPiece.KINK_M + SPARE_M;

  // plain numbers, side by side: they are read at random, far apart in time
  private final double startX;
  private final double startY;
  private final double startCos;
  private final double startSin;
  private final double endX;
  private final double endY;
  private final double endCos;
  private final double endSin;
  private final double radiusM;
  private final double curvature;
  private final double centerX;
  private final double centerY;
  private final double allRight;
  private final double allLeft;
  private final double drivableRight;
  private final double drivableLeft;
  private final boolean isRoadStart;
  private final boolean isRoadEnd;

  /** From the rightmost to the leftmost t of some lanes; empty when the right is left of the left. */
  private record Band(double right, double left) {
    static final Band NONE = new Band(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);

    Band with(double a, double b) {
      return new Band(Math.min(right, Math.min(a, b)), Math.max(left, Math.max(a, b)));
    }
  }

  private StretchBounds(Road road, int sectionIndex, double from, double to) {
    ReferenceLine line = road.shape().line();
    CurvePoint start = line.at(from);
    // the end as seen from within: the next curve may turn off here
    int index = line.indexAt(0.5 * (from + to));
    Curve curve = line.curve(index);
    CurvePoint end = curve.at(to - line.breakAt(index));
    startX = start.x();
    startY = start.y();
    startCos = start.cos();
    startSin = start.sin();
    endX = end.x();
    endY = end.y();
    endCos = end.cos();
    endSin = end.sin();
    curvature = curve instanceof Arc ? start.curvature() : 0.0;
    radiusM = curvature == 0.0 ? 0.0 : 1.0 / curvature;
    centerX = startX - startSin * radiusM;
    centerY = startY + startCos * radiusM;
    isRoadStart = from <= 0.0;
    isRoadEnd = to >= road.lengthM();
    LaneSection section = road.sections().get(sectionIndex);
    boolean still = section.isConstantFrom(from);
    double spare = still ? SPARE_M : MOVING_M;
    Band any = Band.NONE;
    Band used = Band.NONE;
    for (int i = 0; i <= (still ? 0 : LOOKS); i++) {
      double[] borders = section.bordersAt(from + i * (to - from) / LOOKS);
      for (int k = 0; k + 1 < borders.length; k++) {
        any = any.with(borders[k], borders[k + 1]);
        if (section.lanes().get(k).type().isDrivable()) {
          used = used.with(borders[k], borders[k + 1]);
        }
      }
    }
    allRight = any.right() - spare;
    allLeft = any.left() + spare;
    drivableRight = used.right() - spare;
    drivableLeft = used.left() + spare;
  }

  /** The bounds of each curve that a stretch is made of; none when some of it is neither straight nor circular, or banked. */
  static StretchBounds[] of(Road road, int sectionIndex, double from, double to) {
    if (!road.shape().isPlain()) {
      return new StretchBounds[0];
    }
    ReferenceLine line = road.shape().line();
    List<StretchBounds> bounds = new ArrayList<>();
    double at = from;
    while (at < to) {
      int index = line.indexAt(at);
      Curve curve = line.curve(index);
      double next = index + 1 < line.curveCount() ? Math.min(to, line.breakAt(index + 1)) : to;
      if (!(curve instanceof Line || curve instanceof Arc) || next <= at) {
        return new StretchBounds[0];
      }
      bounds.add(new StretchBounds(road, sectionIndex, at, next));
      at = next;
    }
    return bounds.toArray(StretchBounds[]::new);
  }

  /** Bits of {@link #atEnds}. */
  static final int ROAD_START = 1;

  static final int ROAD_END = 2;

  /** Writes down what {@link LaneCosts} reads, points from an origin: both ends, drivable band, curvature. */
  void copyTo(float[] to, int at, double originX, double originY) {
    to[at] = (float) (startX - originX);
    to[at + 1] = (float) (startY - originY);
    to[at + 2] = (float) startCos;
    to[at + 3] = (float) startSin;
    to[at + 4] = (float) (endX - originX);
    to[at + 5] = (float) (endY - originY);
    to[at + 6] = (float) endCos;
    to[at + 7] = (float) endSin;
    to[at + 8] = (float) drivableRight;
    to[at + 9] = (float) drivableLeft;
    to[at + 10] = (float) curvature;
  }

  /** At which ends the road ends. */
  int atEnds() {
    return (isRoadStart ? ROAD_START : 0) + (isRoadEnd ? ROAD_END : 0);
  }

  /** Whether lanes reach so near to the centre of the arc that even without a radius nothing is refused. */
  boolean isCrowded(Lanes lanes) {
    double right = lanes == Lanes.ALL ? allRight : drivableRight;
    double left = lanes == Lanes.ALL ? allLeft : drivableLeft;
    return isCrowded(right, left);
  }

  private boolean isCrowded(double right, double left) {
    return isCrowded(curvature, right, left);
  }

  static boolean isCrowded(double curvature, double right, double left) {
    return curvature * left > RADIUS_SHARE || curvature * right > RADIUS_SHARE;
  }

  /** A rectangle around everything that {@link #mayHold} accepts without a radius; empty when that is nothing. */
  Optional<Extent> box(Lanes lanes) {
    double right = lanes == Lanes.ALL ? allRight : drivableRight;
    double left = lanes == Lanes.ALL ? allLeft : drivableLeft;
    if (right > left) {
      return Optional.empty();
    }
    double dx = endX - startX;
    double dy = endY - startY;
    double turn = Math.abs(startCos * endSin - startSin * endCos);
    double widest = 1.0 + Math.abs(curvature) * Math.max(Math.abs(right), Math.abs(left));
    // what the arc stands out over its chord, generously
    double margin = ALLOWANCE_M + turn * Math.sqrt(dx * dx + dy * dy) * widest;
    return Optional.of(new Extent(
        min(right, left, startX, startSin, endX, endSin, -1.0) - margin,
        min(right, left, startY, startCos, endY, endCos, 1.0) - margin,
        -min(-right, -left, -startX, startSin, -endX, endSin, -1.0) + margin,
        -min(-right, -left, -startY, startCos, -endY, endCos, 1.0) + margin));
  }

  /** The least of the four corners in one coordinate: place + side * t * slope. */
  private static double min(
      double right,
      double left,
      double start,
      double startSlope,
      double end,
      double endSlope,
      double side) {
    double a = Math.min(start + side * right * startSlope, start + side * left * startSlope);
    double b = Math.min(end + side * right * endSlope, end + side * left * endSlope);
    return Math.min(a, b);
  }

  boolean mayHold(double x, double y, double radius, Lanes lanes) {
    double right = (lanes == Lanes.ALL ? allRight : drivableRight) - radius;
    double left = (lanes == Lanes.ALL ? allLeft : drivableLeft) + radius;
    if (right == Double.POSITIVE_INFINITY) {
      return false;
    }
    if (isCrowded(right, left)) {
      return true;
    }
    double dx = x - startX;
    double dy = y - startY;
    double ahead = dx * startCos + dy * startSin;
    if (ahead < -ALLOWANCE_M - (isRoadStart ? radius : 0.0)) {
      return false;
    }
    double ex = x - endX;
    double ey = y - endY;
    double beyond = ex * endCos + ey * endSin;
    if (beyond > ALLOWANCE_M + (isRoadEnd ? radius : 0.0)) {
      return false;
    }
    double t;
    if (curvature == 0.0 || ahead < 0.0) {
      t = dy * startCos - dx * startSin;
    } else if (beyond > 0.0) {
      t = ey * endCos - ex * endSin;
    } else {
      double cx = x - centerX;
      double cy = y - centerY;
      double distance = Math.sqrt(cx * cx + cy * cy);
      t = curvature > 0.0 ? radiusM - distance : radiusM + distance;
    }
    return t >= right && t <= left;
  }
}
