package io.camber.app.sweep;

import io.camber.evaluation.judgement.Outcome;
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
  /**
   * The count so far.
   *
   * @param counts runs by outcome
   */
  static SweepCount of(int total, Map<Outcome, Integer> counts, int now, double wallS) {
    int pass = counts.getOrDefault(Outcome.PASS, 0);
    int fail = counts.getOrDefault(Outcome.FAIL, 0);
    int error = counts.getOrDefault(Outcome.ERROR, 0);
    int invalid = counts.getOrDefault(Outcome.INVALID, 0);
    return new SweepCount(
        total, pass + fail + error + invalid, now, pass, fail, error, invalid, wallS);
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
