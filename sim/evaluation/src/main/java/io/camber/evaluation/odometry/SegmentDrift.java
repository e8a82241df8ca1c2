package io.camber.evaluation.odometry;

import java.util.List;

/**
 * Drift over segments (Geiger et al. 2012): from every tenth pose over 100, 200 ... 800 m of true way, how far the estimated
 * motion ends from the true one, per metre.
 *
 * @param translation share of the way; NaN when the trajectory is shorter than 100 m
 * @param rotationPerM rad/m
 * @param segments counted
 */
public record SegmentDrift(double translation, double rotationPerM, int segments) {
  private static final int START_STEP = 10;
  private static final int LENGTHS = 8;
  private static final double LENGTH_STEP_M = 100.0;

  /** Compares two trajectories of one length, pose by pose. */
  public static SegmentDrift of(List<Rigid> estimated, List<Rigid> actual) {
    double[] way = new double[actual.size()];
    for (int i = 1; i < way.length; i++) {
      way[i] = way[i - 1] + actual.get(i - 1).inverse().times(actual.get(i)).distanceM();
    }
    double translation = 0.0;
    double rotation = 0.0;
    int segments = 0;
    for (int first = 0; first < way.length; first += START_STEP) {
      for (int k = 1; k <= LENGTHS; k++) {
        double length = k * LENGTH_STEP_M;
        int last = firstBeyond(way, first, way[first] + length);
        if (last >= 0) {
          Rigid moved = estimated.get(first).inverse().times(estimated.get(last));
          Rigid should = actual.get(first).inverse().times(actual.get(last));
          Rigid error = moved.inverse().times(should);
          translation += error.distanceM() / length;
          rotation += error.angle() / length;
          segments++;
        }
      }
    }
    return segments == 0
        ? new SegmentDrift(Double.NaN, Double.NaN, 0)
        : new SegmentDrift(translation / segments, rotation / segments, segments);
  }

  private static int firstBeyond(double[] way, int from, double s) {
    for (int i = from; i < way.length; i++) {
      if (way[i] > s) {
        return i;
      }
    }
    return -1;
  }
}
