package io.camber.evaluation.accuracy;

import io.camber.geometry.Box2;
import io.camber.geometry.Vec2;
import io.camber.truth.ActorTruth;
import java.util.List;

/**
 * Whether an actor can be seen from a point, on the ground plane: at least one corner or the middle of its footprint is not
 * hidden behind another actor that is at least half as tall. Buildings and walls of the map do not hide anything here, so
 * recall behind them is understated.
 */
public final class LineOfSight {
  private LineOfSight() {}

  /** From {@code eye}, over all {@code others}, among whom the target may be. */
  public static boolean isVisible(Vec2 eye, ActorTruth target, List<ActorTruth> others) {
    Box2 box = target.footprint();
    if (isFree(eye, box.center().position(), target, others)) {
      return true;
    }
    return box.corners().stream().anyMatch(corner -> isFree(eye, corner, target, others));
  }

  private static boolean isFree(Vec2 eye, Vec2 point, ActorTruth target, List<ActorTruth> others) {
    for (ActorTruth other : others) {
      boolean tall = other.size().heightM() >= target.size().heightM() / 2.0;
      if (tall && !other.name().equals(target.name()) && crosses(eye, point, other.footprint())) {
        return false;
      }
    }
    return true;
  }

  /** Liang-Barsky clipping of the segment in the box's frame. */
  static boolean crosses(Vec2 from, Vec2 to, Box2 box) {
    Vec2 a = box.center().applyInverse(from);
    Vec2 b = box.center().applyInverse(to);
    double[] range = {0.0, 1.0};
    return clip(a.x(), b.x() - a.x(), box.lengthM() / 2.0, range)
        && clip(a.y(), b.y() - a.y(), box.widthM() / 2.0, range);
  }

  /** Narrows the range of the segment that lies within +-half along one axis; false when nothing is left. */
  private static boolean clip(double start, double step, double half, double[] range) {
    if (step == 0.0) {
      return Math.abs(start) < half;
    }
    double enter = (-half - start) / step;
    double leave = (half - start) / step;
    range[0] = Math.max(range[0], Math.min(enter, leave));
    range[1] = Math.min(range[1], Math.max(enter, leave));
    return range[0] < range[1];
  }
}
