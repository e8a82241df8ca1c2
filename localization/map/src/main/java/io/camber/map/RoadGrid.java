package io.camber.map;

import io.camber.geometry.Pose3;
import io.camber.geometry.Vec2;
import io.camber.map.geometry.CurvePoint;
import io.camber.map.road.Extent;
import io.camber.map.road.LaneSection;
import io.camber.map.road.Road;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Spatial index of all roads: short pieces of lane sections in the cells of a uniform grid. A query filters the pieces near a
 * point by their chords, then finds exact road coordinates on the reference line.
 */
final class RoadGrid {
  private static final double PIECE_M = 6.0;
  private static final double PIECE_TURN = 0.25;
  private static final double CELL_M = 8.0;
  private static final int CELLS_MAX = 4_000_000;

  /** Feet this far beyond an inner end of a piece are kept: the wedge outside a small kink belongs to neither side. */
  private static final double KINK_M = 0.2;

  private final List<Road> roads;
  private final Piece[] pieces;
  private final Extent extent;
  private final double cellM;
  private final int columns;
  private final int rows;
  private final int[] cellStart;
  private final int[] cellPieces;

  RoadGrid(List<Road> roads) {
    this.roads = roads;
    List<Piece> all = new ArrayList<>();
    for (int r = 0; r < roads.size(); r++) {
      addPieces(r, all);
    }
    this.pieces = all.toArray(Piece[]::new);
    this.extent = extentOf(all);
    double area = Math.max(1.0, extent.widthM() * extent.heightM());
    this.cellM = Math.max(CELL_M, Math.sqrt(area / CELLS_MAX));
    this.columns = 1 + (int) (extent.widthM() / cellM);
    this.rows = 1 + (int) (extent.heightM() / cellM);
    this.cellStart = new int[columns * rows + 1];
    for (Piece piece : pieces) {
      forEachCell(piece.box, cell -> cellStart[cell + 1]++);
    }
    for (int i = 0; i < columns * rows; i++) {
      cellStart[i + 1] += cellStart[i];
    }
    this.cellPieces = new int[cellStart[columns * rows]];
    int[] next = Arrays.copyOf(cellStart, columns * rows);
    for (int p = 0; p < pieces.length; p++) {
      int piece = p;
      forEachCell(pieces[p].box, cell -> cellPieces[next[cell]++] = piece);
    }
  }

  /** Rectangle around all lanes. */
  Extent extent() {
    return extent;
  }

  /** A place on a road: {@code beyond} is how far the point lies past the end of the stretch, along it. */
  record Hit(int roadIndex, int sectionIndex, double s, double t, double beyond) {}

  /** Calls back for every stretch of road no further than {@code radius} from the point; possibly twice at seams. */
  void query(double x, double y, double radius, Consumer<Hit> found) {
    int c0 = column(x - radius);
    int c1 = column(x + radius);
    int r0 = row(y - radius);
    int r1 = row(y + radius);
    boolean oneCell = c0 == c1 && r0 == r1;
    for (int r = r0; r <= r1; r++) {
      for (int c = c0; c <= c1; c++) {
        int cell = r * columns + c;
        for (int i = cellStart[cell]; i < cellStart[cell + 1]; i++) {
          Piece piece = pieces[cellPieces[i]];
          if (piece.mayHold(x, y, radius) && (oneCell || piece.isFirstCell(this, c, r, c0, r0))) {
            refine(piece, x, y, radius, found);
          }
        }
      }
    }
  }

  private void refine(Piece piece, double x, double y, double radius, Consumer<Hit> found) {
    Road road = roads.get(piece.roadIndex);
    // A banked surface is sheared along s: the search must be free to leave the piece, whose
    // neighbour then answers.
    double margin = road.shape().isPlain() ? 0.0 : piece.slack;
    double low = Math.max(0.0, piece.from - margin);
    double high = Math.min(road.lengthM(), piece.to + margin);
    double[] st = road.locate(x, y, piece.guess(x, y), low, high);
    if (st[0] < piece.from || st[0] > piece.to) {
      return;
    }
    double beyond = 0.0;
    if (st[0] <= low || st[0] >= high) {
      beyond = Math.abs(aheadOf(road, piece.sectionIndex, st, x, y));
      boolean end = st[0] <= 0.0 || st[0] >= road.lengthM();
      if (beyond > (end ? radius + KINK_M : KINK_M)) {
        return;
      }
    }
    found.accept(new Hit(piece.roadIndex, piece.sectionIndex, st[0], st[1], beyond));
  }

