package io.camber.app.realism;

import io.camber.geometry.Pose2;
import io.camber.geometry.Pose3;
import io.camber.geometry.Vec2;
import io.camber.geometry.Vec3;
import io.camber.scene.ObjectClass;
import io.camber.sensing.LidarCalibration;
import io.camber.sensing.LidarSweep;
import io.camber.truth.ActorTruth;
import io.camber.truth.TruthFrame;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What many sweeps of one device have in common: sums over points, rows, ground and cars. Mutable. */
final class SweepTally {
  static final int INTENSITY_BINS = 32;
  private static final int INTENSITY_WIDTH = 256 / INTENSITY_BINS;
  private static final int ROWS_MAX = 256;

  /** Wheels and the road below them are left out, noise and the motion within a sweep let in. */
  private static final double BOX_FROM_GROUND_M = 0.25;

  private static final double BOX_MARGIN_M = 0.15;
  private static final double CAR_FAR_M = 70.0;
  private static final double CAR_BIN_M = 5.0;
  private static final double FIRED_MIN = 10.0;

  /** Rows that look so far down must meet something. */
  private static final double DOWN_MIN = Math.toRadians(4.0);

  private static final double DOWN_MAX = Math.toRadians(15.0);

  private final long[] rows = new long[ROWS_MAX];
  private final double[] rowElevation = new double[ROWS_MAX];
  private final long[] intensities = new long[INTENSITY_BINS];
  private final List<Double> ground = new ArrayList<>();
  private final Map<Integer, List<Double>> cars = new TreeMap<>();
  private final Map<Integer, List<Double>> carShares = new TreeMap<>();
  private int sweeps;
  private long points;
  private long far;

  /** Adds a sweep with the truth of its moment; without actors in the truth nothing is learned of cars. */
  void add(LidarSweep sweep, LidarCalibration lidar, TruthFrame truth) {
    sweeps++;
    points += sweep.size();
    GroundScatter scatter = new GroundScatter(lidar.baseFromLidar().z());
    for (int i = 0; i < sweep.size(); i++) {
      int row = Math.min(ROWS_MAX - 1, sweep.ring(i));
      double level = Math.sqrt(sweep.x(i) * sweep.x(i) + sweep.y(i) * sweep.y(i));
      rows[row]++;
      rowElevation[row] += StrictMath.atan2(sweep.z(i), level);
      intensities[Math.min(255, sweep.intensity(i)) / INTENSITY_WIDTH]++;
      far += level > 40.0 ? 1 : 0;
      scatter.add(sweep.x(i), sweep.y(i), sweep.z(i));
    }
    ground.addAll(scatter.stdM());
    Shots shots = new Shots(sweep);
    truth.ego().ifPresent(ego -> addCars(sweep, shots, lidar.baseFromLidar(), ego, truth));
  }

  private void addCars(
      LidarSweep sweep, Shots shots, Pose3 baseFromLidar, ActorTruth ego, TruthFrame truth) {
    Pose2 base = ego.mapFromReference().toPose2();
    for (ActorTruth actor : truth.actors()) {
      if (actor.name().equals(ego.name()) || actor.objectClass() != ObjectClass.CAR) {
        continue;
      }
      Pose2 middle = actor.footprint().center();
      double range = middle.position().distanceTo(base.position());
      if (range > CAR_FAR_M) {
        continue;
      }
      double bottom = actor.mapFromReference().z() - ego.mapFromReference().z();
      int count = 0;
      for (int i = 0; i < sweep.size(); i++) {
        Vec3 point = baseFromLidar.apply(new Vec3(sweep.x(i), sweep.y(i), sweep.z(i)));
        double up = point.z() - bottom;
        if (up < BOX_FROM_GROUND_M || up > actor.size().heightM() + BOX_MARGIN_M) {
          continue;
        }
        Vec2 inCar = middle.applyInverse(base.apply(new Vec2(point.x(), point.y())));
        count += Math.abs(inCar.x()) < actor.size().lengthM() / 2.0 + BOX_MARGIN_M
                && Math.abs(inCar.y()) < actor.size().widthM() / 2.0 + BOX_MARGIN_M
            ? 1
            : 0;
      }
      if (count > 0) {
        int bin = (int) (range / CAR_BIN_M);
        cars.computeIfAbsent(bin, key -> new ArrayList<>()).add((double) count);
        double fired = shots.into(
            actor.footprint().corners().stream()
                .map(corner -> baseFromLidar.toPose2().applyInverse(base.applyInverse(corner)))
                .toList(),
            bottom + BOX_FROM_GROUND_M - baseFromLidar.z(),
            bottom + actor.size().heightM() - baseFromLidar.z());
        if (fired >= FIRED_MIN) {
          carShares.computeIfAbsent(bin, key -> new ArrayList<>()).add(count / fired);
        }
      }
    }
  }

