package io.camber.evaluation.rule;

import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.KeyEvent;
import io.camber.evaluation.judgement.Limit;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.Owner;
import io.camber.evaluation.judgement.TimeSeries;
import io.camber.evaluation.situation.Measure;
import io.camber.evaluation.situation.Situation;
import io.camber.geometry.Vec2;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Drivable area compliance: broken when a corner of the footprint is 0.30 m or more outside (nuPlan). */
public final class DrivableAreaMeasure implements Measure {
  /** Absorbs that a box is larger than the car in it. */
  public static final double TOLERANCE_M = 0.30;

  private double outsideM = 0.0;
  private int ticks;
  private int ticksOutside;
  private double wayM;
  private double wayOutsideM;
  private double areaTimeM2s;
  private @Nullable Vec2 last;
  private long lastNs;
  private boolean wasOutside;
  private final Findings events = new Findings();

  @Override
  public void update(Situation situation, TimeSeries series) {
    double corner = situation.lane().cornerOutsideM();
    outsideM = Math.max(outsideM, corner);
    boolean isOutside = corner >= TOLERANCE_M;
    ticks++;
    ticksOutside += isOutside ? 1 : 0;
    follow(situation, isOutside || isOutOfLane(situation));
    if (isOutside && !wasOutside) {
      events.add(new KeyEvent(
          situation.timeNs(),
          KeyEvent.Severity.HARD,
          "off-road",
          String.format(Locale.ROOT, "a corner is %.2f m outside the drivable area", corner)));
    }
    wasOutside = isOutside;
  }

  private void follow(Situation situation, boolean outOfLane) {
    Vec2 center = situation.footprint().center().position();
    Vec2 before = last;
    if (before != null) {
      double way = before.distanceTo(center);
      wayM += way;
      wayOutsideM += outOfLane ? way : 0.0;
      areaTimeM2s += situation.lane().areaOutsideM2() * (situation.timeNs() - lastNs) * 1e-9;
    }
    last = center;
    lastNs = situation.timeNs();
  }

  private static boolean isOutOfLane(Situation situation) {
    return situation.lane().againstLane() || situation.lane().center().isEmpty();
  }

  @Override
  public void report(Findings findings) {
    findings.add(Metric.free(
            "offRoad.distanceShare",
            wayM > 0.0 ? wayOutsideM / wayM : Double.NaN,
            "1",
            Owner.PLANNING,
            Metric.Better.LOWER)
        .because("the ego did not move"));
    findings.add(Metric.free(
        "offRoad.areaTime",
        ticks == 0 ? Double.NaN : areaTimeM2s,
        "m2 s",
        Owner.PLANNING,
        Metric.Better.LOWER));
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
