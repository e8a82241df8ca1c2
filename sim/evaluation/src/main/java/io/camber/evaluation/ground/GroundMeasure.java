package io.camber.evaluation.ground;

import io.camber.evaluation.accuracy.TruthHistory;
import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.Owner;
import io.camber.evaluation.judgement.TimeSeries;
import io.camber.evaluation.statistics.Samples;
import io.camber.geometry.Box2;
import io.camber.geometry.Pose2;
import io.camber.geometry.Pose3;
import io.camber.scene.FreeSpace;
import io.camber.scene.GroundPoints;
import io.camber.sensing.LidarCalibration;
import io.camber.sensing.LidarSweep;
import io.camber.truth.ActorTruth;
import io.camber.truth.LidarLabels;
import io.camber.truth.TruthFrame;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Ground and free space of the roof's lidar against what its points truly hit, where the rig tells that ({@code truth: points}; METRICS
 * 6.6), while the stack drives. A sweep that lost points on the way does not count, since nobody knows which.
 */
public final class GroundMeasure {
  /** Sweeps whose judgement may be on its way. */
  private static final int SWEEPS_MAX = 4;

  private final TrueGround ground = new TrueGround();
  private final FreeSpaceScorer scorer = new FreeSpaceScorer(ground);
  private final GroundPointScore points = new GroundPointScore();
  private final Deque<LabelledSweep> sweeps = new ArrayDeque<>();
  private final Samples falseFree = new Samples();
  private final Samples falseFreeAhead = new Samples();
  private Optional<Pose3> mounting = Optional.empty();
  private Optional<LidarSweep> waiting = Optional.empty();
  private boolean isTold;
  private boolean isHeard;
  private long filledNs = Long.MIN_VALUE;
  private double freeM2;
  private double foundM2;
  private double latestF1 = Double.NaN;
  private double latestFalseFree = Double.NaN;

  public void update(LidarCalibration calibration) {
    mounting = Optional.of(calibration.baseFromLidar());
  }

  /** Keeps a sweep until its labels come; nobody keeps any in a drive without labels. */
  public void update(LidarSweep sweep) {
    if (isTold) {
      ByteBuffer copy = ByteBuffer.allocate(sweep.size() * LidarSweep.POINT_BYTES);
      copy.put(sweep.packed()).flip();
      waiting =
          Optional.of(new LidarSweep(sweep.sensorId(), sweep.startNs(), sweep.timeNs(), copy));
    }
  }

  /** Takes in what the points of the sweep before truly hit. */
  public void update(LidarLabels labels, TruthHistory truth) {
    isTold = true;
    if (mounting.isEmpty() || waiting.isEmpty() || waiting.get().timeNs() != labels.timeNs()) {
      return;
    }
    if (truth.at(labels.timeNs()).filter(TruthFrame::egoEngaged).isPresent()) {
      LabelledSweep.of(waiting.get(), labels, mounting.get(), truth).ifPresent(this::keep);
    }
    waiting = Optional.empty();
  }

  private void keep(LabelledSweep sweep) {
    if (sweeps.size() == SWEEPS_MAX) {
      sweeps.removeFirst();
    }
    sweeps.addLast(sweep);
  }

  /** Takes in which points of a sweep are called ground. */
  public void update(GroundPoints called) {
    isHeard = true;
    sweep(called.timeNs())
        .filter(sweep -> sweep.size == called.size())
        .ifPresent(sweep -> latestF1 = points.add(sweep, called, ground));
  }

  /** Takes in what is called free around a sweep. */
  public void update(FreeSpace space, TruthHistory truth) {
    isHeard = true;
    Optional<TruthFrame> frame = truth.at(space.timeNs());
    Optional<ActorTruth> ego = frame.flatMap(TruthFrame::ego);
    Optional<LabelledSweep> sweep = sweep(space.timeNs());
    if (ego.isEmpty() || sweep.isEmpty()) {
      return;
    }
    Pose2 baseFromMap = ego.get().mapFromReference().toPose2().inverse();
    List<Box2> actors = frame.get().othersThan(ego.get().name()).stream()
        .map(ActorTruth::footprint)
        .map(box -> new Box2(baseFromMap.times(box.center()), box.lengthM(), box.widthM()))
        .toList();
    FreeSpaceScore score = scorer.score(space, sweep.get(), actors);
    falseFree.add(score.falseFree());
    falseFreeAhead.add(score.ahead());
    freeM2 += score.free();
    foundM2 += score.found();
    latestFalseFree = score.falseFree();
  }

  /** The labelled sweep of a time, its ground looked at. */
  private Optional<LabelledSweep> sweep(long timeNs) {
    Optional<LabelledSweep> found =
        sweeps.stream().filter(sweep -> sweep.timeNs == timeNs).findFirst();
    if (found.isPresent() && filledNs != timeNs) {
      ground.fill(found.get());
      filledNs = timeNs;
    }
    return found;
  }

  /** Adds what the newest sweep was worth to the row of a time series, if there was any. */
  public void put(TimeSeries series) {
    if (!Double.isNaN(latestF1)) {
      series.put("groundF1", latestF1);
    }
    if (!Double.isNaN(latestFalseFree)) {
      series.put("falseFreeArea", latestFalseFree);
    }
  }

  /** Adds metrics. */
  public void report(Findings findings) {
    String none = !isTold
        ? "the rig does not tell what points hit (--rig lidar-truth, or truth: points in a rig of your own)"
        : isHeard
            ? "no sweep held such points, or all lost points on the way"
            : "nobody published ground or free space";
    points
        .shares()
        .forEach((name, share) ->
            findings.add(Metric.free(name, share, "1", Owner.PERCEPTION, Metric.Better.HIGHER)
                .because(none)));
    findings.add(area("freeSpace.falseFreeArea.mean", falseFree.mean(), none));
    findings.add(area("freeSpace.falseFreeArea.max", falseFree.max(), none));
    findings.add(area("freeSpace.falseFreeArea.aheadMean", falseFreeAhead.mean(), none));
    findings.add(area("freeSpace.falseFreeArea.aheadMax", falseFreeAhead.max(), none));
    double coverage = freeM2 > 0.0 ? foundM2 / freeM2 : Double.NaN;
    findings.add(
        Metric.free("freeSpace.coverage", coverage, "1", Owner.PERCEPTION, Metric.Better.HIGHER)
            .because(none));
  }

  private static Metric area(String name, double value, String none) {
    return Metric.free(name, value, "m2", Owner.PERCEPTION, Metric.Better.LOWER).because(none);
  }
}