  /** How far a point lies ahead of the surface point at {s, t}, along the reference line there. */
  private static double aheadOf(Road road, int sectionIndex, double[] st, double x, double y) {
    CurvePoint line = road.shape().line().at(st[0]);
    if (road.shape().isPlain()) {
      double footX = line.x() - st[1] * line.sin();
      double footY = line.y() + st[1] * line.cos();
      return (x - footX) * line.cos() + (y - footY) * line.sin();
    }
    Pose3 foot = road.poseAt(sectionIndex, st[0], st[1]);
    return (x - foot.x()) * line.cos() + (y - foot.y()) * line.sin();
  }

  private int column(double x) {
    return Math.max(0, Math.min(columns - 1, (int) Math.floor((x - extent.minX()) / cellM)));
  }

  private int row(double y) {
    return Math.max(0, Math.min(rows - 1, (int) Math.floor((y - extent.minY()) / cellM)));
  }

  private interface CellVisitor {
    void visit(int cell);
  }

  private void forEachCell(Extent box, CellVisitor visitor) {
    int c1 = column(box.maxX());
    int r1 = row(box.maxY());
    for (int r = row(box.minY()); r <= r1; r++) {
      for (int c = column(box.minX()); c <= c1; c++) {
        visitor.visit(r * columns + c);
      }
    }
  }

  private static Extent extentOf(List<Piece> pieces) {
    double inf = Double.POSITIVE_INFINITY;
    double minX = inf;
    double minY = inf;
    double maxX = -inf;
    double maxY = -inf;
    for (Piece piece : pieces) {
      minX = Math.min(minX, piece.box.minX());
      minY = Math.min(minY, piece.box.minY());
      maxX = Math.max(maxX, piece.box.maxX());
      maxY = Math.max(maxY, piece.box.maxY());
    }
    return pieces.isEmpty() ? new Extent(0.0, 0.0, 0.0, 0.0) : new Extent(minX, minY, maxX, maxY);
  }

  private void addPieces(int roadIndex, List<Piece> all) {
    Road road = roads.get(roadIndex);
    for (int i = 0; i < road.sections().size(); i++) {
      LaneSection section = road.sections().get(i);
      double from = section.s();
      while (from < section.sEnd()) {
        double to = Math.min(section.sEnd(), from + PIECE_M);
        while (to - from > 0.2 && turn(road, from, to) > PIECE_TURN) {
          to = from + 0.5 * (to - from);
        }
        // A crumb at the end of a section joins the piece before it.
        if (section.sEnd() - to < 0.05) {
          to = section.sEnd();
        }
        all.add(new Piece(road, roadIndex, i, from, to));
        from = to;
      }
    }
  }

  private static double turn(Road road, double from, double to) {
    CurvePoint a = road.shape().line().at(from);
    CurvePoint b = road.shape().line().at(0.5 * (from + to));
    CurvePoint c = road.shape().line().at(to);
    return Math.abs(a.cos() * b.sin() - a.sin() * b.cos())
        + Math.abs(b.cos() * c.sin() - b.sin() * c.cos());
  }

  /** A stretch of one lane section, short and straight enough to be told apart by its chord. */
  private static final class Piece {
    private final int roadIndex;
    private final int sectionIndex;
    private final double from;
    private final double to;
    private final double x;
    private final double y;
    private final double cos;
    private final double sin;
    private final double chord;
    private final double tMin;
    private final double tMax;
    private final double slack;
    private final Extent box;

    Piece(Road road, int roadIndex, int sectionIndex, double from, double to) {
      this.roadIndex = roadIndex;
      this.sectionIndex = sectionIndex;
      this.from = from;
      this.to = to;
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
      LaneSection section = road.sections().get(sectionIndex);
      for (int i = 0; i <= 4; i++) {
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

    /** Whether this is the first of the queried cells that holds the piece, so that each piece is looked at once. */
    boolean isFirstCell(RoadGrid grid, int column, int row, int firstColumn, int firstRow) {
      return column == Math.max(firstColumn, grid.column(box.minX()))
          && row == Math.max(firstRow, grid.row(box.minY()));
    }

    boolean mayHold(double px, double py, double radius) {
      double dx = px - x;
      double dy = py - y;
      double u = dx * cos + dy * sin;
      double v = dy * cos - dx * sin;
      double reach = radius + slack + (radius + slack) * 0.3;
      return u >= -reach && u <= chord + reach && v >= tMin - reach && v <= tMax + reach;
    }

    double guess(double px, double py) {
      double u = (px - x) * cos + (py - y) * sin;
      return from + (chord > 0.0 ? u / chord * (to - from) : 0.0);
    }
  }
}
