package io.camber.bus.stress;

import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.infra.collectors.TestResult;
import org.openjdk.jcstress.infra.grading.GradingResult;

/**
 * What jcstress saw of one test over all of its configurations.
 *
 * @param configurations ways of compiling the two actors
 * @param samples rounds
 * @param forbidden rounds that came out as no round may
 * @param errors configurations that did not run to their end
 */
record Observation(String test, long configurations, long samples, long forbidden, long errors) {
  static Observation of(TestResult result) {
    long forbidden = 0;
    for (GradingResult grade : result.grading().gradingResults.values()) {
      forbidden += grade.expect == Expect.FORBIDDEN ? grade.count : 0;
    }
    boolean hasRun = result.status() == org.openjdk.jcstress.infra.Status.NORMAL;
    return new Observation(result.getName(), 1, result.getTotalCount(), forbidden, hasRun ? 0 : 1);
  }

  Observation plus(Observation other) {
    return new Observation(
        test,
        configurations + other.configurations,
        samples + other.samples,
        forbidden + other.forbidden,
        errors + other.errors);
  }
}
