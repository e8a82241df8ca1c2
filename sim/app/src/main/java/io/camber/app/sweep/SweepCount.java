package io.camber.app.sweep;

import io.camber.app.sweep.run.CaseResult;
import io.camber.evaluation.judgement.Outcome;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/**
 * Where a sweep stands.
 *
 * @param done runs with a result, those of an earlier session included
 * @param now of these, runs made in this session
 * @param wallS of this session
 */
public record SweepCount(
    int total, int done, int now, int pass, int fail, int error, int invalid, double wallS) {
  static SweepCount of(int total, Collection<CaseResult> results, int now, double wallS) {
    Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    results.forEach(result -> counts.merge(result.outcome(), 1, Integer::sum));
    return new SweepCount(
        total,
        results.size(),
        now,
        counts.getOrDefault(Outcome.PASS, 0),
        counts.getOrDefault(Outcome.FAIL, 0),
        counts.getOrDefault(Outcome.ERROR, 0),
        counts.getOrDefault(Outcome.INVALID, 0),
        wallS);
  }

  /** Runs made per second of this session. */
  public double perS() {
    return wallS > 0.0 ? now / wallS : 0.0;
  }

  /** Seconds that the rest will take at the pace so far; NaN as long as nothing is known. */
  public double leftS() {
    return now == 0 ? Double.NaN : (total - done) / perS();
  }
}
