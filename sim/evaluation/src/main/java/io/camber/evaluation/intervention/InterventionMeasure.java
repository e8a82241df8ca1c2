package io.camber.evaluation.intervention;

import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.KeyEvent;
import io.camber.evaluation.judgement.Limit;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.Owner;
import io.camber.evaluation.judgement.TimeSeries;
import io.camber.evaluation.situation.Measure;
import io.camber.evaluation.situation.Situation;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Counts take-overs: each trigger counts once per stretch of time in which it holds. Triggers T1 to T6 live here; standing
 * still (T7) and harshness (T8) are counted by their own measures.
 */
public final class InterventionMeasure implements Measure {
  private final ImminentCollision imminent;
  private final SafeDistance safeDistance;
  private final SystemWatch system;
  private final Map<Trigger, Integer> counts = new EnumMap<>(Trigger.class);
  private final Map<Trigger, Boolean> holding = new EnumMap<>(Trigger.class);
  private final Findings events = new Findings();
  private boolean started;

  /**
   * @param touched actors already hit; a live view
   * @param system what the stack's messages tell
   */
  public InterventionMeasure(Set<String> touched, SystemWatch system) {
    this.imminent = new ImminentCollision(touched);
    this.safeDistance = new SafeDistance(touched);
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
    note(Trigger.OFF_ROAD, situation.timeNs(), RoadTriggers.offRoad(situation));
    note(Trigger.RED_LIGHT, situation.timeNs(), RoadTriggers.redLight(situation));
    note(Trigger.SAFE_DISTANCE, situation.timeNs(), safeDistance.update(situation));
    note(Trigger.SYSTEM_FAILURE, situation.timeNs(), system.failure(situation.timeNs()));
    note(Trigger.LOCALIZATION_LOST, situation.timeNs(), system.localizationLost());
  }

  @Override
  public void report(Findings findings) {
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

  private static Owner owner(Trigger trigger) {
    return switch (trigger) {
      case IMMINENT_COLLISION, OFF_ROAD, RED_LIGHT, SAFE_DISTANCE -> Owner.PLANNING;
      case SYSTEM_FAILURE -> Owner.SYSTEM;
      case LOCALIZATION_LOST -> Owner.LOCALIZATION;
    };
  }
}
