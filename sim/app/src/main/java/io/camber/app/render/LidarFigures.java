package io.camber.app.render;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * What distinguishes one lidar's sweeps from another's, in figures.
 *
 * @param points in the sector that is compared
 * @param rangeMedianM median range
 * @param farShare share of the points beyond 40 m
 * @param intensityLow tenth percentile of the intensity, 0 to 255; {@code intensityMedian} and {@code intensityHigh} (99th) alike
 * @param groundIntensity median intensity of points near the ground
 * @param groundStdM median scatter of the ground about local planes of 1 m, 6 to 15 m away
 */
public record LidarFigures(
    int points,
    double rangeMedianM,
    double farShare,
    double intensityLow,
    double intensityMedian,
    double intensityHigh,
    double groundIntensity,
    double groundStdM) {
  private static final double FAR_M = 40.0;
  private static final double GROUND_NEAR_M = 6.0;
  private static final double GROUND_FAR_M = 15.0;
  private static final double GROUND_BAND_M = 0.35;
  private static final int CELL_POINTS_MIN = 10;

  /** Figures of the points within {@code sector} rad about straight ahead. */
  static LidarFigures of(PointCloud cloud, double sector, double mountZ) {
    List<Double> ranges = new ArrayList<>();
    List<Double> intensities = new ArrayList<>();
    List<Double> ground = new ArrayList<>();
    TreeMap<Long, List<Integer>> cells = new TreeMap<>();
    int far = 0;
    for (int i = 0; i < cloud.size(); i++) {
      double range = cloud.range(i);
      double azimuth = StrictMath.atan2(cloud.y(i), cloud.x(i));
      if (range < 2.5 || Math.abs(azimuth) > sector / 2.0) {
        continue;
      }
      ranges.add(range);
      intensities.add((double) cloud.intensity(i));
      far += range > FAR_M ? 1 : 0;
      boolean isGround = Math.abs(cloud.z(i) + mountZ) < GROUND_BAND_M;
      if (isGround) {
        ground.add((double) cloud.intensity(i));
      }
      if (isGround && range > GROUND_NEAR_M && range < GROUND_FAR_M) {
        long cell = (long) Math.floor(cloud.x(i)) * 1_000 + (long) Math.floor(cloud.y(i));
        cells.computeIfAbsent(cell, key -> new ArrayList<>()).add(i);
      }
    }
    double[] scatter = cells.values().stream()
        .filter(cell -> cell.size() >= CELL_POINTS_MIN)
        .mapToDouble(cell -> scatter(cloud, cell))
        .sorted()
        .toArray();
    int count = Math.max(1, ranges.size());
    return new LidarFigures(
        ranges.size(),
        quantile(ranges, 0.5),
        (double) far / count,
        quantile(intensities, 0.1),
        quantile(intensities, 0.5),
        quantile(intensities, 0.99),
        quantile(ground, 0.5),
        scatter.length == 0 ? Double.NaN : scatter[scatter.length / 2]);
  }

  private static double quantile(List<Double> values, double share) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return sorted.length == 0
        ? Double.NaN
        : sorted[(int) Math.min(sorted.length - 1.0, share * sorted.length)];
  }

  /** Standard deviation about the plane z = a x + b y + c of least squares. */
  private static double scatter(PointCloud cloud, List<Integer> cell) {
    double n = cell.size();
    double mx = 0.0;
    double my = 0.0;
    double mz = 0.0;
    for (int i : cell) {
      mx += cloud.x(i) / n;
      my += cloud.y(i) / n;
      mz += cloud.z(i) / n;
    }
    double xx = 1e-9;
    double xy = 0.0;
    double yy = 1e-9;
    double xz = 0.0;
    double yz = 0.0;
    double zz = 0.0;
    for (int i : cell) {
      double x = cloud.x(i) - mx;
      double y = cloud.y(i) - my;
      double z = cloud.z(i) - mz;
      xx += x * x;
      xy += x * y;
      yy += y * y;
      xz += x * z;
      yz += y * z;
      zz += z * z;
    }
    double determinant = xx * yy - xy * xy;
    double a = (xz * yy - yz * xy) / determinant;
    double b = (yz * xx - xz * xy) / determinant;
    return Math.sqrt(Math.max(0.0, zz - a * xz - b * yz) / (n - 3.0));
  }
}
