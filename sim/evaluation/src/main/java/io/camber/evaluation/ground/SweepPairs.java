package io.camber.evaluation.ground;

import io.camber.evaluation.accuracy.TruthHistory;
import io.camber.geometry.Pose3;
import io.camber.sensing.LidarCalibration;
import io.camber.sensing.LidarSweep;
import io.camber.truth.FaultTruth;
import io.camber.truth.FaultTruths;
import io.camber.truth.LidarLabels;
import io.camber.truth.TruthFrame;
import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Brings sweeps and their labels together, whichever comes first, and counts those that cannot be scored by cause. Sweeps are kept only
 * once labels were seen, so that a drive without them costs nothing.
 */
final class SweepPairs {
  /** After these the points lie where nothing is, so that heights and ranges are not the truth. */
  private static final Set<String> MOVING = Set.of("turn", "tilt", "shift", "noise");

  private final Map<Unscored, Integer> unscored = new EnumMap<>(Unscored.class);
  private Optional<LidarCalibration> calibration = Optional.empty();
  private Optional<LidarSweep> waiting = Optional.empty();
  private Optional<LidarLabels> early = Optional.empty();
  private FaultTruths faults = FaultTruths.NONE;
  private boolean isTold;

  void update(LidarCalibration told) {
    calibration = Optional.of(told);
  }

  void update(FaultTruths known) {
    faults = known;
  }

  /** Takes in that another lidar tells what its points hit. */
  void updateOther() {
    count(Unscored.OTHER_LIDAR);
  }

  /** Takes in a sweep; the labelled one where its labels were there before. */
  Optional<LabelledSweep> update(LidarSweep sweep, TruthHistory truth) {
    if (!isTold) {
      return Optional.empty();
    }
    if (early.filter(labels -> labels.timeNs() == sweep.timeNs()).isPresent()) {
      LidarLabels labels = early.get();
      early = Optional.empty();
      return pair(sweep, labels, truth);
    }
    ByteBuffer copy = ByteBuffer.allocate(sweep.size() * LidarSweep.POINT_BYTES);
    copy.put(sweep.packed()).flip();
    waiting = Optional.of(new LidarSweep(sweep.sensorId(), sweep.startNs(), sweep.timeNs(), copy));
    return Optional.empty();
  }

  /** Takes in labels, of which the first only tell that there are any; the labelled sweep where it was there before. */
  Optional<LabelledSweep> update(LidarLabels labels, TruthHistory truth) {
    if (!isTold) {
      isTold = true;
      return Optional.empty();
    }
    if (waiting.filter(sweep -> sweep.timeNs() == labels.timeNs()).isPresent()) {
      LidarSweep sweep = waiting.get();
      waiting = Optional.empty();
      return pair(sweep, labels, truth);
    }
    early
        .flatMap(unmatched -> truth.at(unmatched.timeNs()))
        .filter(TruthFrame::egoEngaged)
        .ifPresent(unmatched -> count(Unscored.NO_SWEEP));
    ByteBuffer copy = ByteBuffer.allocate(labels.size() * LidarLabels.POINT_BYTES);
    copy.put(labels.packed()).flip();
    early = Optional.of(new LidarLabels(labels.sensorId(), labels.timeNs(), labels.actors(), copy));
    return Optional.empty();
  }

  private Optional<LabelledSweep> pair(LidarSweep sweep, LidarLabels labels, TruthHistory truth) {
    Optional<Unscored> cause = cause(sweep, labels, truth);
    if (cause.isPresent()) {
      count(cause.get());
      return Optional.empty();
    }
    Pose3 mounting = calibration.orElseThrow().baseFromLidar();
    Optional<LabelledSweep> labelled = LabelledSweep.of(sweep, labels, mounting, truth);
    if (labelled.isEmpty()) {
      count(Unscored.NO_TRUTH);
    }
    return labelled;
  }

  private Optional<Unscored> cause(LidarSweep sweep, LidarLabels labels, TruthHistory truth) {
    Optional<TruthFrame> frame = truth.at(labels.timeNs());
    if (frame.isEmpty()) {
      return Optional.of(Unscored.NO_TRUTH);
    }
    if (!frame.get().egoEngaged()) {
      return Optional.of(Unscored.NOT_ENGAGED);
    }
    if (calibration.isEmpty()) {
      return Optional.of(Unscored.NO_CALIBRATION);
    }
    if (faults.faults().stream().anyMatch(fault -> moves(fault, sweep))) {
      return Optional.of(Unscored.FAULT);
    }
    return labels.size() == sweep.size() ? Optional.empty() : Optional.of(Unscored.LOST_POINTS);
  }

  private static boolean moves(FaultTruth fault, LidarSweep sweep) {
    return fault.target().equals(sweep.sensorId())
        && MOVING.contains(fault.kind())
        && fault.startNs() <= sweep.timeNs()
        && fault.endNs() > sweep.startNs();
  }

  private void count(Unscored cause) {
    unscored.merge(cause, 1, Integer::sum);
  }

  /** Whether any lidar told what its points hit. */
  boolean isTold() {
    return isTold || !unscored.isEmpty();
  }

  /** Sweeps by cause, the causes that came up. */
  Map<Unscored, Integer> unscored() {
    return unscored;
  }

  /** Sweeps of the driven way that should have been scored. */
  int missed() {
    return unscored.entrySet().stream()
        .filter(entry ->
            entry.getKey() != Unscored.NOT_ENGAGED && entry.getKey() != Unscored.OTHER_LIDAR)
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  /** The causes with their numbers, for people. */
  String reasons() {
    return unscored.entrySet().stream()
        .map(entry -> entry.getValue() + " " + entry.getKey().reason())
        .collect(Collectors.joining(", ", "no sweep was scored: ", ""));
  }
}
