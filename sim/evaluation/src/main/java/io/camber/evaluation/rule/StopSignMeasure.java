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
import io.camber.map.RoadMap;
import io.camber.map.road.StopKind;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Stop signs (nuPlan's stop line: 5 m, 0.1 m/s): before the middle of the front bumper crosses the line it must have stood, at 0.1
 * m/s or less, within 5 m before it.
 */
public final class StopSignMeasure implements Measure {
  private static final double BEFORE_M = 5.0;
  private static final double STANDING_MPS = 0.1;

  private final List<StopLine> lines;
  private final BitSet seen = new BitSet();
  private final double[] slowestMps;
  private final Findings events = new Findings();
  private @Nullable Vec2 lastFront;
  private int passed;

  public StopSignMeasure(RoadMap map) {
    lines = StopLine.of(map, StopKind.STOP);
    slowestMps = new double[lines.size()];
  }

  @Override
  public void update(Situation situation, TimeSeries series) {
    if (lines.isEmpty()) {
      return;
    }
    Vec2 front =
        situation.footprint().center().apply(new Vec2(situation.footprint().lengthM() / 2.0, 0.0));
    Vec2 before = lastFront;
    lastFront = front;
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).isBefore(front, BEFORE_M)) {
        double speed = Math.abs(situation.speedMps());
        slowestMps[i] = seen.get(i) ? Math.min(slowestMps[i], speed) : speed;
        seen.set(i);
      } else if (before != null && lines.get(i).isCrossed(before, front)) {
        cross(i, situation);
      } else {
        seen.clear(i);
      }
    }
  }

  private void cross(int line, Situation situation) {
    passed++;
    double slowest = seen.get(line) ? slowestMps[line] : Math.abs(situation.speedMps());
    seen.clear(line);
    if (slowest > STANDING_MPS) {
      events.add(new KeyEvent(
          situation.timeNs(),
          KeyEvent.Severity.WARNING,
          "stop-sign",
          String.format(Locale.ROOT, "passed a stop sign at %.1f m/s at the slowest", slowest)));
    }
  }

  @Override
  public void report(Findings findings) {
    String none = "the map has no stop signs";
    findings.add(Metric.limited(
            "stopLine.count",
            lines.isEmpty() ? Double.NaN : events.events().size(),
            "1",
            Limit.atMost(0.0),
            Owner.PLANNING)
        .because(none));
    findings.add(Metric.free(
            "stopLine.passed",
            lines.isEmpty() ? Double.NaN : passed,
            "1",
            Owner.PLANNING,
            Metric.Better.NEITHER)
        .because(none));
    events.events().forEach(findings::add);
  }
}
