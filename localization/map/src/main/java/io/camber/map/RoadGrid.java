package io.camber.map;

import io.camber.map.road.Extent;
import io.camber.map.road.LaneSection;
import io.camber.map.road.Road;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Spatial index of all roads: short pieces of lane sections in the cells of a uniform grid. A query filters the pieces near a
 * point by their chords, then finds exact road coordinates on the reference line.
 */
final class RoadGrid {
  private static final double PIECE_M = 6.0;
  private static final double PIECE_TURN = 0.25;
  private static final double CELL_M = 8.0;
  /** The corner of a rectangle that grows by a length on every side moves so many times the length, at most, and some more. */
  static final double DIAGONAL = 1.5;

  private static final double NOWHERE = 1e30;

  /** Points on lanes are looked up in small cells. */
  private static final double SMALL_CELL_M = 4.0;

  static final int CELLS_MAX = 4_000_000;

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

  private final LaneCells on;
  private final LaneCells near;

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
    this.cellReach = new float[4 * cellPieces.length];
    float[] boxes = new float[4 * pieces.length];
    for (int p = 0; p < pieces.length; p++) {
      store(boxes, p, pieces[p].reach(Lanes.ALL), extent);
    }
    for (int i = 0; i < cellPieces.length; i++) {
      System.arraycopy(boxes, 4 * cellPieces[i], cellReach, 4 * i, 4);
    }
    LaneCosts costs = new LaneCosts(pieces, extent);
    this.on = new LaneCells(costs, extent, SMALL_CELL_M, 0.0);
    this.near = new LaneCells(costs, extent, CELL_M, LaneIndex.NEAR_M);
  }

  /** Stores a box as least x and y, largest x and y, from the corner of the extent, no smaller than it is. */
  static void store(float[] boxes, int i, Optional<Extent> box, Extent extent) {
    boxes[4 * i] = below(box.map(Extent::minX).orElse(NOWHERE) - extent.minX());
    boxes[4 * i + 1] = below(box.map(Extent::minY).orElse(NOWHERE) - extent.minY());
    boxes[4 * i + 2] = -below(extent.minX() - box.map(Extent::maxX).orElse(-NOWHERE));
    boxes[4 * i + 3] = -below(extent.minY() - box.map(Extent::maxY).orElse(-NOWHERE));
  }

  /** No larger than the value. */
  private static float below(double value) {
    return Math.nextDown((float) value);
  }

  /** All pieces, in the order of roads and along them. */
  RoadPiece[] pieces() {
    return pieces;
  }

  /** Rectangle around all lanes. */
  Extent extent() {
    return extent;
  }

  /** A place on a road: {@code beyond} is how far the point lies past the end of the stretch, along it. */
  record Hit(RoadPiece piece, double s, double t, double beyond) {}

  /**
   * Who looks for the drivable lane of least cost: metres outside it, {@link LaneIndex#OFFSET_COST} times those from its
   * middle, or more.
   */
  interface Search {
    void found(Hit hit);

    /** Least cost found so far; places that cost more need not be found. */
    double cost();
  }

  /**
   * Calls back for stretches of road with drivable lanes that contain the point, or are no further than {@link
   * LaneIndex#NEAR_M} when {@code beside} is true; in any order.
   */
  void search(double x, double y, boolean beside, Search search) {
    (beside ? near : on).search(x, y, search);
  }

  /** Whether a query looks at one piece before another: cell by cell. */
  boolean isBefore(RoadPiece a, RoadPiece b, double x, double y, double radius) {
    int rowA = Math.max(row(y - radius), row(a.box.minY()));
    int rowB = Math.max(row(y - radius), row(b.box.minY()));
    if (rowA != rowB) {
      return rowA < rowB;
    }
    int columnA = Math.max(column(x - radius), column(a.box.minX()));
    int columnB = Math.max(column(x - radius), column(b.box.minX()));
    return columnA == columnB ? a.isBefore(b) : columnA < columnB;
  }

  /**
   * Calls back for every stretch of road with lanes of a kind no further than {@code radius} from the point; possibly twice at
   * seams. May call back for others, too.
   */
  void query(double x, double y, double radius, Lanes lanes, Consumer<Hit> finder) {
    int c0 = column(x - radius);
    int c1 = column(x + radius);
    int r0 = row(y - radius);
    int r1 = row(y + radius);
    boolean oneCell = c0 == c1 && r0 == r1;
    double px = x - extent.minX();
    double py = y - extent.minY();
    double by = DIAGONAL * radius;
    for (int r = r0; r <= r1; r++) {
      for (int c = c0; c <= c1; c++) {
        int cell = r * columns + c;
        for (int i = cellStart[cell]; i < cellStart[cell + 1]; i++) {
          if (isOutside(cellReach, 4 * i, px, py, by)) {
            continue;
          }
          RoadPiece piece = pieces[cellPieces[i]];
          if (piece.mayHold(x, y, radius, lanes) && (oneCell || isFirstCell(piece, c, r, c0, r0))) {
            Hit hit = piece.locate(x, y, radius);
            if (hit != null) {
              finder.accept(hit);
            }
          }
        }
      }
    }
  }

  private static boolean isOutside(float[] boxes, int at, double px, double py, double by) {
    return px < boxes[at] - by
        || py < boxes[at + 1] - by
        || px > boxes[at + 2] + by
        || py > boxes[at + 3] + by;
  }

  /** Whether this is the first of the queried cells that holds the piece, so that each piece is looked at once. */
  private boolean isFirstCell(RoadPiece piece, int column, int row, int firstColumn, int firstRow) {
    return column == Math.max(firstColumn, column(piece.box.minX()))
        && row == Math.max(firstRow, row(piece.box.minY()));
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
