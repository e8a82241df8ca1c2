package io.camber.map;

import io.camber.geometry.Pose3;
import io.camber.geometry.Vec2;
import io.camber.map.RoadGrid.Lanes;
import io.camber.map.geometry.CurvePoint;
import io.camber.map.geometry.ReferenceLine;
import io.camber.map.road.Extent;
import io.camber.map.road.LaneSection;
import io.camber.map.road.Road;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A stretch of one lane section, short and straight enough to be told apart by its chord. */
final class RoadPiece {
  /** Feet this far beyond an inner end of a piece are kept: the wedge outside a small kink belongs to neither side. */
  static final double KINK_M = 0.2;

  final Road road;
  final int roadIndex;
  final int sectionIndex;
  final LaneSection section;

  /** The section's lanes; set by the index that owns the pieces before anybody asks. */
  LaneSegment[] lanes = {};

  /** The section's borders, left to right, where they keep still over the piece. */
  private final double @Nullable [] borders;

  final double from;
  final double to;
  private final double x;
  private final double y;
  private final double cos;
  private final double sin;
  private final double chord;
  private final double tMin;
  private final double tMax;
  final double slack;
  final Extent box;
  final StretchBounds[] bounds;
  private final boolean plain;
  private final int curve;
  private final ReferenceLine line;

  RoadPiece(Road road, int roadIndex, int sectionIndex, double from, double to) {
    this.road = road;
    this.roadIndex = roadIndex;
    this.sectionIndex = sectionIndex;
    this.section = road.sections().get(sectionIndex);
    this.from = from;
    this.to = to;
    this.plain = road.shape().isPlain();
    this.line = road.shape().line();
    CurvePoint a = road.shape().line().at(from);
    CurvePoint b = road.shape().line().at(to);
    double dx = b.x() - a.x();
    double dy = b.y() - a.y();
    this.x = a.x();
    this.y = a.y();
    this.chord = Math.sqrt(dx * dx + dy * dy);
    this.cos = chord > 0.0 ? dx / chord : a.cos();
    this.sin = chord > 0.0 ? dy / chord : a.sin();
    double low = 0.0;
    double high = 0.0;
    int looks = section.isConstantFrom(from) ? 0 : 4;
    for (int i = 0; i <= looks; i++) {
      for (double t : section.bordersAt(from + i * (to - from) / 4.0)) {
        low = Math.min(low, t);
        high = Math.max(high, t);
      }
    }
    this.tMin = low;
    this.tMax = high;
    double turn = turn(road, from, to);
    double reach = Math.max(-low, high);
    this.slack = 0.1 + 0.5 * (to - from) * turn + reach * turn + shear(road, from, to);
    this.box = box();
    this.bounds = StretchBounds.of(road, sectionIndex, from, to);
    this.curve = line.indexAt(0.5 * (from + to));
    this.borders = section.isConstantFrom(from) ? section.bordersAt(from) : null;
  }

  /** How far banking moves the outer edges in plan view. */
  private double shear(Road road, double s0, double s1) {
    double most = 0.0;
    for (double s :
        road.shape().isPlain() ? new double[0] : new double[] {s0, 0.5 * (s0 + s1), s1}) {
      CurvePoint point = road.shape().line().at(s);
      for (double t : new double[] {tMin, tMax}) {
        Vec2 flat = new Vec2(point.x() - t * point.sin(), point.y() + t * point.cos());
        most = Math.max(most, road.poseAt(s, t).position().toVec2().distanceTo(flat));
      }
    }
    return most;
  }

  private Extent box() {
    double[] us = {-slack, chord + slack};
    double[] vs = {tMin - slack, tMax + slack};
    double inf = Double.POSITIVE_INFINITY;
    double[] b = {inf, inf, -inf, -inf};
    for (double u : us) {
      for (double v : vs) {
        double px = x + u * cos - v * sin;
        double py = y + u * sin + v * cos;
        b[0] = Math.min(b[0], px);
        b[1] = Math.min(b[1], py);
        b[2] = Math.max(b[2], px);
        b[3] = Math.max(b[3], py);
      }
    }
    return new Extent(b[0], b[1], b[2], b[3]);
  }

