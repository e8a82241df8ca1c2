package io.camber.jury.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.camber.diagnostics.InputException;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.MetricBook;
import io.camber.evaluation.judgement.Owner;
import io.camber.jury.result.Circumstances;
import io.camber.jury.result.RunSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class ComparisonTest {
  private static final RunSet BEFORE = Runs.of(
      "before",
      20,
      2,
      (scenario, seed) ->
          Map.of("score.cls", 0.8 + 0.01 * scenario, "control.lateral.p95", 0.1 + 0.001 * seed));

  @Test
  void theSameRunsAreUnchangedAndNothingElseIsSaid() {
    Comparison comparison = compare(BEFORE, BEFORE);

    assertThat(comparison.verdict()).isEqualTo(Verdict.UNCHANGED);
    assertThat(comparison.changed()).isEmpty();
    assertThat(ComparisonText.of(comparison))
        .contains("Behaviour changed in 0 of 40")
        .doesNotContain("| metric |");
  }

  @Test
  void aControllerThatIsWorseEverywhereIsFoundAndItsOwnerNamed() {
    RunSet after = Runs.of(
        "after",
        20,
        2,
        (scenario, seed) -> Map.of(
            "score.cls", 0.8 + 0.01 * scenario,
            "control.lateral.p95", 0.15 + 0.001 * seed + 0.0005 * scenario));

    Comparison comparison = compare(BEFORE, after);

    assertThat(comparison.verdict()).isEqualTo(Verdict.WORSE);
    assertThat(comparison.worseByOwner().keySet()).containsExactly(Owner.CONTROL);
    MetricChange change = comparison.of(Verdict.WORSE).get(0);
    assertThat(change.name()).isEqualTo("control.lateral.p95");
    // 0.05 and the mean of 0 to 19 times 0.0005
    assertThat(change.difference()).isCloseTo(0.05475, within(1e-9));
    assertThat(change.low()).isLessThan(0.05475);
  }

  @Test
  void aDifferenceBelowWhatIsOfInterestIsNoVerdict() {
    // 1 mm everywhere: as sure as can be, and nobody cares below 1 cm
    RunSet after = Runs.of(
        "after",
        20,
        2,
        (scenario, seed) -> Map.of(
            "score.cls", 0.8 + 0.01 * scenario, "control.lateral.p95", 0.101 + 0.001 * seed));

    Comparison comparison = compare(BEFORE, after);

    assertThat(comparison.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(comparison.of(Verdict.INCONCLUSIVE)).hasSize(1);
  }

  @Test
  void theLastBitOfAFigureIsNoLossEvenWhereNothingMayBeLost() {
    RunSet after = Runs.of(
        "after",
        20,
        2,
        (scenario, seed) -> Map.of(
            "score.cls",
            0.8 + 0.01 * scenario,
            "control.lateral.p95",
            Math.nextUp(0.1 + 0.001 * seed)));
    Gate gate = GateFile.parse(
        "g.yaml", "name: g\nrules:\n  - {metric: control.lateral.p95, max_loss: 0}\n");

    Comparison comparison = Comparison.of(BEFORE, after, Optional.of(gate), false);

    assertThat(comparison.verdict()).isEqualTo(Verdict.UNCHANGED);
    assertThat(comparison.changed()).hasSize(40);
  }

  @Test
  void noiseWithoutDirectionIsInconclusive() {
    Random random = new Random(5);
    RunSet after = Runs.of(
        "after",
        20,
        2,
        (scenario, seed) -> Map.of(
            "score.cls", 0.8 + 0.01 * scenario + 0.05 * random.nextGaussian(),
            "control.lateral.p95", 0.1 + 0.001 * seed));

    assertThat(compare(BEFORE, after).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void sixNewCollisionsAndNoneGoneAreWorse() {
    RunSet before = Runs.of("before", 40, 1, (scenario, seed) -> Map.of("collision.atFault", 0.0));
    RunSet after = Runs.of(
        "after", 40, 1, (scenario, seed) -> Map.of("collision.atFault", scenario < 6 ? 1.0 : 0.0));

    Comparison comparison = compare(before, after);

    assertThat(comparison.broken()).hasSize(6);
    assertThat(comparison.outcomePValue()).isCloseTo(0.03125, within(1e-12));
    assertThat(comparison.verdict()).isEqualTo(Verdict.WORSE);
    assertThat(ComparisonText.of(comparison)).contains("6 broken, 0 fixed").contains("scenario-3");
  }

  /** Every seed of one scenario of forty breaks: that is one scenario, and says nothing of the others. */
  @Test
  void theSeedsOfOneScenarioAreNotApart() {
    RunSet before = Runs.of("before", 40, 10, (scenario, seed) -> Map.of("collision.atFault", 0.0));
    RunSet after = Runs.of(
        "after",
        40,
        10,
        (scenario, seed) -> Map.of("collision.atFault", scenario == 7 ? 1.0 : 0.0));

    Comparison comparison = compare(before, after);

    assertThat(comparison.broken()).hasSize(10);
    assertThat(comparison.outcomePValue()).isEqualTo(1.0);
    assertThat(comparison.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void differentScenariosAreRefusedAndTheCommonOnesOffered() {
    RunSet more = Runs.of("more", 22, 2, (scenario, seed) -> Map.of("score.cls", 0.8));

    assertThatThrownBy(() -> compare(BEFORE, more))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("4 only in more")
        .hasMessageContaining("40 are in both")
        .hasMessageContaining("--intersection");
    assertThat(Comparison.of(BEFORE, more, Optional.empty(), true).pairs()).hasSize(40);
  }

  @Test
  void drivesOfDifferentLengthAreRefused() {
    RunSet before = Runs.made("before", new Circumstances(22.0, "", ""));
    RunSet after = Runs.made("after", new Circumstances(2.0, "", ""));

    assertThatThrownBy(() -> compare(before, after))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("may last 22.0 s in before and 2.0 s in after")
        .hasMessageContaining("--until");
  }

  @Test
  void anotherSetupIsComparedAndTold() {
    RunSet before = Runs.made("before", new Circumstances(22.0, "", ""));
    RunSet after = Runs.made("after", new Circumstances(22.0, "weather=night", ""));

    Comparison comparison = compare(before, after);

    String told = "2 pairs: as shipped before, weather=night after";
    assertThat(ComparisonText.of(comparison)).contains("Made otherwise in " + told);
    assertThat(ComparisonPage.of(comparison)).contains(told);
    assertThat(ComparisonJson.of(comparison)).contains(told);
  }

  @Test
  void everyMetricWithAVerdictIsShownHoweverManyThereAre() {
    List<String> names = MetricBook.entries().stream()
        .filter(
            entry -> entry.better() == Metric.Better.LOWER && !entry.pattern().contains("*"))
        .map(MetricBook.Entry::pattern)
        .filter(name -> !name.startsWith("collision"))
        .limit(40)
        .toList();
    RunSet before = Runs.of("before", 12, 1, (scenario, seed) -> all(names, 1.0));
    RunSet after = Runs.of("after", 12, 1, (scenario, seed) -> all(names, 9.0 + 0.1 * scenario));

    Comparison comparison = compare(before, after);

    assertThat(comparison.of(Verdict.WORSE)).hasSize(40);
    String text = ComparisonText.of(comparison);
    names.forEach(name -> assertThat(text).contains("| " + name));
    assertThat(text).doesNotContain("without a verdict");
  }

  private static Map<String, Double> all(List<String> names, double value) {
    Map<String, Double> metrics = new TreeMap<>();
    names.forEach(name -> metrics.put(name, value));
    return metrics;
  }

  @Test
  void aGateLetsNoNewCollisionThrough() {
    RunSet before = Runs.of("before", 40, 1, (scenario, seed) -> Map.of("collision.atFault", 0.0));
    RunSet after = Runs.of(
        "after",
        40,
        1,
        (scenario, seed) -> Map.of("collision.atFault", scenario == 17 ? 1.0 : 0.0));
    Gate gate = GateFile.parse(
        "g.yaml", "name: g\nrules:\n  - {metric: collision.atFault, no_new: true}\n");

    Comparison comparison = Comparison.of(before, after, Optional.of(gate), false);

    // one collision in forty is no significant difference, and broken all the same
    assertThat(comparison.verdict()).isEqualTo(Verdict.WORSE);
    assertThat(comparison.gate().orElseThrow().rows())
        .last()
        .satisfies(row -> assertThat(row.detail()).contains("scenario-17"));
  }

  @Test
  void aGateThatTooFewRunsCanDecideIsInconclusiveAndNotPassed() {
    RunSet after = Runs.of(
        "after",
        20,
        2,
        (scenario, seed) -> Map.of(
            "score.cls", 0.8 + 0.01 * scenario + (scenario % 2 == 0 ? 0.06 : -0.06),
            "control.lateral.p95", 0.1 + 0.001 * seed));
    Gate gate =
        GateFile.parse("g.yaml", "name: g\nrules:\n  - {metric: score.cls, max_loss: 0.005}\n");

    Comparison comparison = Comparison.of(BEFORE, after, Optional.of(gate), false);

    assertThat(comparison.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void mistakesInGatesNameRuleAndRemedy() {
    assertThatThrownBy(() -> rules("{metric: score.cds, max_loss: 0.1}"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("g.yaml: rule 1: no metric is called 'score.cds'")
        .hasMessageContaining("score.cls");
    assertThatThrownBy(() -> rules("{metric: score.cls, max_loss: 0.1, no_new: true}"))
        .hasMessageContaining("exactly one of");
    assertThatThrownBy(() -> rules("{metric: score.cls, max_loss: -1}"))
        .hasMessageContaining("at least 0");
    assertThatThrownBy(() ->
            rules("{metric: score.cls, max_loss: 0.1}\n  - {metric: score.cls, max_loss: 0.2}"))
        .hasMessageContaining("contradict");
    assertThatThrownBy(() -> rules("{metric: localization.nees, max_loss: 1}"))
        .hasMessageContaining("no good direction");
    assertThatThrownBy(() -> rules("{metrik: score.cls}")).hasMessageContaining("unknown key");
    assertThatThrownBy(() -> GateFile.parse("g.yaml", "rules: []"))
        .hasMessageContaining("no rules");
  }

  @Test
  void textPageAndJsonSayTheSame() {
    RunSet after = Runs.of(
        "after",
        20,
        2,
        (scenario, seed) ->
            Map.of("score.cls", 0.7 + 0.01 * scenario, "control.lateral.p95", 0.1 + 0.001 * seed));
    Comparison comparison = compare(BEFORE, after);

    assertThat(ComparisonText.of(comparison)).contains("# after against before: worse");
    assertThat(ComparisonPage.of(comparison)).contains("score.cls").contains("worse");
    assertThat(ComparisonJson.of(comparison))
        .contains("\"verdict\": \"worse\"")
        .contains("\"name\": \"score.cls\"");
  }

  private static Gate rules(String rule) {
    return GateFile.parse("g.yaml", "name: g\nrules:\n  - " + rule + "\n");
  }

  private static Comparison compare(RunSet before, RunSet after) {
    return Comparison.of(before, after, Optional.empty(), false);
  }
}
