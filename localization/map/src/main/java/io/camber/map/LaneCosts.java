package io.camber.map;

import io.camber.map.RoadGrid.Lanes;
import io.camber.map.road.Extent;
import java.util.Arrays;

/**
 * What a point costs on the drivable lanes of a stretch, at least: metres outside, and a little for the way to its
 * middle. Where a straight or circular curve has lanes of constant width it is what the search for the foot would find,
 * at a fraction of its cost.
 * Plain numbers side by side, because they are read at random: an entry is one curve of a piece, or a piece of other curves.
 */
final class LaneCosts {
  /** No lane within the radius. */
  static final double NONE = Double.POSITIVE_INFINITY;

  /** What the search for the foot may be off, and much more. */
  private static final double SPARE_M = 1e-5;

  /** Of the extent of the map: what numbers of single precision, counted from its corner, may be off. */
  private static final double ROUNDING = 1e-6;

  // places in an entry's line of sixteen numbers
  private static final int START = 0;
  private static final int END = 4;
  private static final int RIGHT = 8;
  private static final int LEFT = 9;
  private static final int CURVATURE = 10;
  private static final int LANES = 11;
  private static final int COUNT = 12;
  private static final int AT_ENDS = 13;
  private static final int STRIDE = 16;

  private final RoadPiece[] pieces;
  private final int[] pieceOf;
  private final float[] numbers;
  private final double originX;
  private final double originY;
  private final double spareM;
  private float[] borders = new float[64];
  private int borderCount;

  /**
   * Of each entry where it has drivable lanes: least x and y, largest x and y, from the corner of the extent. Known
   * while cells are built.
   */
  final float[] boxes;

  LaneCosts(RoadPiece[] pieces, Extent extent) {
    this.pieces = pieces;
    int count = 0;
    for (RoadPiece piece : pieces) {
      count += Math.max(1, piece.bounds.length);
    }
    pieceOf = new int[count];
    numbers = new float[STRIDE * count];
    originX = extent.minX();
    originY = extent.minY();
    spareM = SPARE_M + ROUNDING * (1.0 + extent.widthM() + extent.heightM());
    boxes = new float[4 * count];
    int entry = 0;
    for (int p = 0; p < pieces.length; p++) {
      RoadPiece piece = pieces[p];
      if (piece.bounds.length == 0) {
        pieceOf[entry] = p;
        numbers[STRIDE * entry + RIGHT] = Float.NaN;
        RoadGrid.store(boxes, entry++, piece.reach(Lanes.DRIVABLE), extent);
      }
      int lanes = borderCount;
      storeBorders(piece);
      for (StretchBounds bounds : piece.bounds) {
        pieceOf[entry] = p;
        store(entry, bounds, lanes);
        RoadGrid.store(boxes, entry++, piece.reach(bounds, Lanes.DRIVABLE), extent);
      }
    }
  }

  private void storeBorders(RoadPiece piece) {
    if (!piece.isStill()) {
      return;
    }
    double[] all = piece.bordersAt(piece.from);
    if (borders.length < borderCount + 2 * all.length) {
      borders = Arrays.copyOf(borders, 2 * (borders.length + all.length));
    }
    for (int i = 0; i + 1 < all.length; i++) {
      if (piece.section.isDrivable(i)) {
        borders[borderCount++] = (float) Math.min(all[i], all[i + 1]);
        borders[borderCount++] = (float) Math.max(all[i], all[i + 1]);
      }
    }
  }

  private void store(int entry, StretchBounds bounds, int lanes) {
    int at = STRIDE * entry;
    bounds.copyTo(numbers, at, originX, originY);
    numbers[at + LANES] = Float.intBitsToFloat(lanes);
    numbers[at + COUNT] = Float.intBitsToFloat(borderCount - lanes);
    numbers[at + AT_ENDS] = Float.intBitsToFloat(bounds.atEnds());
  }

  /** How many entries there are. */
  int size() {
    return pieceOf.length;
  }

  RoadPiece piece(int entry) {
    return pieces[pieceOf[entry]];
  }

  /** {@link #NONE} only when {@link StretchBounds#mayHold} says so; the least cost when there may be something. */
  double least(int entry, double x, double y, double radius) {
    int at = STRIDE * entry;
    double right = numbers[at + RIGHT] - radius;
    double left = numbers[at + LEFT] + radius;
    double curvature = numbers[at + CURVATURE];
    if (Double.isNaN(right) || StretchBounds.isCrowded(curvature, right, left)) {
      return piece(entry).mayHold(x, y, radius, Lanes.DRIVABLE) ? 0.0 : NONE;
    }
    int atEnds = Float.floatToRawIntBits(numbers[at + AT_ENDS]);
    double px = x - originX;
    double py = y - originY;
    double dx = px - numbers[at + START];
    double dy = py - numbers[at + START + 1];
    double ahead = dx * numbers[at + START + 2] + dy * numbers[at + START + 3];
    double allowance = StretchBounds.ALLOWANCE_M + spareM;
    if (ahead < -allowance - ((atEnds & StretchBounds.ROAD_START) == 0 ? 0.0 : radius)) {
      return NONE;
    }
    double ex = px - numbers[at + END];
    double ey = py - numbers[at + END + 1];
    double beyond = ex * numbers[at + END + 2] + ey * numbers[at + END + 3];
    if (beyond > allowance + ((atEnds & StretchBounds.ROAD_END) == 0 ? 0.0 : radius)) {
      return NONE;
    }
    double t;
    if (beyond > 0.0 && curvature != 0.0) {
      t = ey * numbers[at + END + 2] - ex * numbers[at + END + 3];
    } else {
      t = dy * numbers[at + START + 2] - dx * numbers[at + START + 3];
      if (ahead >= 0.0) {
        t = aside(curvature, ahead, t);
      }
    }
    if (t < right - spareM || t > left + spareM) {
      return NONE;
    }
    boolean isFoot = ahead >= spareM && beyond <= -spareM;
    int count = Float.floatToRawIntBits(numbers[at + COUNT]);
    return isFoot && count > 0
        ? least(Float.floatToRawIntBits(numbers[at + LANES]), count, t)
        : 0.0;
  }

  /**
   * How far left of a circle a point lies, {@code u} ahead and {@code v} left of where the circle touches the axis:
   * radius less distance from the middle, (1 - r) / k with r² = (k u)² + (1 - k v)², written so that a straight line is
   * no exception.
   */
  private static double aside(double k, double u, double v) {
    double ku = k * u;
    double kv = 1.0 - k * v;
    return (2.0 * v - k * (u * u + v * v)) / (1.0 + Math.sqrt(ku * ku + kv * kv));
  }

  private double least(int from, int count, double t) {
    double least = NONE;
    for (int i = from; i < from + count; i += 2) {
      double outside = Math.max(0.0, Math.max(t - borders[i + 1], borders[i] - t));
      double offset = Math.abs(t - 0.5 * (borders[i] + borders[i + 1]));
      least = Math.min(least, outside + LaneIndex.OFFSET_COST * offset);
    }
    return Math.max(0.0, least - 2.0 * spareM);
  }
}