  /** A rectangle around the places where a query without a radius may find lanes; empty when there are none. */
  Optional<Extent> reach(Lanes lanes) {
    if (bounds.length == 0) {
      return Optional.of(box);
    }
    Optional<Extent> around = Optional.empty();
    for (StretchBounds bound : bounds) {
      Optional<Extent> one = reach(bound, lanes);
      if (one.isPresent()) {
        around = Optional.of(around.isEmpty() ? one.get() : union(around.get(), one.get()));
      }
    }
    return around;
  }

  /** As {@link #reach(Lanes)} for one of the piece's bounds. */
  Optional<Extent> reach(StretchBounds bound, Lanes lanes) {
    return bound.isCrowded(lanes) ? Optional.of(box) : bound.box(lanes);
  }

  private static Extent union(Extent a, Extent b) {
    return new Extent(
        Math.min(a.minX(), b.minX()),
        Math.min(a.minY(), b.minY()),
        Math.max(a.maxX(), b.maxX()),
        Math.max(a.maxY(), b.maxY()));
  }

  /** Whether a query may find lanes here; false only when it cannot. */
  boolean mayHold(double px, double py, double radius, Lanes lanes) {
    if (!isNear(px, py, radius)) {
      return false;
    }
    for (StretchBounds bound : bounds) {
      if (bound.mayHold(px, py, radius, lanes)) {
        return true;
      }
    }
    return bounds.length == 0;
  }

  private boolean isNear(double px, double py, double radius) {
    double dx = px - x;
    double dy = py - y;
    double u = dx * cos + dy * sin;
    double v = dy * cos - dx * sin;
    double reach = radius + slack + (radius + slack) * 0.3;
    return u >= -reach && u <= chord + reach && v >= tMin - reach && v <= tMax + reach;
  }

  /** Whether borders keep still over the piece. */
  boolean isStill() {
    return borders != null;
  }

  /** The t of the section's borders from left to right, not to be written to. */
  double[] bordersAt(double s) {
    return borders == null ? section.bordersAt(s) : borders;
  }

  /** Whether lanes of this piece are asked before those of another, so that of equally good places the first is taken. */
  boolean isBefore(RoadPiece other) {
    return roadIndex != other.roadIndex ? roadIndex < other.roadIndex : from < other.from;
  }

  private double guess(double px, double py) {
    double u = (px - x) * cos + (py - y) * sin;
    return from + (chord > 0.0 ? u / chord * (to - from) : 0.0);
  }

  /** Where on the stretch the point is; null when its foot lies elsewhere. */
  RoadGrid.@Nullable Hit locate(double px, double py, double radius) {
    // A banked surface is sheared along s: the search must be free to leave the piece, whose
    // neighbour then answers.
    double margin = plain ? 0.0 : slack;
    double low = Math.max(0.0, from - margin);
    double high = Math.min(line.lengthM(), to + margin);
    double s;
    double t;
    if (plain) {
      s = line.footOf(px, py, guess(px, py), low, high, curve);
      t = line.leftOf(s, px, py, curve);
    } else {
      double[] st = road.locate(px, py, guess(px, py), low, high);
      s = st[0];
      t = st[1];
    }
    if (s < from || s > to) {
      return null;
    }
    double beyond = 0.0;
    if (s <= low || s >= high) {
      beyond = Math.abs(aheadOf(s, t, px, py));
      boolean end = s <= 0.0 || s >= line.lengthM();
      if (beyond > (end ? radius + KINK_M : KINK_M)) {
        return null;
      }
    }
    return new RoadGrid.Hit(this, s, t, beyond);
  }

  /** How far a point lies ahead of the surface point at (s, t), along the reference line there. */
  private double aheadOf(double s, double t, double px, double py) {
    CurvePoint point = line.at(s);
    if (plain) {
      double footX = point.x() - t * point.sin();
      double footY = point.y() + t * point.cos();
      return (px - footX) * point.cos() + (py - footY) * point.sin();
    }
    Pose3 foot = road.poseAt(sectionIndex, s, t);
    return (px - foot.x()) * point.cos() + (py - foot.y()) * point.sin();
  }

  /** How much a stretch of the reference line turns. */
  static double turn(Road road, double from, double to) {
    CurvePoint a = road.shape().line().at(from);
    CurvePoint b = road.shape().line().at(0.5 * (from + to));
    CurvePoint c = road.shape().line().at(to);
    return Math.abs(a.cos() * b.sin() - a.sin() * b.cos())
        + Math.abs(b.cos() * c.sin() - b.sin() * c.cos());
  }
}
