package io.camber.evaluation.rule;

import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.KeyEvent;
import io.camber.evaluation.judgement.Limit;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.Owner;
import io.camber.evaluation.judgement.TimeSeries;
import io.camber.evaluation.situation.Measure;
import io.camber.evaluation.situation.Situation;
import io.camber.geometry.Box2;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/**
 * Standing for more than 10 s without a visible reason: no red light within 30 m ahead, nobody within 15 m in front, goal not
 * reached. An approximation of "while a perfect planner could move".
 */
public final class StuckMeasure implements Measure {
  private static final double STANDSTILL_MPS = 0.1;
  private static final long PATIENCE_NS = 10_000_000_000L;
  private static final double LIGHT_M = 30.0;
  private static final double BLOCKED_M = 15.0;

  private final BooleanSupplier arrived;
  private final boolean hard;
  private final Findings events = new Findings();
  private long stoodSinceNs = -1;
  private long longestNs;
  private boolean reported;
  private boolean started;

  /**
   * @param arrived whether the goal is reached
   * @param hard whether being stuck fails the drive
   */
  public StuckMeasure(BooleanSupplier arrived, boolean hard) {
    this.arrived = arrived;
    this.hard = hard;
  }

  @Override
  public void update(Situation situation, TimeSeries series) {
    started = true;
    if (situation.speedMps() >= STANDSTILL_MPS || hasReason(situation)) {
      stoodSinceNs = -1;
      reported = false;
      return;
    }
    stoodSinceNs = stoodSinceNs < 0 ? situation.timeNs() : stoodSinceNs;
    long stood = situation.timeNs() - stoodSinceNs;
    longestNs = Math.max(longestNs, stood);
    if (stood > PATIENCE_NS && !reported) {
      reported = true;
      events.add(new KeyEvent(
          situation.timeNs(),
          hard ? KeyEvent.Severity.HARD : KeyEvent.Severity.WARNING,
          "T7",
          String.format(Locale.ROOT, "stuck: stands for %.0f s without a reason", stood * 1e-9)));
    }
  }

  @Override
  public void report(Findings findings) {
    double count = started ? events.events().size() : Double.NaN;
    findings.add(Metric.limited(
        "intervention.T7.stuck",
        count,
        "1",
        new Limit(Limit.Kind.AT_MOST, 0.0, hard),
        Owner.PLANNING));
    findings.add(Metric.free(
        "progress.standstillMax",
        started ? longestNs * 1e-9 : Double.NaN,
        "s",
        Owner.PLANNING,
        Metric.Better.LOWER));
    events.events().forEach(findings::add);
  }

  private boolean hasReason(Situation situation) {
    boolean atLight = situation.stop().isPresent()
        && situation.stop().get().red()
        && situation.stop().get().distanceM() < LIGHT_M;
    return atLight || arrived.getAsBoolean() || isBlocked(situation);
  }

  private static boolean isBlocked(Situation situation) {
    Box2 own = situation.footprint();
    for (Box2 box : situation.boxes()) {
      boolean near = box.distanceTo(own) < BLOCKED_M;
      boolean inFront = own.center().applyInverse(box.center().position()).x() > 0.0;
      if (near && inFront) {
        return true;
      }
    }
    return false;
  }
}
