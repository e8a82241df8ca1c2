package io.camber.map;

import io.camber.map.RoadGrid.Hit;
import io.camber.map.RoadGrid.Search;
import io.camber.map.road.Extent;
import java.util.Arrays;

/**
 * Where drivable lanes are, in the cells of a grid: one cell names every stretch that a point in it may lie on, or no
 * further beside than a radius. A search looks first at the stretch that promises most, then at those that promise as
 * much as it kept.
 */
final class LaneCells {
  private final LaneCosts costs;
  private final double radius;
  private final double originX;
  private final double originY;
  private final double cellM;
  private final int columns;
  private final int rows;
  private final int[] start;

  /**
   * Pairs: an entry of {@link LaneCosts}, and where in the cell it may be: least x and y, largest x and y in 255ths of
   * the cell.
   */
  private final int[] entries;

  LaneCells(LaneCosts costs, Extent extent, double cellM, double radius) {
    this.costs = costs;
    this.radius = radius;
    this.originX = extent.minX();
    this.originY = extent.minY();
    double area = Math.max(1.0, extent.widthM() * extent.heightM());
    this.cellM = Math.max(cellM, Math.sqrt(area / RoadGrid.CELLS_MAX));
    this.columns = 1 + (int) (extent.widthM() / this.cellM);
    this.rows = 1 + (int) (extent.heightM() / this.cellM);
    this.start = new int[columns * rows + 1];
    for (int i = 0; i < costs.size(); i++) {
      forEachCell(i, cell -> start[cell + 1]++);
    }
    for (int i = 0; i < columns * rows; i++) {
      start[i + 1] += start[i];
    }
    this.entries = new int[2 * start[columns * rows]];
    int[] next = Arrays.copyOf(start, columns * rows);
    for (int i = 0; i < costs.size(); i++) {
      int entry = i;
      forEachCell(i, cell -> {
        int at = 2 * next[cell]++;
        entries[at] = entry;
        entries[at + 1] = box(entry, cell);
      });
    }
  }

  private interface CellVisitor {
    void visit(int cell);
  }

  private void forEachCell(int entry, CellVisitor visitor) {
    double by = RoadGrid.DIAGONAL * radius;
    double left = costs.boxes[4 * entry] - by;
    double right = costs.boxes[4 * entry + 2] + by;
    if (left > right) {
      return; // without lanes it is nowhere
    }
    int c1 = index(right, columns);
    int r1 = index(costs.boxes[4 * entry + 3] + by, rows);
    for (int r = index(costs.boxes[4 * entry + 1] - by, rows); r <= r1; r++) {
      for (int c = index(left, columns); c <= c1; c++) {
        visitor.visit(r * columns + c);
      }
    }
  }

  private int box(int entry, int cell) {
    double by = RoadGrid.DIAGONAL * radius;
    int column = cell % columns;
    int row = cell / columns;
    double x = column * cellM;
    double y = row * cellM;
    int left = part(costs.boxes[4 * entry] - by - x, -1);
    int bottom = part(costs.boxes[4 * entry + 1] - by - y, -1);
    int right = part(costs.boxes[4 * entry + 2] + by - x, 1);
    int top = part(costs.boxes[4 * entry + 3] + by - y, 1);
    return left | bottom << 8 | right << 16 | top << 24;
  }

  /** A length within the cell in 255ths of it, and some more to be safe from rounding. */
  private int part(double length, int more) {
    return Math.max(0, Math.min(255, (int) (255.0 * length / cellM) + more));
  }

  /** Of a length from the origin; who is outside belongs to the cells at the edge. */
  private int index(double from, int count) {
    return Math.max(0, Math.min(count - 1, (int) (from / cellM)));
  }

  /** Calls back for every stretch whose lanes may cost no more than what is found; may call back for others, too. */
  void search(double x, double y, Search search) {
    double px = x - originX;
    double py = y - originY;
    int column = index(px, columns);
    int row = index(py, rows);
    int cell = row * columns + column;
    int from = start[cell];
    int count = start[cell + 1] - from;
    if (count == 0) {
      return;
    }
    double within = Math.min(radius, search.cost());
    int partX = part(px - column * cellM, 0);
    int partY = part(py - row * cellM, 0);
    double[] least = new double[count];
    int likely = 0;
    for (int i = 0; i < count; i++) {
      int at = 2 * (from + i);
      least[i] = isOutside(entries[at + 1], partX, partY)
          ? LaneCosts.NONE
          : costs.least(entries[at], x, y, within);
      likely = least[i] < least[likely] ? i : likely;
    }
    if (least[likely] == LaneCosts.NONE) {
      return;
    }
    look(entries[2 * (from + likely)], x, y, search);
    for (int i = 0; i < count; i++) {
      if (i != likely && least[i] <= search.cost() && least[i] < LaneCosts.NONE) {
        look(entries[2 * (from + i)], x, y, search);
      }
    }
  }

  private static boolean isOutside(int box, int x, int y) {
    return x < (box & 255) || y < (box >> 8 & 255) || x > (box >> 16 & 255) || y > box >>> 24;
  }

  private void look(int entry, double x, double y, Search search) {
    Hit hit = costs.piece(entry).locate(x, y, Math.min(radius, search.cost()));
    if (hit != null) {
      search.found(hit);
    }
  }
}
