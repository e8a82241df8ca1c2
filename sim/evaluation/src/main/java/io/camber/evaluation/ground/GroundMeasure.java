package io.camber.evaluation.ground;

import io.camber.evaluation.accuracy.TruthHistory;
import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.Owner;
import io.camber.evaluation.judgement.TimeSeries;
import io.camber.scene.FreeSpace;
import io.camber.scene.GroundPoints;
import io.camber.sensing.LidarCalibration;
import io.camber.sensing.LidarSweep;
import io.camber.truth.FaultTruths;
import io.camber.truth.LidarLabels;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Ground and free space of the roof's lidar against what its points truly hit, where the rig tells that ({@code truth: points}; METRICS
 * 6.6), while the stack drives. Silence is an answer, too: of a sweep without a message nothing is called ground or free, once
 * {@value #SWEEPS_MAX} more have come (half a second); answers to the last of a drive may be on their way. What cannot be scored is counted by cause.
 */
public final class GroundMeasure {
  /** Sweeps whose judgement may be on its way. */
  private static final int SWEEPS_MAX = 5;

  private final TrueGround ground = new TrueGround();
  private final GroundPointScore points = new GroundPointScore();
  private final FreeSpaceTotals spaces = new FreeSpaceTotals(new FreeSpaceScorer(ground));
  private final SweepPairs pairs = new SweepPairs();
  private final Deque<Asked> sweeps = new ArrayDeque<>();
  private boolean isHeard;
  private long filledNs = Long.MIN_VALUE;
  private int settled;
  private double latestF1 = Double.NaN;

  /** A sweep and what was said of it so far. */
  private static final class Asked {
    private final LabelledSweep sweep;
    private boolean hasGround;
    private boolean hasSpace;

    Asked(LabelledSweep sweep) {
      this.sweep = sweep;
    }
  }

  public void update(LidarCalibration calibration) {
    pairs.update(calibration);
  }

  /** Takes in what is broken on purpose: points that a fault moved are not where the truth has them. */
  public void update(FaultTruths faults) {
    pairs.update(faults);
  }

  /** Takes in that another lidar tells what its points hit, which nobody scores. */
  public void updateOther() {
    pairs.updateOther();
  }

  /** Keeps a sweep until its labels come; nobody keeps any in a drive without labels. */
  public void update(LidarSweep sweep, TruthHistory truth) {
    pairs.update(sweep, truth).ifPresent(labelled -> keep(labelled, truth));
  }

  /** Takes in what the points of a sweep truly hit. */
  public void update(LidarLabels labels, TruthHistory truth) {
    pairs.update(labels, truth).ifPresent(labelled -> keep(labelled, truth));
  }

  private void keep(LabelledSweep sweep, TruthHistory truth) {
    if (sweeps.size() == SWEEPS_MAX) {
      settle(sweeps.removeFirst(), truth);
    }
    sweeps.addLast(new Asked(sweep));
  }

  /** Counts what nobody answered. */
  private void settle(Asked asked, TruthHistory truth) {
    settled++;
    if (!asked.hasGround) {
      look(asked);
      latestF1 = points.add(asked.sweep, null, ground);
    }
    if (!asked.hasSpace) {
      look(asked);
      spaces.addSilence(asked.sweep, truth);
    }
  }

  /** Takes in which points of a sweep are called ground. */
  public void update(GroundPoints called) {
    isHeard = true;
    Optional<Asked> asked = asked(called.timeNs());
    if (asked.isPresent() && asked.get().sweep.size == called.size() && !asked.get().hasGround) {
      asked.get().hasGround = true;
      look(asked.get());
      latestF1 = points.add(asked.get().sweep, called, ground);
    }
  }

  /** Takes in what is called free around a sweep. */
  public void update(FreeSpace space, TruthHistory truth) {
    isHeard = true;
    Optional<Asked> asked = asked(space.timeNs());
    if (asked.isPresent() && !asked.get().hasSpace) {
      asked.get().hasSpace = true;
      look(asked.get());
      spaces.add(space, asked.get().sweep, truth);
    }
  }

  private Optional<Asked> asked(long timeNs) {
    return sweeps.stream().filter(one -> one.sweep.timeNs == timeNs).findFirst();
  }

  /** Looks at the ground of a sweep. */
  private void look(Asked asked) {
    if (filledNs != asked.sweep.timeNs) {
      ground.fill(asked.sweep);
      filledNs = asked.sweep.timeNs;
    }
  }

  /** Adds what the newest sweep was worth to the row of a time series, if there was any. */
  public void put(TimeSeries series) {
    if (!Double.isNaN(latestF1)) {
      series.put("groundF1", latestF1);
    }
    if (!Double.isNaN(spaces.latestFalseFree())) {
      series.put("falseFreeArea", spaces.latestFalseFree());
    }
  }

  /** Adds metrics. */
  public void report(Findings findings) {
    String none = absence();
    points
        .shares()
        .forEach((name, share) ->
            findings.add(Metric.free(name, share, "1", Owner.PERCEPTION, Metric.Better.HIGHER)
                .because(none)));
    spaces.report(findings, none);
    int scored = settled + sweeps.size();
    int all = scored + pairs.missed();
    findings.add(Metric.free(
            "ground.scoredShare",
            all == 0 ? Double.NaN : (double) scored / all,
            "1",
            Owner.SYSTEM,
            Metric.Better.HIGHER)
        .because(none));
    pairs
        .unscored()
        .forEach((cause, count) -> findings.add(Metric.free(
            "ground.unscored." + cause.label(), count, "1", Owner.SYSTEM, Metric.Better.NEITHER)));
  }

  private String absence() {
    if (!pairs.isTold()) {
      return "the rig does not tell what points hit (--rig lidar-truth, or truth: points in a rig of your own)";
    }
    if (settled + sweeps.size() == 0) {
      return pairs.reasons();
    }
    return isHeard ? "no sweep held such points" : "nobody published ground or free space";
  }
}
