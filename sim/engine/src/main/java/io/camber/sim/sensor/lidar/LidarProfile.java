package io.camber.sim.sensor.lidar;

import java.util.Arrays;
import java.util.List;

/**
 * Where the rays of a device point: the elevation of each row, and the sector that it sweeps. Elevations are those of data
 * sheets, in degrees only here; the rows of {@code roof64} are the default sensor's own.
 */
final class LidarProfile {
  static final List<String> NAMES =
      List.of("roof64", "hdl32", "hdl64", "alpha128", "os1_128", "solid120");

  private final double[] elevations;
  private final double sector;
  private final IntensityScale scale;

  private LidarProfile(double[] elevations, double sector) {
    this(elevations, sector, IntensityScale.REFLECTIVITY);
  }

  private LidarProfile(double[] elevations, double sector, IntensityScale scale) {
    this.elevations = elevations;
    this.sector = sector;
    this.scale = scale;
  }

  /** The device of that name. */
  static LidarProfile named(String name) {
    return switch (name) {
      case "roof64" -> new LidarProfile(Beams.elevations(), 2.0 * Math.PI);
      // 32 rows 1.33 degrees apart from -30.67 to +10.67.
      case "hdl32" -> new LidarProfile(even(32, -30.67, 10.67), 2.0 * Math.PI);
      // Two blocks of 32: half a degree apart below, a third above.
      case "hdl64" ->
        new LidarProfile(
            joined(even(32, -24.33, -8.83), even(32, -8.33, 2.0)),
            2.0 * Math.PI,
            IntensityScale.KITTI64);
      // 128 rows from -25 to +15, 0.11 degrees apart about the horizon, ever wider towards the
      // ends.
      case "alpha128" -> new LidarProfile(dense(), 2.0 * Math.PI);
      case "os1_128" -> new LidarProfile(even(128, -22.5, 22.5), 2.0 * Math.PI);
      // A scanner without a rotor: 120 x 25 degrees ahead, column by column.
      case "solid120" -> new LidarProfile(even(126, -12.5, 12.5), Math.toRadians(120.0));
      default ->
        throw new IllegalArgumentException(
            "profile=" + name + " is unknown; there are " + String.join(", ", NAMES));
    };
  }

  private static double[] even(int count, double low, double high) {
    double[] rows = new double[count];
    for (int i = 0; i < count; i++) {
      rows[i] = Math.toRadians(low + (high - low) * i / (count - 1));
    }
    return rows;
  }

  private static double[] joined(double[] low, double[] high) {
    double[] all = Arrays.copyOf(low, low.length + high.length);
    System.arraycopy(high, 0, all, low.length, high.length);
    return all;
  }

  /** 40 rows 0.11 degrees apart about -1 degree; steps then grow by a constant factor to both ends. */
  private static double[] dense() {
    double[] middle = even(40, -3.2, 1.09);
    double[] below = growing(46, -3.2, -25.0);
    double[] above = growing(42, 1.09, 15.0);
    double[] all = new double[128];
    for (int i = 0; i < below.length; i++) {
      all[below.length - 1 - i] = below[i];
    }
    System.arraycopy(middle, 0, all, below.length, middle.length);
    System.arraycopy(above, 0, all, below.length + middle.length, above.length);
    return all;
  }

  /** Rows after {@code from}, the k-th at a share of the way that grows with k^1.6. */
  private static double[] growing(int count, double from, double to) {
    double[] rows = new double[count];
    for (int i = 0; i < count; i++) {
      double share = StrictMath.pow((i + 1.0) / count, 1.6);
      double linear = (i + 1.0) / count;
      // Never nearer than the rows of the middle.
      rows[i] = Math.toRadians(from + (to - from) * (0.25 * linear + 0.75 * share));
    }
    return rows;
  }

  int rowCount() {
    return elevations.length;
  }

  /** Elevation of each row, rad, ascending; the caller's own copy. */
  double[] elevations() {
    return elevations.clone();
  }

  /** How the device numbers brightness. */
  IntensityScale scale() {
    return scale;
  }

  /** Azimuth swept in one revolution or scan about straight ahead, rad. */
  double sector() {
    return sector;
  }
}
