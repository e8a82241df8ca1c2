package io.camber.evaluation.intervention;

import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.KeyEvent;
import io.camber.evaluation.judgement.Limit;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.Owner;
import io.camber.evaluation.judgement.TimeSeries;
import io.camber.evaluation.rule.DirectionMeasure;
import io.camber.evaluation.rule.RedLightMeasure;
import io.camber.evaluation.safety.Collision;
import io.camber.evaluation.safety.CollisionMeasure;
import io.camber.evaluation.situation.Measure;
import io.camber.evaluation.situation.Situation;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Counts take-overs: each trigger counts once per stretch of time in which it holds. Triggers T1 to T6 live here; standing
 * still (T7) and harshness (T8) are counted by their own measures. A contact by the ego's fault counts as T1 and a crossed red light as
 * T3 also where the trigger did not foresee them.
 */
public final class InterventionMeasure implements Measure {
  private static final long FORESEEN_NS = 5_000_000_000L;

  private final ImminentCollision imminent;
  private final SafeDistance safeDistance;
  private final SystemWatch system;
  private final CollisionMeasure collisions;
  private final RedLightMeasure redLights;
  private final DirectionMeasure direction;
  private final Map<Trigger, Integer> counts = new EnumMap<>(Trigger.class);
  private final Map<Trigger, Boolean> holding = new EnumMap<>(Trigger.class);
  private final Findings events = new Findings();
  private boolean started;

  /**
   * @param collisions asked before each instant
   * @param redLights asked before each instant, and reported before
   * @param direction asked before each instant
   * @param system what the stack's messages tell
   */
  public InterventionMeasure(
      CollisionMeasure collisions,
      RedLightMeasure redLights,
      DirectionMeasure direction,
      SystemWatch system) {
    this.collisions = collisions;
    this.redLights = redLights;
    this.direction = direction;
    this.imminent = new ImminentCollision(collisions.touched());
    this.safeDistance = new SafeDistance(collisions.touched());
    this.system = system;
  }

  @Override
  public void update(Situation situation, TimeSeries series) {
    started = true;
    imminent
        .update(situation)
        .forEach(hit -> note(Trigger.IMMINENT_COLLISION, hit.timeNs(), Optional.of(hit.detail())));
    if (imminent.isQuiet()) {
      note(Trigger.IMMINENT_COLLISION, situation.timeNs(), Optional.empty());
    }
    note(
        Trigger.OFF_ROAD,
        situation.timeNs(),
        RoadTriggers.offRoad(situation).or(() -> RoadTriggers.wrongWay(direction)));
    note(Trigger.RED_LIGHT, situation.timeNs(), RoadTriggers.redLight(situation));
    note(Trigger.SAFE_DISTANCE, situation.timeNs(), safeDistance.update(situation));
    note(Trigger.SYSTEM_FAILURE, situation.timeNs(), system.failure(situation.timeNs()));
    note(
        Trigger.LOCALIZATION_LOST,
        situation.timeNs(),
        system.localizationLost(situation.timeNs(), situation.rearAxle()));
  }

  @Override
  public void report(Findings findings) {
    imminent
        .finish()
        .forEach(hit -> note(Trigger.IMMINENT_COLLISION, hit.timeNs(), Optional.of(hit.detail())));
    for (Collision collision : collisions.collisions()) {
      if (collision.atFault()) {
        notForeseen(Trigger.IMMINENT_COLLISION, collision.timeNs(), "has hit " + collision.actor());
      }
    }
    for (long timeNs : redLights.violationsNs()) {
      notForeseen(Trigger.RED_LIGHT, timeNs, "has crossed the stop line of a red light");
    }
    for (Trigger trigger : Trigger.values()) {
      findings.add(Metric.limited(
          trigger.metricName(),
          started ? counts.getOrDefault(trigger, 0) : Double.NaN,
          "1",
          new Limit(Limit.Kind.AT_MOST, 0.0, trigger.isHard()),
          owner(trigger)));
    }
    events.events().forEach(findings::add);
  }

  private void note(Trigger trigger, long timeNs, Optional<String> detail) {
    boolean was = holding.getOrDefault(trigger, false);
    holding.put(trigger, detail.isPresent());
    if (detail.isPresent() && !was) {
      counts.merge(trigger, 1, Integer::sum);
      KeyEvent.Severity severity =
          trigger.isHard() ? KeyEvent.Severity.HARD : KeyEvent.Severity.WARNING;
      events.add(new KeyEvent(timeNs, severity, trigger.code(), detail.get()));
    }
  }

  /** Counts what happened unless the trigger began within the time in which a driver would have acted. */
  private void notForeseen(Trigger trigger, long timeNs, String detail) {
    boolean foreseen = events.events().stream()
        .anyMatch(event -> event.kind().equals(trigger.code())
            && event.timeNs() <= timeNs
            && event.timeNs() >= timeNs - FORESEEN_NS);
    if (!foreseen) {
      holding.put(trigger, false);
      note(trigger, timeNs, Optional.of(detail));
    }
  }

  private static Owner owner(Trigger trigger) {
    return switch (trigger) {
      case IMMINENT_COLLISION, OFF_ROAD, RED_LIGHT, SAFE_DISTANCE -> Owner.PLANNING;
      case SYSTEM_FAILURE -> Owner.SYSTEM;
      case LOCALIZATION_LOST -> Owner.LOCALIZATION;
    };
  }
}
