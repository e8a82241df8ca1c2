package io.camber.evaluation.rule;

import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.KeyEvent;
import io.camber.evaluation.judgement.Limit;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.Owner;
import io.camber.evaluation.judgement.TimeSeries;
import io.camber.evaluation.situation.Measure;
import io.camber.evaluation.situation.Neighbour;
import io.camber.evaluation.situation.RoadView;
import io.camber.evaluation.situation.Situation;
import io.camber.geometry.Box2;
import io.camber.geometry.Vec2;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Standing for more than 10 s without a visible reason: no red light within 30 m ahead, nobody within 15 m in its way, goal not
 * reached. In its way is who stands on the path ahead within half a metre of the ego's sides or comes there within 5 s, or, where no
 * path is known, who would be met going straight on. An approximation of "while a perfect planner could move".
 */
public final class StuckMeasure implements Measure {
  private static final double STANDSTILL_MPS = 0.1;
  private static final long PATIENCE_NS = 10_000_000_000L;
  private static final double LIGHT_M = 30.0;
  private static final double BLOCKED_M = 15.0;
  private static final double BESIDE_M = 0.5;
  private static final double COMING_S = 5.0;

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
    Optional<RoadView> view = situation.view();
    return view.isPresent() ? isBlocked(view.get()) : isBlockedAhead(situation);
  }

  private static boolean isBlocked(RoadView view) {
    Neighbour ego = view.ego();
    for (int i = 0; i < view.neighbours().size(); i++) {
      Neighbour other = view.neighbours().get(i);
      double gap = other.s() - ego.s() - ego.halfAlongM() - other.halfAlongM();
      if (other.s() > ego.s() && gap < BLOCKED_M && isInWay(ego, other)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isInWay(Neighbour ego, Neighbour other) {
    double fromEgo = Math.abs(other.d() - ego.d());
    double off = Math.min(fromEgo, Math.abs(other.d())) - ego.halfAcrossM() - other.halfAcrossM();
    double nearerMps = other.d() > 0.0 ? -other.leftMps() : other.leftMps();
    return off < BESIDE_M || off < nearerMps * COMING_S;
  }

  private static boolean isBlockedAhead(Situation situation) {
    Box2 own = situation.footprint();
    for (Box2 box : situation.boxes()) {
      Vec2 middle = own.center().applyInverse(box.center().position());
      boolean inWay = Math.abs(middle.y()) - own.widthM() / 2.0 - box.radius() < BESIDE_M;
      if (middle.x() > 0.0 && inWay && box.distanceTo(own) < BLOCKED_M) {
        return true;
      }
    }
    return false;
  }
}
