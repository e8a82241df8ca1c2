package io.camber.evaluation.rule;

import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.KeyEvent;
import io.camber.evaluation.judgement.Limit;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.Owner;
import io.camber.evaluation.judgement.TimeSeries;
import io.camber.evaluation.situation.Measure;
import io.camber.evaluation.situation.Situation;
import java.util.Locale;

/** Drivable area compliance: broken when a corner of the footprint is 0.30 m or more outside (nuPlan). */
public final class DrivableAreaMeasure implements Measure {
  /** Absorbs that a box is larger than the car in it. */
  public static final double TOLERANCE_M = 0.30;

  private double outsideM = 0.0;
  private int ticks;
  private int ticksOutside;
  private boolean wasOutside;
  private final Findings events = new Findings();

  @Override
  public void update(Situation situation, TimeSeries series) {
    double corner = situation.lane().cornerOutsideM();
    outsideM = Math.max(outsideM, corner);
    boolean isOutside = corner >= TOLERANCE_M;
    ticks++;
    ticksOutside += isOutside ? 1 : 0;
    if (isOutside && !wasOutside) {
      events.add(new KeyEvent(
          situation.timeNs(),
          KeyEvent.Severity.HARD,
          "off-road",
          String.format(Locale.ROOT, "a corner is %.2f m outside the drivable area", corner)));
    }
    wasOutside = isOutside;
  }

  @Override
  public void report(Findings findings) {
    double count = ticks == 0 ? Double.NaN : events.events().size();
    findings.add(Metric.limited("offRoad.count", count, "1", Limit.never(), Owner.PLANNING));
    findings.add(Metric.limited(
        "offRoad.cornerMax",
        ticks == 0 ? Double.NaN : outsideM,
        "m",
        Limit.atMost(TOLERANCE_M),
        Owner.PLANNING));
    findings.add(Metric.free(
        "offRoad.timeShare",
        ticks == 0 ? Double.NaN : (double) ticksOutside / ticks,
        "1",
        Owner.PLANNING,
        Metric.Better.LOWER));
    events.events().forEach(findings::add);
  }
}
