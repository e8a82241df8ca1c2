package io.camber.evaluation.ground;

import io.camber.evaluation.accuracy.TruthHistory;
import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.Owner;
import io.camber.evaluation.statistics.Samples;
import io.camber.geometry.Box2;
import io.camber.geometry.Pose2;
import io.camber.geometry.Vec2;
import io.camber.scene.FreeSpace;
import io.camber.truth.ActorTruth;
import io.camber.truth.TruthFrame;
import java.util.List;
import java.util.Optional;

/** What free space of all sweeps was worth. False areas are those of messages; coverage is that of all sweeps, silent ones too. */
final class FreeSpaceTotals {
  private static final int SECTORS = 360;

  private final FreeSpaceScorer scorer;
  private final Samples falseFree = new Samples();
  private final Samples falseFreeAhead = new Samples();
  private double freeM2;
  private double foundM2;
  private long raysAhead;
  private long throughAhead;
  private double throughDepthM;
  private double latestFalseFree = Double.NaN;

  FreeSpaceTotals(FreeSpaceScorer scorer) {
    this.scorer = scorer;
  }

  /** Takes in what is called free around a sweep, its ground looked at. */
  void add(FreeSpace space, LabelledSweep sweep, TruthHistory truth) {
    score(space, sweep, truth).ifPresent(score -> {
      falseFree.add(score.falseFree());
      falseFreeAhead.add(score.ahead());
      raysAhead += score.through().raysAhead();
      throughAhead += score.through().throughAhead();
      throughDepthM = Math.max(throughDepthM, score.through().depthM());
      latestFalseFree = score.falseFree();
    });
  }

  /** Takes in that of a sweep nothing was called free. */
  void addSilence(LabelledSweep sweep, TruthHistory truth) {
    Vec2 below = new Vec2(sweep.sensorX, sweep.sensorY);
    float[] nothing = new float[SECTORS];
    score(new FreeSpace(sweep.timeNs, "", below, nothing, nothing.clone()), sweep, truth);
  }

  private Optional<FreeSpaceScore> score(FreeSpace space, LabelledSweep sweep, TruthHistory truth) {
    Optional<TruthFrame> frame = truth.at(sweep.timeNs);
    Optional<ActorTruth> ego = frame.flatMap(TruthFrame::ego);
    if (ego.isEmpty()) {
      return Optional.empty();
    }
    Pose2 baseFromMap = ego.get().mapFromReference().toPose2().inverse();
    List<Box2> actors = frame.get().othersThan(ego.get().name()).stream()
        .map(ActorTruth::footprint)
        .map(box -> new Box2(baseFromMap.times(box.center()), box.lengthM(), box.widthM()))
        .toList();
    FreeSpaceScore score = scorer.score(space, sweep, actors);
    freeM2 += score.free();
    foundM2 += score.found();
    return Optional.of(score);
  }

  /** Area called free that is not, of the newest message, m2; NaN without any. */
  double latestFalseFree() {
    return latestFalseFree;
  }

  /** Adds metrics. */
  void report(Findings findings, String none) {
    findings.add(lower("freeSpace.falseFreeArea.mean", falseFree.mean(), "m2", none));
    findings.add(lower("freeSpace.falseFreeArea.max", falseFree.max(), "m2", none));
    findings.add(lower("freeSpace.falseFreeArea.aheadMean", falseFreeAhead.mean(), "m2", none));
    findings.add(lower("freeSpace.falseFreeArea.aheadMax", falseFreeAhead.max(), "m2", none));
    double through = raysAhead == 0 ? Double.NaN : (double) throughAhead / raysAhead;
    boolean isSpoken = !Double.isNaN(latestFalseFree);
    findings.add(lower(
        "freeSpace.throughShare.ahead", through, "1", isSpoken ? "nothing stood ahead" : none));
    findings.add(
        lower("freeSpace.throughDepth.max", isSpoken ? throughDepthM : Double.NaN, "m", none));
    double coverage = freeM2 > 0.0 ? foundM2 / freeM2 : Double.NaN;
    findings.add(
        Metric.free("freeSpace.coverage", coverage, "1", Owner.PERCEPTION, Metric.Better.HIGHER)
            .because(none));
  }

  private static Metric lower(String name, double value, String unit, String none) {
    return Metric.free(name, value, unit, Owner.PERCEPTION, Metric.Better.LOWER).because(none);
  }
}
