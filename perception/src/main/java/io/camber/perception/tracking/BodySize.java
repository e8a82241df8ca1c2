package io.camber.perception.tracking;

import io.camber.geometry.Vec2;
import java.util.Optional;

/**
 * How large a body is. The published size follows the robust extents step by step, so that no box jumps, and grows faster than
 * it shrinks: what was once seen of a body does not go away when something hides it.
 */
final class BodySize {
  /** Share of a difference taken over per sighting. */
  private static final double GROW = 0.30;

  private static final double SHRINK = 0.05;

  /** Larger steps would be a jump. */
  private static final double STEP_M_MAX = 0.9;

  private static final double HEIGHT_SHARE = 0.3;

  private final RobustExtent lengths = new RobustExtent();
  private final RobustExtent widths = new RobustExtent();
  private double length;
  private double width;
  private double height;

  BodySize(Sighting first) {
    restart(first);
    height = first.detection().size().heightM();
  }

  /** Begins anew with the footprint of one sighting. */
  void restart(Sighting seen) {
    lengths.restart(seen.lengthM());
    widths.restart(seen.widthM());
    length = seen.lengthM();
    width = seen.widthM();
  }

  /**
   * Takes in one sighting.
   *
   * @param isWhole a detector that takes the body for what it is completed the box; else only what is larger says anything
   */
  void see(double lengthM, double widthM, double heightM, boolean isWhole) {
    if (isWhole || lengthM > lengths.extentM()) {
      lengths.add(lengthM);
    }
    if (isWhole || widthM > widths.extentM()) {
      widths.add(widthM);
    }
    height += HEIGHT_SHARE * (heightM - height);
  }

  /** Steps towards what was seen, within what is possible; returns how much longer and wider the body has become. */
  Vec2 follow(Optional<ClassRange> range) {
    double longest = range.map(one -> one.length().most()).orElse(Double.POSITIVE_INFINITY);
    double widest = range.map(one -> one.width().most()).orElse(Double.POSITIVE_INFINITY);
    double more = step(length, lengths.extentM(), longest);
    double wider = step(width, widths.extentM(), widest);
    length += more;
    width += wider;
    return new Vec2(more, wider);
  }

  private static double step(double extent, double seen, double most) {
    if (extent > most) {
      return most - extent;
    }
    double difference = Math.min(most, seen) - extent;
    double step = (difference > 0.0 ? GROW : SHRINK) * difference;
    return Math.max(-STEP_M_MAX, Math.min(STEP_M_MAX, step));
  }

  double lengthM() {
    return length;
  }

  double widthM() {
    return width;
  }

  double heightM() {
    return Math.max(0.0, height);
  }

  /** Length by the sightings, whatever class they make of it. */
  double seenLengthM() {
    return lengths.extentM();
  }

  double seenWidthM() {
    return widths.extentM();
  }
}
