package io.camber.perception.lidar;

import java.util.Arrays;

/**
 * Ground by walking outward over a polar grid: in each sector the lowest point of each radial bin continues the ground if it
 * lies near the line that the previous ground points predict. The slope is filtered along the way, so hills and crests are
 * followed; what stands above the line gets a height above the extrapolated ground.
 *
 * <p>Writes {@link PointCloud#height}. The ground at the vehicle is z = 0, the definition of {@code base_link}.
 */
final class GroundSegmenter {
  private static final int SECTORS = 512;
  private static final double BIN_M = 0.5;

  /** Steepest change along a sector that is still road: 14 degrees. */
  private static final double SLOPE_MAX = 0.25;

  /** Measurement noise plus roughness. */
  private static final double STEP_M = 0.10;

  /** How wrong the filtered grade may be. */
  private static final double STEP_PER_M = 0.02;

  /** The same before any grade is known. */
  private static final double FIRST_STEP_PER_M = 0.08;

  /** Half the vertical curvature of the tightest crest or sag followed: radius 330 m. */
  private static final double STEP_PER_M2 = 0.0015;

  private static final double STEP_M_MAX = 0.45;

  /** A bin whose returns differ more in height shows a face, not ground: its foot may be anywhere above the ground. */
  private static final double FACE_M = 0.13;

  /** The slope forgets over this length. */
  private static final double SLOPE_LENGTH_M = 4.0;

  private final int bins;
  private final float[] lowest;
  private final float[] highest;
  private final float[] lowestRange;
  private final float[] ground;
  private final float[] slope;
  private int[] cell = new int[0];
  private float[] range = new float[0];

  GroundSegmenter(double rangeM) {
    bins = (int) Math.ceil(rangeM / BIN_M) + 1;
    lowest = new float[SECTORS * bins];
    highest = new float[SECTORS * bins];
    lowestRange = new float[SECTORS * bins];
    ground = new float[SECTORS * bins];
    slope = new float[SECTORS * bins];
  }

  void measureHeights(PointCloud cloud) {
    findLowest(cloud);
    for (int sector = 0; sector < SECTORS; sector++) {
      walk(sector * bins);
    }
    for (int i = 0; i < cloud.size; i++) {
      int c = cell[i];
      cloud.height[i] = cloud.z[i] - (ground[c] + slope[c] * (range[i] - lowestRange[c]));
    }
  }

  private void findLowest(PointCloud cloud) {
    if (cell.length < cloud.size) {
      cell = new int[cloud.x.length];
      range = new float[cloud.x.length];
    }
    Arrays.fill(lowest, Float.POSITIVE_INFINITY);
    Arrays.fill(highest, Float.NEGATIVE_INFINITY);
    for (int i = 0; i < cloud.size; i++) {
      float x = cloud.x[i];
      float y = cloud.y[i];
      float r = (float) Math.sqrt(x * x + y * y);
      int bin = Math.min(bins - 1, (int) (r / BIN_M));
      int c = Azimuths.bin(x, y, SECTORS) * bins + bin;
      cell[i] = c;
      range[i] = r;
      highest[c] = Math.max(highest[c], cloud.z[i]);
      if (cloud.z[i] < lowest[c]) {
        lowest[c] = cloud.z[i];
        lowestRange[c] = r;
      }
    }
  }

  private void walk(int start) {
    double groundR = 0.0;
    double groundZ = 0.0;
    double grade = 0.0;
    double lowR = Double.NaN;
    double lowZ = Double.NaN;
    for (int c = start; c < start + bins; c++) {
      if (lowest[c] == Float.POSITIVE_INFINITY) {
        continue;
      }
      double gap = Math.max(0.05, lowestRange[c] - groundR);
      double predicted = groundZ + grade * gap;
      double perM = groundR == 0.0 ? FIRST_STEP_PER_M : STEP_PER_M + STEP_PER_M2 * gap;
      double tolerance = Math.min(STEP_M + perM * gap, STEP_M_MAX);
      double z = lowest[c];
      boolean isFace = highest[c] - z > FACE_M && z > predicted + 0.2 * STEP_M;
      boolean continues = !isFace
          && Math.abs(z - predicted) <= tolerance
          && Math.abs(z - groundZ) <= STEP_M + SLOPE_MAX * gap;
      boolean drops = z < predicted - tolerance
          && Math.abs(z - lowZ) <= STEP_M + SLOPE_MAX * (lowestRange[c] - lowR);
      if (continues || drops) {
        if (drops) {
          grade = 0.0;
        } else {
          double weight = Math.min(1.0, gap / SLOPE_LENGTH_M);
          grade += weight * ((z - groundZ) / gap - grade);
          grade = Math.max(-SLOPE_MAX, Math.min(SLOPE_MAX, grade));
        }
        groundR = lowestRange[c];
        groundZ = z;
        ground[c] = (float) z;
      } else {
        ground[c] = (float) predicted;
      }
      if (z < predicted - tolerance) {
        // One low return may be a ghost below the road; two in a row at one level are a lower
        // ground.
        lowR = lowestRange[c];
        lowZ = z;
      } else {
        lowZ = Double.NaN;
      }
      slope[c] = (float) grade;
    }
  }
}
