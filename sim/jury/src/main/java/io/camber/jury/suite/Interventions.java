package io.camber.jury.suite;

import io.camber.evaluation.intervention.TakeOverRule;
import io.camber.evaluation.judgement.MetricBook;
import io.camber.evaluation.judgement.Owner;
import io.camber.jury.result.RunRecord;
import io.camber.jury.result.RunSet;
import io.camber.jury.statistics.EventRate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How often a person would have taken over, by trigger. A drive of a suite goes on after its first event as it would without a safety
 * driver, and what follows is no drive of the stack's any more: at most one event a drive counts, and the miles up to it. So events
 * are apart and their number has the interval of Garwood. T4, T7 and T8 are listed but not counted ({@link TakeOverRule}).
 *
 * @param miles driven by the stack, of each drive up to its first event
 * @param byTrigger events of each trigger: counted ones that came first in their drive, and every stretch of the others
 */
public record Interventions(double miles, List<Trigger> byTrigger) {
  private static final double M_PER_MILE = 1609.344;
  private static final String PREFIX = "intervention.";

  public Interventions {
    byTrigger = List.copyOf(byTrigger);
  }

  /**
   * One trigger over all runs.
   *
   * @param owner of its metric; who is to blame for an event is another question
   */
  public record Trigger(String code, String metric, Owner owner, double events, boolean counted) {}

  public static Interventions of(RunSet runs) {
    double meters = 0.0;
    Map<String, Double> events = new TreeMap<>();
    for (RunRecord run : runs.runs().values()) {
      String first = first(run);
      meters += meters(run, first);
      run.metrics().forEach((name, value) -> {
        if (name.startsWith(PREFIX)) {
          String code = code(name);
          boolean counted = TakeOverRule.isCounted(code);
          events.merge(name, counted ? (code.equals(first) ? 1.0 : 0.0) : value, Double::sum);
        }
      });
    }
    List<Trigger> triggers = new ArrayList<>();
    events.forEach((name, count) -> {
      Owner owner = MetricBook.find(name).map(MetricBook.Entry::owner).orElse(Owner.SYSTEM);
      String code = code(name);
      triggers.add(new Trigger(code, name, owner, count, TakeOverRule.isCounted(code)));
    });
    return new Interventions(meters / M_PER_MILE, triggers);
  }

  /** Miles per intervention of the scenarios of each tag. */
  static SortedMap<String, EventRate> byTag(RunSet runs) {
    SortedMap<String, EventRate> rates = new TreeMap<>();
    runs.tags()
        .scenarios()
        .keySet()
        .forEach(tag -> rates.put(tag, of(runs.tagged(tag)).total()));
    return rates;
  }

  private static String code(String metric) {
    return metric.substring(PREFIX.length(), PREFIX.length() + 2);
  }

  /** The trigger of the first event; empty without one. Runs of older builds do not say which came first: then the lowest. */
  private static String first(RunRecord run) {
    double number = run.metric(TakeOverRule.TRIGGER);
    if (!Double.isNaN(number)) {
      return "T" + (int) number;
    }
    if (!Double.isNaN(run.metric(TakeOverRule.DISTANCE))) {
      return "";
    }
    return run.metrics().entrySet().stream()
        .filter(one -> one.getKey().startsWith(PREFIX) && one.getValue() > 0.0)
        .map(one -> code(one.getKey()))
        .filter(TakeOverRule::isCounted)
        .findFirst()
        .orElse("");
  }

  /** Up to the first event. A run of an older build that had one does not say how far that was, and counts no way. */
  private static double meters(RunRecord run, String first) {
    double way = run.metric(TakeOverRule.DISTANCE);
    if (Double.isNaN(way)) {
      way = first.isEmpty() ? run.metric("progress.distance") : 0.0;
    }
    return Double.isNaN(way) ? 0.0 : way;
  }

  /** Of the whole. */
  public EventRate total() {
    return EventRate.of(
        byTrigger.stream().filter(Trigger::counted).mapToDouble(Trigger::events).sum(), miles);
  }

  public EventRate of(Trigger trigger) {
    return EventRate.of(trigger.events(), miles);
  }
}