  int sweeps() {
    return sweeps;
  }

  double pointsASweep() {
    return (double) points / Math.max(1, sweeps);
  }

  double farShare() {
    return (double) far / Math.max(1L, points);
  }

  /** Mean elevation of each row that has points, degrees, with its points a sweep; from the lowest row. */
  List<Vec2> pointsByElevation() {
    List<Vec2> all = new ArrayList<>();
    for (int row = 0; row < ROWS_MAX; row++) {
      if (rows[row] > 0) {
        all.add(
            new Vec2(Math.toDegrees(rowElevation[row] / rows[row]), (double) rows[row] / sweeps));
      }
    }
    all.sort((a, b) -> Double.compare(a.x(), b.x()));
    return all;
  }

  /** Points of the fullest row, which nearly is the number of its shots. */
  double fullestRow() {
    return Arrays.stream(rows).max().orElse(0L) / (double) Math.max(1, sweeps);
  }

  /** Share of the shots of rows that look 4 to 15 degrees down, where a road must be, that did not come back. */
  double dropoutShare() {
    double shots = 0.0;
    double returns = 0.0;
    for (int row = 0; row < ROWS_MAX; row++) {
      double down = rows[row] == 0 ? 0.0 : -rowElevation[row] / rows[row];
      if (down > DOWN_MIN && down < DOWN_MAX) {
        shots += fullestRow();
        returns += (double) rows[row] / sweeps;
      }
    }
    return shots == 0.0 ? Double.NaN : 1.0 - returns / shots;
  }

  /** Share of the points in each bin of the intensity, at the middle of the bin. */
  List<Vec2> intensityShares() {
    List<Vec2> shares = new ArrayList<>();
    for (int bin = 0; bin < INTENSITY_BINS; bin++) {
      shares.add(new Vec2(
          (bin + 0.5) * INTENSITY_WIDTH, (double) intensities[bin] / Math.max(1L, points)));
    }
    return shares;
  }

  /** Intensity below which a share of the points lies; the middle of its bin. */
  double intensityQuantile(double share) {
    double sum = 0.0;
    for (Vec2 bin : intensityShares()) {
      sum += bin.y();
      if (sum >= share) {
        return bin.x();
      }
    }
    return Double.NaN;
  }

  /** Median scatter of the ground about planes of a metre; not a number without ground. */
  double groundStdM() {
    return median(ground);
  }

  /** Median number of points on a car in bins of 5 m, at the middle of the bin; bins of three cars and more. */
  List<Vec2> pointsOnCars() {
    return medians(cars);
  }

  /** The same of the points over the shots into the box around the car, which does not depend on the side that it shows. */
  List<Vec2> sharesOfCars() {
    return medians(carShares);
  }

  private static List<Vec2> medians(Map<Integer, List<Double>> byRange) {
    List<Vec2> medians = new ArrayList<>();
    byRange.forEach((bin, counts) -> {
      if (counts.size() >= 3) {
        medians.add(new Vec2((bin + 0.5) * CAR_BIN_M, median(counts)));
      }
    });
    return medians;
  }

  int carCount() {
    return cars.values().stream().mapToInt(List::size).sum();
  }

  private static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
  }
}
