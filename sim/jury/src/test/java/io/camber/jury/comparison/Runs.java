package io.camber.jury.comparison;

import io.camber.evaluation.judgement.Outcome;
import io.camber.jury.result.Circumstances;
import io.camber.jury.result.RunKey;
import io.camber.jury.result.RunRecord;
import io.camber.jury.result.RunSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** Sets of runs with figures by rule. */
final class Runs {
  private Runs() {}

  /** Runs of so many scenarios and seeds; the rule gives the figures of one. */
  static RunSet of(
      String name,
      int scenarios,
      int seeds,
      BiFunction<Integer, Integer, Map<String, Double>> rule) {
    List<RunRecord> runs = new ArrayList<>();
    for (int scenario = 0; scenario < scenarios; scenario++) {
      for (int seed = 1; seed <= seeds; seed++) {
        Map<String, Double> metrics = rule.apply(scenario, seed);
        boolean fails = metrics.getOrDefault("collision.atFault", 0.0) > 0.0;
        runs.add(new RunRecord(
            new RunKey("scenario-" + scenario, "TRUTH", seed),
            fails ? Outcome.FAIL : Outcome.PASS,
            fails ? "collision" : "no hard limit broken",
            "hash of " + new TreeMap<>(metrics),
            new TreeMap<>(metrics)));
      }
    }
    return RunSet.of(name, runs);
  }

  /** Two runs that were made so. */
  static RunSet made(String name, Circumstances made) {
    List<RunRecord> runs = new ArrayList<>();
    for (int seed = 1; seed <= 2; seed++) {
      runs.add(new RunRecord(
          new RunKey("scenario", "TRUTH", seed),
          Outcome.PASS,
          "no hard limit broken",
          name,
          new TreeMap<>(Map.of("score.cls", 1.0)),
          made));
    }
    return RunSet.of(name, runs);
  }
}
