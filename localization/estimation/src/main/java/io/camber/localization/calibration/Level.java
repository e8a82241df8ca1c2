package io.camber.localization.calibration;

import io.camber.geometry.Pose3;
import io.camber.localization.leastsquares.ClusteredFit;
import io.camber.localization.odometry.GroundPlane;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The ground planes of a drive: what turns the published mounting so that the road lies level at height 0 when the car neither
 * brakes nor corners. How much the body leans with either is found along the way.
 */
final class Level {
  /** Planes nearer in time than this see the same road and are one measurement. */
  private static final long BLOCK_NS = 2_000_000_000L;

  private static final int BLOCKS_MIN = 4;

  /** Beyond these the body no longer leans in proportion. */
  private static final double ACCEL_MPS2_MAX = 2.0;

  private static final double LATERAL_MPS2_MAX = 3.0;

  /** Less change of acceleration shows no leaning. */
  private static final double CHANGE_MPS2_MIN = 0.5;

  private final List<Sample> samples = new ArrayList<>();

  private record Sample(long timeNs, GroundPlane plane, double accelMps2, double lateralMps2) {}

  /** A value and its standard error. */
  record Spread(double mean, double std) {}

  /**
   * What is known of the level.
   *
   * @param levelFromPublished maps the published {@code base_link} onto one that is level
   */
  record Found(Pose3 levelFromPublished, Spread slopeX, Spread slopeY, Spread offset) {}

  void add(long timeNs, GroundPlane plane, double accelMps2, double lateralMps2) {
    if (Math.abs(accelMps2) <= ACCEL_MPS2_MAX && Math.abs(lateralMps2) <= LATERAL_MPS2_MAX) {
      samples.add(new Sample(timeNs, plane, accelMps2, lateralMps2));
    }
  }

  /** The level up to a time; empty when too little road was in sight, or its stretches do not agree. */
  Optional<Found> find(long untilNs) {
    List<Sample> known =
        samples.stream().filter(sample -> sample.timeNs() <= untilNs).toList();
    if (blocks(known) < BLOCKS_MIN) {
      return Optional.empty();
    }
    boolean brakes = isWide(known.stream().mapToDouble(Sample::accelMps2).toArray());
    boolean corners = isWide(known.stream().mapToDouble(Sample::lateralMps2).toArray());
    ClusteredFit x = new ClusteredFit(brakes ? 2 : 1);
    ClusteredFit y = new ClusteredFit(corners ? 2 : 1);
    ClusteredFit z = new ClusteredFit(1);
    for (Sample sample : known) {
      long block = sample.timeNs() / BLOCK_NS;
      x.add(block, row(brakes, sample.accelMps2()), sample.plane().slopeX());
      y.add(block, row(corners, sample.lateralMps2()), sample.plane().slopeY());
      z.add(block, new double[] {1.0}, sample.plane().offset());
    }
    Optional<Spread> slopeX = constant(x);
    Optional<Spread> slopeY = constant(y);
    Optional<Spread> offset = constant(z);
    if (slopeX.isEmpty() || slopeY.isEmpty() || offset.isEmpty()) {
      return Optional.empty();
    }
    Pose3 level = new GroundPlane(
            slopeX.get().mean(), slopeY.get().mean(), offset.get().mean())
        .levelFromHere();
    return Optional.of(new Found(level, slopeX.get(), slopeY.get(), offset.get()));
  }

  /** Why there is no level. */
  String absence(long untilNs) {
    int blocks =
        blocks(samples.stream().filter(sample -> sample.timeNs() <= untilNs).toList());
    return blocks < BLOCKS_MIN
        ? "a plane of road was in sight for " + blocks + " stretches of 2 s, it takes " + BLOCKS_MIN
        : "the planes of road in " + blocks + " stretches of 2 s do not agree";
  }

  private static int blocks(List<Sample> known) {
    return (int) known.stream()
        .mapToLong(sample -> sample.timeNs() / BLOCK_NS)
        .distinct()
        .count();
  }

  private static boolean isWide(double[] values) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    return most - least >= CHANGE_MPS2_MIN;
  }

  private static double[] row(boolean leans, double accelMps2) {
    return leans ? new double[] {1.0, accelMps2} : new double[] {1.0};
  }

  private static Optional<Spread> constant(ClusteredFit fit) {
    return fit.solve()
        .filter(solution -> solution.clusters() >= BLOCKS_MIN)
        .map(solution -> new Spread(solution.value(0), solution.std(0)));
  }
}
