package io.camber.evaluation.rule;

import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.KeyEvent;
import io.camber.evaluation.judgement.Limit;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.Owner;
import io.camber.evaluation.judgement.TimeSeries;
import io.camber.evaluation.situation.Measure;
import io.camber.evaluation.situation.Situation;
import io.camber.geometry.Pose3;
import io.camber.geometry.Vec2;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/**
 * Driving direction compliance (nuPlan): how far the ego went against its lane within any second. Below 2 m it scores 1,
 * below 6 m one half.
 */
public final class DirectionMeasure implements Measure {
  /** From here on it counts as driving the wrong way. */
  public static final double WRONG_WAY_M = 2.0;

  private static final double WRONG_WAY_CLEAR_M = 6.0;
  private static final long WINDOW_NS = 1_000_000_000L;

  private final Deque<Step> window = new ArrayDeque<>();
  private final Findings events = new Findings();
  private Vec2 last = Vec2.ZERO;
  private boolean started;
  private double backwardsM;
  private boolean wasWrong;

  /** Steps of the window that went against the lane; without one the sum is none of interest. */
  private int againstLane;

  /** Displacement along the lane since the instant before. */
  private record Step(long timeNs, double alongM) {}

  @Override
  public void update(Situation situation, TimeSeries series) {
    Vec2 center = situation.footprint().center().position();
    if (started) {
      add(new Step(situation.timeNs(), alongLane(situation, center.minus(last))));
    }
    started = true;
    last = center;
    while (!window.isEmpty() && window.getFirst().timeNs() <= situation.timeNs() - WINDOW_NS) {
      againstLane -= window.removeFirst().alongM() < 0.0 ? 1 : 0;
    }
    double backwards =
        againstLane == 0 ? 0.0 : -window.stream().mapToDouble(Step::alongM).sum();
    backwardsM = Math.max(backwardsM, backwards);
    boolean isWrong = backwards >= WRONG_WAY_M;
    if (isWrong && !wasWrong) {
      events.add(new KeyEvent(
          situation.timeNs(),
          KeyEvent.Severity.HARD,
          "wrong-way",
          String.format(Locale.ROOT, "%.1f m against the lane within a second", backwards)));
    }
    wasWrong = isWrong;
  }

  private void add(Step step) {
    window.addLast(step);
    againstLane += step.alongM() < 0.0 ? 1 : 0;
  }

  /** True while the ego has gone that far against its lane within the last second. */
  public boolean isWrongWay() {
    return wasWrong;
  }

  /** Metres in driving direction; off the lanes nothing counts. */
  private static double alongLane(Situation situation, Vec2 step) {
    if (situation.lane().center().isEmpty()) {
      return 0.0;
    }
    var position = situation.lane().center().get();
    Pose3 lane = position.lane().centerAt(position.s());
    return step.dot(lane.toPose2().forward());
  }

  @Override
  public void report(Findings findings) {
    double backwards = started ? backwardsM : Double.NaN;
    findings.add(Metric.limited(
        "direction.backwardsMax",
        backwards,
        "m",
        new Limit(Limit.Kind.AT_MOST, WRONG_WAY_M, true),
        Owner.PLANNING));
    double score = backwardsM < WRONG_WAY_M ? 1.0 : backwardsM < WRONG_WAY_CLEAR_M ? 0.5 : 0.0;
    findings.add(Metric.limited(
        "direction.score", started ? score : Double.NaN, "1", Limit.atLeast(1.0), Owner.PLANNING));
    events.events().forEach(findings::add);
  }
}
