package io.camber.jury.check;

import io.camber.geometry.Pose3;
import io.camber.geometry.Vec2;
import io.camber.geometry.Vec3;
import io.camber.sensing.LidarSweep;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What stands on the ground around the car, as cells of a grid of the car's frame that the points of a sweep rise from. */
final class StandingCells {
  private static final double CELL_M = 0.5;
  private static final int SIDE = 120;
  private static final double HALF_M = 0.5 * SIDE * CELL_M;

  /** Above the lowest point of its cell: not the ground, and not what hangs over it. */
  private static final float LOW_M = 0.3f;

  private static final float HIGH_M = 2.2f;

  private final float[] lowest = new float[SIDE * SIDE];
  private final int[] points = new int[SIDE * SIDE];
  private final int[] stack = new int[SIDE * SIDE];

  /** Cells side by side. */
  record Cluster(Vec2 middle, double lengthM, int points) {}

  /** All of them, in the order of the grid. */
  List<Cluster> clusters(LidarSweep sweep, Pose3 baseFromLidar, int pointsMin) {
    Vec3 origin = baseFromLidar.apply(Vec3.ZERO);
    Vec3 x = baseFromLidar.apply(new Vec3(1, 0, 0)).minus(origin);
    Vec3 y = baseFromLidar.apply(new Vec3(0, 1, 0)).minus(origin);
    Vec3 z = baseFromLidar.apply(new Vec3(0, 0, 1)).minus(origin);
    Arrays.fill(lowest, Float.POSITIVE_INFINITY);
    Arrays.fill(points, 0);
    for (int pass = 0; pass < 2; pass++) {
      for (int i = 0; i < sweep.size(); i++) {
        float a = sweep.x(i);
        float b = sweep.y(i);
        float c = sweep.z(i);
        int cell = cell(
            origin.x() + a * x.x() + b * y.x() + c * z.x(),
            origin.y() + a * x.y() + b * y.y() + c * z.y());
        float height = (float) (origin.z() + a * x.z() + b * y.z() + c * z.z());
        if (cell >= 0 && pass == 0) {
          lowest[cell] = Math.min(lowest[cell], height);
        } else if (cell >= 0 && height > lowest[cell] + LOW_M && height < lowest[cell] + HIGH_M) {
          points[cell]++;
        }
      }
    }
    List<Cluster> clusters = new ArrayList<>();
    for (int cell = 0; cell < points.length; cell++) {
      if (points[cell] > 0) {
        Cluster cluster = gather(cell);
        if (cluster.points() >= pointsMin) {
          clusters.add(cluster);
        }
      }
    }
    return clusters;
  }

  private static int cell(double x, double y) {
    int column = (int) Math.floor((x + HALF_M) / CELL_M);
    int row = (int) Math.floor((y + HALF_M) / CELL_M);
    boolean isInside = column >= 0 && column < SIDE && row >= 0 && row < SIDE;
    return isInside ? row * SIDE + column : -1;
  }

  /** Takes a cell and all that it is connected with out of the grid. */
  private Cluster gather(int first) {
    int top = 0;
    stack[top++] = first;
    int count = points[first];
    points[first] = 0;
    int minColumn = SIDE;
    int maxColumn = 0;
    int minRow = SIDE;
    int maxRow = 0;
    while (top > 0) {
      int cell = stack[--top];
      int column = cell % SIDE;
      int row = cell / SIDE;
      minColumn = Math.min(minColumn, column);
      maxColumn = Math.max(maxColumn, column);
      minRow = Math.min(minRow, row);
      maxRow = Math.max(maxRow, row);
      for (int dr = Math.max(0, row - 1); dr <= Math.min(SIDE - 1, row + 1); dr++) {
        for (int dc = Math.max(0, column - 1); dc <= Math.min(SIDE - 1, column + 1); dc++) {
          int next = dr * SIDE + dc;
          if (points[next] > 0) {
            count += points[next];
            points[next] = 0;
            stack[top++] = next;
          }
        }
      }
    }
    double width = (maxColumn - minColumn + 1) * CELL_M;
    double height = (maxRow - minRow + 1) * CELL_M;
    Vec2 middle = new Vec2(
        minColumn * CELL_M + 0.5 * width - HALF_M, minRow * CELL_M + 0.5 * height - HALF_M);
    return new Cluster(middle, Math.max(width, height), count);
  }
}
