package io.camber.evaluation.accuracy;

import io.camber.geometry.Box2;
import io.camber.geometry.Vec2;
import io.camber.truth.ActorTruth;
import java.util.BitSet;
import java.util.List;

/**
 * Whether actors can be seen from a point, on the ground plane: at least one corner or the middle of a footprint is not hidden
 * behind another actor that is at least half as tall. Buildings and walls of the map do not hide anything here, so recall behind
 * them is understated.
 */
public final class LineOfSight {
  /** Of an actor that are looked at. */
  static final int POINTS = 5;

  private final Screen[] screens;
  private final BitSet judged = new BitSet();
  private final BitSet visible = new BitSet();

  /** From {@code eye}, among all {@code actors} but the one who looks; {@code boxes} are their footprints. */
  LineOfSight(Vec2 eye, List<ActorTruth> actors, List<Box2> boxes) {
    screens = new Screen[actors.size()];
    for (int i = 0; i < screens.length; i++) {
      screens[i] = new Screen(boxes.get(i), eye, actors.get(i).size().heightM());
    }
  }

  /** From {@code eye}, among all {@code actors} but the one who looks. */
  public static LineOfSight from(Vec2 eye, List<ActorTruth> actors) {
    return new LineOfSight(
        eye, actors, actors.stream().map(ActorTruth::footprint).toList());
  }

  /** True when the actor of that place in the list can be seen. */
  public boolean isVisible(int target) {
    if (!judged.get(target)) {
      judged.set(target);
      visible.set(target, looksFree(target));
    }
    return visible.get(target);
  }

  /** How many of the middle and the corners of an actor can be seen, 0 to {@value #POINTS}. */
  int freePoints(int target) {
    Box2 box = screens[target].box;
    int free = isFree(box.center().position(), target) ? 1 : 0;
    for (Vec2 corner : box.corners()) {
      free += isFree(corner, target) ? 1 : 0;
    }
    return free;
  }

  private boolean looksFree(int target) {
    Box2 box = screens[target].box;
    if (isFree(box.center().position(), target)) {
      return true;
    }
    for (Vec2 corner : box.corners()) {
      if (isFree(corner, target)) {
        return true;
      }
    }
    return false;
  }

  private boolean isFree(Vec2 point, int target) {
    double tallM = screens[target].heightM / 2.0;
    for (int i = 0; i < screens.length; i++) {
      if (screens[i].heightM >= tallM && i != target && screens[i].hides(point)) {
        return false;
      }
    }
    return true;
  }

  /** A box that may stand between the eye and a point. */
  static final class Screen {
    private static final double ROUNDING_M = 1e-3;

    private final Box2 box;
    private final double heightM;
    private final double awayX;
    private final double awayY;
    private final double reachM;
    private final double cos;
    private final double sin;
    private final double eyeX;
    private final double eyeY;

    Screen(Box2 box, Vec2 eye, double heightM) {
      this.box = box;
      this.heightM = heightM;
      awayX = box.center().x() - eye.x();
      awayY = box.center().y() - eye.y();
      reachM = box.radius() + ROUNDING_M;
      cos = StrictMath.cos(box.center().yaw());
      sin = StrictMath.sin(box.center().yaw());
      double dx = eye.x() - box.center().x();
      double dy = eye.y() - box.center().y();
      eyeX = cos * dx + sin * dy;
      eyeY = -sin * dx + cos * dy;
    }

    /** Liang-Barsky clipping of the segment in the box's frame. */
    boolean hides(Vec2 point) {
      double dx = point.x() - box.center().x();
      double dy = point.y() - box.center().y();
      if (isAside(dx + awayX, dy + awayY)) {
        return false;
      }
      double stepX = cos * dx + sin * dy - eyeX;
      double stepY = -sin * dx + cos * dy - eyeY;
      double enter = Math.max(
          0.0, Math.max(enters(eyeX, stepX, box.lengthM()), enters(eyeY, stepY, box.widthM())));
      double leave = Math.min(
          1.0, Math.min(leaves(eyeX, stepX, box.lengthM()), leaves(eyeY, stepY, box.widthM())));
      return enter < leave;
    }

    /** True when the line of sight, from the eye, passes the circle around the box. */
    private boolean isAside(double sightX, double sightY) {
      double across = sightX * awayY - sightY * awayX;
      double along = sightX * awayX + sightY * awayY;
      double square = sightX * sightX + sightY * sightY;
      double reach = reachM * reachM * square;
      return across * across > reach
          || (along < 0.0 && along * along > reach)
          || (along > square && (along - square) * (along - square) > reach);
    }

    /** Share of the way at which it comes between two sides {@code width} apart; infinite when it never does. */
    private static double enters(double start, double step, double width) {
      double half = width / 2.0;
      if (step == 0.0) {
        return Math.abs(start) < half ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
      }
      return Math.min((-half - start) / step, (half - start) / step);
    }

    private static double leaves(double start, double step, double width) {
      double half = width / 2.0;
      if (step == 0.0) {
        return Double.POSITIVE_INFINITY;
      }
      return Math.max((-half - start) / step, (half - start) / step);
    }
  }
}
