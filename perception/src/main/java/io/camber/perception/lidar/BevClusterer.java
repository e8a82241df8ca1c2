package io.camber.perception.lidar;

import java.util.Arrays;

/**
 * Connected components on a bird's-eye grid. Two occupied cells belong together when their gap is at most what the beam
 * spacing at that range explains, so the neighbourhood grows with range. Cells that hold only overhanging points (above a
 * roof's height and nothing below) connect nothing.
 *
 * <p>After {@link #cluster}, the points of cluster k are {@code member[start[k]] .. member[start[k + 1] - 1]}, clusters in
 * order of their first point.
 */
final class BevClusterer {
  private static final double CELL_M = 0.2;

  /** Gap bridged at the sensor, and how it grows with range. */
  private static final double GAP_M = 0.30;

  private static final double GAP_PER_M = 0.009;

  private static final int REACH_MAX = 8;

  /** Surfaces seen at a grazing angle leave longer gaps along the ray than across it. */
  private static final double ALONG_RAY = 1.7;

  /** Lower edge above which a cell holds only overhanging things: gantries, arms, branches. */
  private static final double OVERHANG_M = 2.3;

  private final int side;
  private final double halfM;
  private final int[] cellOf;
  private float[] cellLow = new float[0];
  private int[] cellX = new int[0];
  private int[] cellY = new int[0];
  private int[] parent = new int[0];
  private int[] pointCell = new int[0];
  private int[] rootCluster = new int[0];
  private int cells;

  int[] member = new int[0];
  int[] start = new int[1];
  int count;

  BevClusterer(double rangeM) {
    halfM = rangeM + 2.0 * CELL_M;
    side = (int) Math.ceil(2.0 * halfM / CELL_M);
    cellOf = new int[side * side];
    Arrays.fill(cellOf, -1);
  }

  void cluster(PointCloud cloud) {
    reserve(cloud.size);
    occupy(cloud);
    for (int cell = 0; cell < cells; cell++) {
      if (cellLow[cell] < OVERHANG_M) {
        joinNeighbours(cell);
      }
    }
    collect(cloud);
    for (int cell = 0; cell < cells; cell++) {
      cellOf[cellY[cell] * side + cellX[cell]] = -1;
    }
  }

  private void reserve(int points) {
    if (pointCell.length < points) {
      pointCell = new int[points];
      member = new int[points];
      cellLow = new float[points];
      cellX = new int[points];
      cellY = new int[points];
      parent = new int[points];
      rootCluster = new int[points];
      start = new int[points + 1];
    }
  }

  private void occupy(PointCloud cloud) {
    cells = 0;
    for (int i = 0; i < cloud.size; i++) {
      int ix = clamp((int) ((cloud.x[i] + halfM) / CELL_M));
      int iy = clamp((int) ((cloud.y[i] + halfM) / CELL_M));
      int at = iy * side + ix;
      int cell = cellOf[at];
      if (cell < 0) {
        cell = cells++;
        cellOf[at] = cell;
        cellX[cell] = ix;
        cellY[cell] = iy;
        cellLow[cell] = Float.POSITIVE_INFINITY;
        parent[cell] = cell;
      }
      cellLow[cell] = Math.min(cellLow[cell], cloud.height[i]);
      pointCell[i] = cell;
    }
  }

  private int clamp(int index) {
    return Math.max(0, Math.min(side - 1, index));
  }

  private void joinNeighbours(int cell) {
    double x = cellX[cell] * CELL_M - halfM;
    double y = cellY[cell] * CELL_M - halfM;
    double range = Math.max(CELL_M, Math.sqrt(x * x + y * y));
    double across = (GAP_M + GAP_PER_M * range) / CELL_M;
    double along = ALONG_RAY * across;
    int reach = (int) Math.min(REACH_MAX, Math.max(1.0, along));
    double perAlong = 1.0 / Math.max(2.1, along * along);
    double perAcross = 1.0 / Math.max(2.1, across * across);
    double rayX = x / range;
    double rayY = y / range;
    for (int dy = 0; dy <= reach; dy++) {
      int iy = cellY[cell] + dy;
      if (iy >= side) {
        break;
      }
      for (int dx = dy == 0 ? 1 : -reach; dx <= reach; dx++) {
        int ix = cellX[cell] + dx;
        double onRay = dx * rayX + dy * rayY;
        double offRay = dx * rayY - dy * rayX;
        boolean isNear = onRay * onRay * perAlong + offRay * offRay * perAcross <= 1.0;
        if (ix < 0 || ix >= side || !isNear) {
          continue;
        }
        int other = cellOf[iy * side + ix];
        if (other >= 0 && cellLow[other] < OVERHANG_M) {
          unite(cell, other);
        }
      }
    }
  }

  /** The smaller root wins, so cluster order does not depend on the order of unions. */
  private void unite(int a, int b) {
    int rootA = root(a);
    int rootB = root(b);
    if (rootA < rootB) {
      parent[rootB] = rootA;
    } else {
      parent[rootA] = rootB;
    }
  }

  private int root(int cell) {
    int at = cell;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  private void collect(PointCloud cloud) {
    count = 0;
    for (int cell = 0; cell < cells; cell++) {
      boolean isRoot = parent[cell] == cell && cellLow[cell] < OVERHANG_M;
      rootCluster[cell] = isRoot ? count++ : -1;
    }
    Arrays.fill(start, 0, count + 1, 0);
    for (int i = 0; i < cloud.size; i++) {
      int cluster = rootCluster[root(pointCell[i])];
      pointCell[i] = cluster;
      if (cluster >= 0) {
        start[cluster + 1]++;
      }
    }
    for (int cluster = 0; cluster < count; cluster++) {
      start[cluster + 1] += start[cluster];
    }
    int[] next = rootCluster;
    System.arraycopy(start, 0, next, 0, count);
    for (int i = 0; i < cloud.size; i++) {
      if (pointCell[i] >= 0) {
        member[next[pointCell[i]]++] = i;
      }
    }
  }
}
