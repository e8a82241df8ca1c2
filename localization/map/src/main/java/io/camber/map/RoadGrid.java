package io.camber.map;

import io.camber.geometry.Pose3;
import io.camber.map.geometry.CurvePoint;
import io.camber.map.road.Extent;
import io.camber.map.road.LaneSection;
import io.camber.map.road.Road;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Spatial index of all roads: short pieces of lane sections in the cells of a uniform grid. A query filters the pieces near a
 * point by their chords, then finds exact road coordinates on the reference line.
 */
final class RoadGrid {
  private static final double PIECE_M = 6.0;
  private static final double PIECE_TURN = 0.25;
  private static final double CELL_M = 8.0;
  /** The corner of a rectangle that grows by a length on every side moves so many times the length, at most, and some more. */
  private static final double DIAGONAL = 1.5;

  private static final double NOWHERE = 1e30;
  private static final int CELLS_MAX = 4_000_000;

  /** Which lanes a query is about. */
  enum Lanes {
    ALL,
    DRIVABLE
  }

  private final RoadPiece[] pieces;
  private final Extent extent;
  private final double cellM;
  private final int columns;
  private final int rows;
  private final int[] cellStart;
  private final int[] cellPieces;

  /** Of each entry of {@link #cellPieces}, where it has lanes: least x and y, largest x and y, from the corner of the extent. */
  private final float[] cellReach;

  private final float[] cellReachDrivable;

  RoadGrid(List<Road> roads) {
    List<RoadPiece> all = new ArrayList<>();
    for (int r = 0; r < roads.size(); r++) {
      addPieces(roads.get(r), r, all);
    }
    this.pieces = all.toArray(RoadPiece[]::new);
    this.extent = extentOf(all);
    double area = Math.max(1.0, extent.widthM() * extent.heightM());
    this.cellM = Math.max(CELL_M, Math.sqrt(area / CELLS_MAX));
    this.columns = 1 + (int) (extent.widthM() / cellM);
    this.rows = 1 + (int) (extent.heightM() / cellM);
    this.cellStart = new int[columns * rows + 1];
    for (RoadPiece piece : pieces) {
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
    this.cellReach = reaches(Lanes.ALL);
    this.cellReachDrivable = reaches(Lanes.DRIVABLE);
  }

  private float[] reaches(Lanes lanes) {
    float[] ofPieces = new float[4 * pieces.length];
    for (int p = 0; p < pieces.length; p++) {
      Optional<Extent> reach = pieces[p].reach(lanes);
      ofPieces[4 * p] = below(reach.map(Extent::minX).orElse(NOWHERE) - extent.minX());
      ofPieces[4 * p + 1] = below(reach.map(Extent::minY).orElse(NOWHERE) - extent.minY());
      ofPieces[4 * p + 2] = -below(extent.minX() - reach.map(Extent::maxX).orElse(-NOWHERE));
      ofPieces[4 * p + 3] = -below(extent.minY() - reach.map(Extent::maxY).orElse(-NOWHERE));
    }
    float[] ofEntries = new float[4 * cellPieces.length];
    for (int i = 0; i < cellPieces.length; i++) {
      System.arraycopy(ofPieces, 4 * cellPieces[i], ofEntries, 4 * i, 4);
    }
    return ofEntries;
  }

  /** No larger than the value. */
  private static float below(double value) {
    return Math.nextDown((float) value);
  }

  /** Rectangle around all lanes. */
  Extent extent() {
    return extent;
  }

  /** A place on a road: {@code beyond} is how far the point lies past the end of the stretch, along it. */
  record Hit(int roadIndex, int sectionIndex, double s, double t, double beyond) {}

  /** Who looks for something. */
  interface Finder {
    void found(Hit hit);

    /** How far away stretches still matter: at most the radius of the query, and less when what was found leaves less to look for. */
    double reach(double radius);
  }

  /**
   * Calls back for every stretch of road with lanes of a kind no further than {@code radius} from the point; possibly twice at
   * seams. May call back for others, too.
   */
  void query(double x, double y, double radius, Lanes lanes, Finder finder) {
    int c0 = column(x - radius);
    int c1 = column(x + radius);
    int r0 = row(y - radius);
    int r1 = row(y + radius);
    boolean oneCell = c0 == c1 && r0 == r1;
    float[] boxes = lanes == Lanes.ALL ? cellReach : cellReachDrivable;
    double px = x - extent.minX();
    double py = y - extent.minY();
    double within = finder.reach(radius);
    double by = DIAGONAL * within;
    for (int r = r0; r <= r1; r++) {
      for (int c = c0; c <= c1; c++) {
        int cell = r * columns + c;
        for (int i = cellStart[cell]; i < cellStart[cell + 1]; i++) {
          int k = 4 * i;
          if (px < boxes[k] - by
              || py < boxes[k + 1] - by
              || px > boxes[k + 2] + by
              || py > boxes[k + 3] + by) {
            continue;
          }
          RoadPiece piece = pieces[cellPieces[i]];
          if (piece.mayHold(x, y, within, lanes) && (oneCell || isFirstCell(piece, c, r, c0, r0))) {
            refine(piece, x, y, within, finder);
            within = finder.reach(radius);
            by = DIAGONAL * within;
          }
        }
      }
    }
  }

  /** Whether this is the first of the queried cells that holds the piece, so that each piece is looked at once. */
  private boolean isFirstCell(RoadPiece piece, int column, int row, int firstColumn, int firstRow) {
    return column == Math.max(firstColumn, column(piece.box.minX()))
        && row == Math.max(firstRow, row(piece.box.minY()));
  }

  private void refine(RoadPiece piece, double x, double y, double radius, Finder finder) {
    Road road = piece.road;
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
      if (beyond > (end ? radius + RoadPiece.KINK_M : RoadPiece.KINK_M)) {
        return;
      }
    }
    finder.found(new Hit(piece.roadIndex, piece.sectionIndex, st[0], st[1], beyond));
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

  private static Extent extentOf(List<RoadPiece> pieces) {
    double inf = Double.POSITIVE_INFINITY;
    double minX = inf;
    double minY = inf;
    double maxX = -inf;
    double maxY = -inf;
    for (RoadPiece piece : pieces) {
      minX = Math.min(minX, piece.box.minX());
      minY = Math.min(minY, piece.box.minY());
      maxX = Math.max(maxX, piece.box.maxX());
      maxY = Math.max(maxY, piece.box.maxY());
    }
    return pieces.isEmpty() ? new Extent(0.0, 0.0, 0.0, 0.0) : new Extent(minX, minY, maxX, maxY);
  }

  private static void addPieces(Road road, int roadIndex, List<RoadPiece> all) {
    for (int i = 0; i < road.sections().size(); i++) {
      LaneSection section = road.sections().get(i);
      double from = section.s();
      while (from < section.sEnd()) {
        double to = Math.min(section.sEnd(), from + PIECE_M);
        while (to - from > 0.2 && RoadPiece.turn(road, from, to) > PIECE_TURN) {
          to = from + 0.5 * (to - from);
        }
        // A crumb at the end of a section joins the piece before it.
        if (section.sEnd() - to < 0.05) {
          to = section.sEnd();
        }
        all.add(new RoadPiece(road, roadIndex, i, from, to));
        from = to;
      }
    }
  }
}
