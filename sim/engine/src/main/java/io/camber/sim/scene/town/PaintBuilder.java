package io.camber.sim.scene.town;

import io.camber.geometry.Pose3;
import io.camber.geometry.Vec3;
import io.camber.map.LaneSegment;
import io.camber.map.road.MarkColor;
import io.camber.map.road.Marking;
import io.camber.sim.scene.MeshBuilder;
import io.camber.sim.scene.Surface;
import java.util.List;

/** Paints stripes, zebra crossings and stop lines a centimetre above the road. */
final class PaintBuilder {
  private static final double LIFT_M = 0.008;
  private static final double STOP_LINE_M = 0.35;
  private static final double ZEBRA_PERIOD_M = 1.0;

  private final MeshBuilder mesh;
  private final TileKey tile;

  PaintBuilder(TileKey tile, MeshBuilder mesh) {
    this.tile = tile;
    this.mesh = mesh;
  }

  private int vertex(double x, double y, double z) {
    return mesh.vertex(x - tile.middleX(), y - tile.middleY(), z + LIFT_M);
  }

  void stripe(Marking marking) {
    List<Vec3> points = marking.points();
    double half = 0.5 * Math.max(0.1, marking.widthM());
    Surface surface = surface(marking.color());
    int left = -1;
    int right = -1;
    for (int i = 0; i < points.size(); i++) {
      Vec3 before = points.get(Math.max(0, i - 1));
      Vec3 after = points.get(Math.min(points.size() - 1, i + 1));
      double dx = after.x() - before.x();
      double dy = after.y() - before.y();
      double length = Math.sqrt(dx * dx + dy * dy);
      if (length < 1e-6) {
        continue;
      }
      double ox = -dy / length * half;
      double oy = dx / length * half;
      Vec3 p = points.get(i);
      int nextLeft = vertex(p.x() + ox, p.y() + oy, p.z());
      int nextRight = vertex(p.x() - ox, p.y() - oy, p.z());
      if (left >= 0) {
        mesh.quad(right, nextRight, nextLeft, left, surface);
      }
      left = nextLeft;
      right = nextRight;
    }
  }

  private static Surface surface(MarkColor color) {
    return switch (color) {
      case STANDARD, WHITE, GREEN, VIOLET, BLACK -> Surface.MARKING_WHITE;
      case YELLOW, ORANGE -> Surface.MARKING_YELLOW;
      case BLUE -> Surface.MARKING_BLUE;
      case RED -> Surface.MARKING_RED;
    };
  }

  /** Bars across the longer direction of a four-cornered crossing; other outlines stay unpainted. */
  void zebra(List<Vec3> outline, double z) {
    if (outline.size() < 4) {
      return;
    }
    Vec3 a = outline.get(0);
    Vec3 b = outline.get(1);
    Vec3 c = outline.get(2);
    Vec3 d = outline.get(3);
    if (a.minus(b).length() < b.minus(c).length()) {
      Vec3 first = a;
      a = b;
      b = c;
      c = d;
      d = first;
    }
    int bars = (int) Math.max(1.0, Math.floor(a.minus(b).length() / ZEBRA_PERIOD_M));
    for (int i = 0; i < bars; i++) {
      double from = (i + 0.25) / bars;
      double to = (i + 0.75) / bars;
      mesh.quad(
          between(a, b, from, z),
          between(a, b, to, z),
          between(d, c, to, z),
          between(d, c, from, z),
          Surface.MARKING_WHITE);
    }
  }

  private int between(Vec3 from, Vec3 to, double share, double z) {
    return vertex(
        from.x() + share * (to.x() - from.x()),
        from.y() + share * (to.y() - from.y()),
        Math.max(z, from.z() + share * (to.z() - from.z())));
  }

  /** Bar across a lane that ends at station {@code s}. */
  void stopLine(LaneSegment lane, double s) {
    double half = 0.5 * lane.widthAt(s) - 0.1;
    Pose3 front = lane.centerAt(s);
    Pose3 rear = lane.centerAt(Math.max(0.0, s - STOP_LINE_M));
    double fx = StrictMath.cos(front.yaw());
    double fy = StrictMath.sin(front.yaw());
    if (half < 0.5) {
      return;
    }
    mesh.quad(
        vertex(
            front.x() - STOP_LINE_M * fx + fy * half,
            front.y() - STOP_LINE_M * fy - fx * half,
            rear.z()),
        vertex(front.x() + fy * half, front.y() - fx * half, front.z()),
        vertex(front.x() - fy * half, front.y() + fx * half, front.z()),
        vertex(
            front.x() - STOP_LINE_M * fx - fy * half,
            front.y() - STOP_LINE_M * fy + fx * half,
            rear.z()),
        Surface.MARKING_WHITE);
  }
}
