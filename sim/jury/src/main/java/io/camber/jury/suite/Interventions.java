package io.camber.jury.suite;

import io.camber.evaluation.judgement.MetricBook;
import io.camber.evaluation.judgement.Owner;
import io.camber.jury.result.RunRecord;
import io.camber.jury.result.RunSet;
import io.camber.jury.statistics.EventRate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How often a person would have taken over, by trigger and by the component that answers for it. T4, T7 and T8 are listed but not
 * counted: T4 asks for gaps that nobody keeps (see ARCHITECTURE.md), T7 and T8 are no matter of safety.
 *
 * @param miles driven by the stack
 * @param byTrigger events of each trigger
 */
public record Interventions(double miles, List<Trigger> byTrigger) {
  private static final double M_PER_MILE = 1609.344;
  private static final String PREFIX = "intervention.";
  private static final List<String> COUNTED = List.of("T1", "T2", "T3", "T5", "T6");

  public Interventions {
    byTrigger = List.copyOf(byTrigger);
  }

  /** One trigger over all runs. */
  public record Trigger(String code, String metric, Owner owner, double events, boolean counted) {}

  public static Interventions of(RunSet runs) {
    double meters = 0.0;
    Map<String, Double> events = new TreeMap<>();
    for (RunRecord run : runs.runs().values()) {
      double way = run.metric("progress.distance");
      meters += Double.isNaN(way) ? 0.0 : way;
      run.metrics().forEach((name, value) -> {
        if (name.startsWith(PREFIX)) {
          events.merge(name, value, Double::sum);
        }
      });
    }
    List<Trigger> triggers = new ArrayList<>();
    events.forEach((name, count) -> {
      String code = name.substring(PREFIX.length(), PREFIX.length() + 2);
      Owner owner = MetricBook.find(name).map(MetricBook.Entry::owner).orElse(Owner.SYSTEM);
      triggers.add(new Trigger(code, name, owner, count, COUNTED.contains(code)));
    });
    return new Interventions(meters / M_PER_MILE, triggers);
  }

  /** Of the whole. */
  public EventRate total() {
    return EventRate.of(
        byTrigger.stream().filter(Trigger::counted).mapToDouble(Trigger::events).sum(), miles);
  }

  public EventRate of(Trigger trigger) {
    return EventRate.of(trigger.events(), miles);
  }

  /** Of each component that answers for a counted trigger. */
  public Map<Owner, EventRate> byOwner() {
    Map<Owner, Double> events = new EnumMap<>(Owner.class);
    byTrigger.stream()
        .filter(Trigger::counted)
        .forEach(one -> events.merge(one.owner(), one.events(), Double::sum));
    Map<Owner, EventRate> rates = new EnumMap<>(Owner.class);
    events.forEach((owner, count) -> rates.put(owner, EventRate.of(count, miles)));
    return rates;
  }
}
