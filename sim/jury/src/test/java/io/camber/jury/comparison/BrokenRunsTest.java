package io.camber.jury.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.evaluation.judgement.Outcome;
import io.camber.jury.result.RunRecord;
import io.camber.jury.result.RunSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Runs without figures: the more of them, the fewer are judged by metrics, and that must not look like an improvement. */
final class BrokenRunsTest {
  private static final Gate GATE = GateFile.parse("g.yaml", """
      name: g
      rules:
        - {metric: collision.atFault, no_new: true}
        - {metric: score.cls, max_loss: 0.005}
      """);

  @Test
  void fiveOfFortyThatEndInAnErrorBreakAGateThoughNoMetricSawThem() {
    RunSet before = sound(40);
    Comparison comparison = compare(before, crashed(before, 5, Outcome.ERROR), GATE);

    assertThat(comparison.verdict()).isEqualTo(Verdict.WORSE);
    assertThat(comparison.lost()).hasSize(5);
    assertThat(comparison.gate().orElseThrow().rows().get(0).detail())
        .contains("5: scenario-0")
        .contains("the drive broke");
    assertThat(ComparisonText.of(comparison))
        .contains("5 of them drove before and now end in an error")
        .contains("35 (5 only before, 0 only after)");
  }

  @Test
  void runsThatMakeNoScenarioAnyMoreBreakItToo() {
    RunSet before = sound(40);

    assertThat(compare(before, crashed(before, 1, Outcome.INVALID), GATE).verdict())
        .isEqualTo(Verdict.WORSE);
  }

  @Test
  void runsThatNoLongerEndInAnErrorAreNothingToStopAChangeFor() {
    RunSet after = sound(40);

    assertThat(compare(crashed(after, 5, Outcome.ERROR), after, GATE).verdict())
        .isNotEqualTo(Verdict.WORSE);
  }

  @Test
  void moreBrokenRunsThanChanceExplainsBreakAGateThatBoundsOtherThings() {
    RunSet before = Runs.of("before", 40, 1, (scenario, seed) -> Map.of("collision.atFault", 0.0));
    RunSet after = Runs.of(
        "after", 40, 1, (scenario, seed) -> Map.of("collision.atFault", scenario < 6 ? 1.0 : 0.0));
    Gate gate = GateFile.parse("g.yaml", "rules:\n  - {metric: redLight.count, no_new: true}\n");

    assertThat(compare(before, after, gate).verdict()).isEqualTo(Verdict.WORSE);
  }

  @Test
  void anEventWhereNothingWasMeasuredBeforeIsNew() {
    RunSet before = Runs.of("before", 8, 1, (scenario, seed) -> Map.of("score.cls", 1.0));
    RunSet after = Runs.of(
        "after",
        8,
        1,
        (scenario, seed) -> scenario == 3
            ? Map.of("score.cls", 1.0, "offRoad.count", 1.0)
            : Map.of("score.cls", 1.0));
    Gate gate = GateFile.parse("g.yaml", "rules:\n  - {metric: offRoad.count, no_new: true}\n");

    Comparison comparison = compare(before, after, gate);

    assertThat(comparison.verdict()).isEqualTo(Verdict.WORSE);
    assertThat(comparison.gate().orElseThrow().rows())
        .last()
        .satisfies(row -> assertThat(row.detail()).isEqualTo("worse in scenario-3 (TRUTH) seed 1"));
  }

  @Test
  void aFigureThatComesOrGoesLeavesItsRuleOpen() {
    RunSet before = Runs.of("before", 8, 1, (scenario, seed) -> Map.of("score.cls", 1.0));
    RunSet after = Runs.of(
        "after",
        8,
        1,
        (scenario, seed) ->
            scenario == 3 ? Map.of("score.cls", 1.0, "ttc.min", 0.3) : Map.of("score.cls", 1.0));
    Gate gate = GateFile.parse("g.yaml", "rules:\n  - {metric: ttc.min, no_new: true}\n");

    assertThat(compare(before, after, gate).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
  }

  /** The mean over the other 35 is what it was. */
  @Test
  void figuresThatAreGoneLeaveARuleOfTheMeanOpen() {
    RunSet before = sound(40);
    RunSet after = Runs.of(
        "after",
        40,
        1,
        (scenario, seed) -> scenario < 5
            ? Map.of("collision.atFault", 0.0)
            : Map.of("collision.atFault", 0.0, "score.cls", 0.9));

    Comparison comparison = compare(before, after, GATE);

    assertThat(comparison.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(comparison.gate().orElseThrow().rows())
        .last()
        .satisfies(row -> assertThat(row.detail()).contains("5 measured before only"));
  }

  private static Comparison compare(RunSet before, RunSet after, Gate gate) {
    return Comparison.of(before, after, Optional.of(gate), false);
  }

  private static RunSet sound(int scenarios) {
    return Runs.of(
        "sound",
        scenarios,
        1,
        (scenario, seed) -> Map.of("collision.atFault", 0.0, "score.cls", 0.9));
  }

  private static RunSet crashed(RunSet runs, int count, Outcome outcome) {
    List<RunRecord> records = new ArrayList<>();
    for (RunRecord run : runs.runs().values()) {
      boolean crashes = records.size() < count;
      records.add(
          crashes
              ? new RunRecord(run.key(), outcome, "the drive broke", "", new TreeMap<>())
              : run);
    }
    return RunSet.of("crashed", records);
  }
}
