package io.camber.jury.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camber.diagnostics.InputException;
import io.camber.jury.result.Circumstances;
import io.camber.jury.result.Repeats;
import io.camber.jury.result.RunSet;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The same scenario and seed, driven twice by one build, must come out the same. */
final class RepeatRuleTest {
  private static final Gate GATE = GateFile.parse("g.yaml", "rules:\n  - {determinism: true}\n");

  @Test
  void aRunThatCameOutOtherwiseWhenItWasKeptBreaksTheGate() {
    assertThat(repeated(5).verdict()).isEqualTo(Verdict.WORSE);
    assertThat(row(repeated(5)).detail())
        .isEqualTo("1 of 3 came out otherwise: scenario-5 (TRUTH) seed 1");
  }

  @Test
  void runsThatRepeatKeepIt() {
    assertThat(repeated(-1).verdict()).isEqualTo(Verdict.UNCHANGED);
    assertThat(row(repeated(-1)).detail()).isEqualTo("3 driven twice, all the same");
  }

  @Test
  void oneBuildAgainstItselfMustRepeatEveryRun() {
    RunSet first = Runs.made("a", made("night", "build"));

    assertThat(judge(first, first).verdict()).isEqualTo(Verdict.UNCHANGED);
    // Runs.made hashes by the name
    GateResult other = judge(first, Runs.made("b", made("night", "build")));
    assertThat(other.verdict()).isEqualTo(Verdict.WORSE);
    assertThat(row(other).detail())
        .startsWith("2 of 2 came out otherwise: scenario (TRUTH) seed 1");
  }

  @Test
  void anotherBuildOrAnotherSetupNeedNotComeOutTheSame() {
    RunSet first = Runs.made("a", made("night", "build"));

    assertThat(row(judge(first, Runs.made("b", made("night", "other")))).verdict())
        .isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(row(judge(first, Runs.made("b", made("day", "build")))).detail())
        .isEqualTo("nothing was driven twice by one build");
  }

  @Test
  void theRuleTakesNoMetricAndNoBound() {
    assertThatThrownBy(
            () -> GateFile.parse("g.yaml", "rules:\n  - {determinism: true, metric: score.cls}\n"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("rule 1: determinism asks for no metric");
    assertThatThrownBy(() -> GateFile.parse("g.yaml", "rules:\n  - {determinism: false}\n"))
        .hasMessageContaining("as {determinism: true}");
    assertThatThrownBy(() ->
            GateFile.parse("g.yaml", "rules:\n  - {determinism: true}\n  - {determinism: true}\n"))
        .hasMessageContaining("again");
  }

  private static Circumstances made(String setup, String build) {
    return new Circumstances(22.0, setup, "", build);
  }

  /** Scenarios 4 to 6 were driven twice, and one of them came out otherwise. */
  private static GateResult repeated(int differing) {
    RunSet before = Runs.of("before", 8, 1, (scenario, seed) -> Map.of("score.cls", 1.0));
    RunSet after = Runs.of(
        "after",
        8,
        1,
        (scenario, seed) -> scenario < 4 || scenario > 6
            ? Map.of("score.cls", 1.0)
            : Map.of("score.cls", 1.0, Repeats.DIFFERS, scenario == differing ? 1.0 : 0.0));
    return judge(before, after);
  }

  private static GateResult judge(RunSet before, RunSet after) {
    return Comparison.of(before, after, Optional.of(GATE), false).gate().orElseThrow();
  }

  private static GateResult.Row row(GateResult result) {
    return result.rows().get(result.rows().size() - 1);
  }
}
