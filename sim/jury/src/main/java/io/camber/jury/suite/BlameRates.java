package io.camber.jury.suite;

import io.camber.evaluation.intervention.TakeOverRule;
import io.camber.jury.result.RunRecord;
import io.camber.jury.result.RunSet;
import io.camber.jury.statistics.EventRate;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Miles per intervention of each component: the miles over the sum of its shares of the blame (METRICS INT-2). Events that nobody was
 * asked about have no shares yet while their miles count, so there is no rate until all were asked about.
 *
 * @param shares sums by component; {@value #NOBODY} for events that no twin avoids
 * @param miles of all runs
 * @param asked counted events with a finding
 * @param events counted events
 */
record BlameRates(SortedMap<String, Double> shares, double miles, int asked, int events) {
  static final String NOBODY = "nobody";

  private static final double SAME_S = 1e-6;

  /**
   * Rates over runs.
   *
   * @param findings by the text of the run's key
   */
  static BlameRates of(RunSet runs, Map<String, BlameShares> findings) {
    SortedMap<String, Double> sums = new TreeMap<>();
    int asked = 0;
    int events = 0;
    for (RunRecord run : runs.runs().values()) {
      if (Double.isNaN(run.metric(TakeOverRule.TRIGGER))) {
        continue;
      }
      events++;
      BlameShares finding = findings.get(run.key().text());
      if (finding != null && isAbout(run, finding)) {
        asked++;
        finding.shares().forEach((component, share) -> sums.merge(component, share, Double::sum));
        if (finding.shares().isEmpty()) {
          sums.merge(NOBODY, 1.0, Double::sum);
        }
      }
    }
    return new BlameRates(sums, Interventions.of(runs).miles(), asked, events);
  }

  /** Of a component; empty while an event was not asked about. */
  Optional<EventRate> rate(String component) {
    return asked < events
        ? Optional.empty()
        : Optional.of(EventRate.of(shares.getOrDefault(component, 0.0), miles));
  }

  /** A finding about this very drive and its first event. */
  private static boolean isAbout(RunRecord run, BlameShares finding) {
    return finding.hash().equals(run.hash())
        && Math.abs(finding.timeS() - run.metric(TakeOverRule.TIME)) < SAME_S;
  }
}
