package io.camber.jury.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camber.jury.result.RunSet;
import io.camber.jury.result.Tags;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class StratumRuleTest {
  private static final Gate STRATA = gate("{metric: score.cls, max_stratum_loss: 0.02}");

  /** Scenarios 0 to 19 of 40 are tagged as junctions. */
  private static RunSet runs(String name, double atJunctions, double elsewhere) {
    RunSet runs = Runs.of(
        name,
        40,
        1,
        (scenario, seed) -> Map.of(
            "score.cls", 0.5 + 0.001 * scenario + (scenario < 20 ? atJunctions : elsewhere)));
    List<String> names =
        java.util.stream.IntStream.range(0, 20).mapToObj(i -> "scenario-" + i).toList();
    return new RunSet(name, runs.runs(), new Tags(new TreeMap<>(Map.of("junction", names))));
  }

  @Test
  void aGainElsewhereDoesNotPayForALossAtJunctions() {
    Comparison comparison = Comparison.of(
        runs("before", 0.0, 0.0), runs("after", -0.05, 0.1), Optional.of(STRATA), false);

    assertThat(last(comparison).verdict()).isEqualTo(Verdict.WORSE);
    assertThat(last(comparison).detail()).contains("tag junction loses 0.05");
    // the mean over all went up
    assertThat(comparison.metrics().get(0).difference()).isPositive();
  }

  @Test
  void aLossWithinTheBoundIsKept() {
    Comparison comparison = Comparison.of(
        runs("before", 0.0, 0.0), runs("after", -0.019, 0.0), Optional.of(STRATA), false);

    // of each scenario's 0.019 and of the mean of all
    assertThat(last(comparison).verdict()).isEqualTo(Verdict.UNCHANGED);
    assertThat(last(comparison).detail()).isEqualTo("in none of 42 parts beyond chance");
  }

  @Test
  void aLossOfOneRunIsNamedAndLeavesTheRuleOpen() {
    RunSet before = Runs.of("before", 12, 1, (scenario, seed) -> Map.of("score.cls", 0.9));
    RunSet after =
        Runs.of("after", 12, 1, (scenario, seed) -> Map.of("score.cls", scenario == 4 ? 0.6 : 0.9));

    GateResult.Row row = last(Comparison.of(before, after, Optional.of(STRATA), false));

    assertThat(row.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(row.detail())
        .contains("fewer than 8 scenarios moved, so not asked")
        .contains("scenario scenario-4 loses 0.300");
  }

  /** Two of 2^6 flips are not rarer than 0.01, however much is lost. */
  @Test
  void aRecallThatIsGoneInAllOfSixScenariosIsNotKept() {
    Gate gate = gate("{metric: \"detection.recall.*\", max_stratum_loss: 0.02}");
    Comparison comparison = Comparison.of(
        recalls("before", 6, 0.6), recalls("after", 6, 0.0), Optional.of(gate), false);

    assertThat(last(comparison).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(last(comparison).detail()).contains("detection.recall.car.50m loses 0.600");
    assertThat(comparison.verdict()).isNotIn(Verdict.UNCHANGED, Verdict.BETTER);
  }

  @Test
  void aMemberOfAFamilyThatIsMeasuredBeforeOnlyLeavesTheRuleOpen() {
    Gate gate = gate("{metric: \"detection.recall.*\", max_stratum_loss: 0.02}");
    RunSet after =
        Runs.of("after", 12, 1, (scenario, seed) -> Map.of("detection.recall.pedestrian.50m", 0.5));

    GateResult.Row row =
        last(Comparison.of(recalls("before", 12, 0.6), after, Optional.of(gate), false));

    assertThat(row.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(row.detail()).contains("measured before only: detection.recall.car.50m in 12");
  }

  /** Eight scenarios that agree have p = 2/256: corrected for the single scenarios too, it could never be below 0.01. */
  @Test
  void partsThatCannotBeToldDoNotCostTheOthers() {
    RunSet before = Runs.of("before", 8, 1, (scenario, seed) -> Map.of("score.cls", 0.9));
    RunSet after =
        Runs.of("after", 8, 1, (scenario, seed) -> Map.of("score.cls", 0.8 - 0.001 * scenario));

    GateResult.Row row = last(Comparison.of(before, after, Optional.of(STRATA), false));

    assertThat(row.verdict()).isEqualTo(Verdict.WORSE);
    assertThat(row.detail()).startsWith("perception truth loses 0.10").endsWith("(p 0.0078)");
  }

  @Test
  void aFamilyBoundsEverySensorThatWasMeasured() {
    Gate gate = gate("{metric: \"latency.*.p99\", max_loss_share: 0.05}");
    Comparison comparison = Comparison.of(
        latencies("before", 0.1, 0.2), latencies("after", 0.1, 0.22), Optional.of(gate), false);

    List<GateResult.Row> rows = comparison.gate().orElseThrow().rows();
    assertThat(rows)
        .extracting(GateResult.Row::metric)
        .containsExactly("outcome", "outcome", "latency.imu.p99", "latency.lidar.top.sweep.p99");
    assertThat(rows.get(2).verdict()).isEqualTo(Verdict.UNCHANGED);
    assertThat(rows.get(3).verdict()).isEqualTo(Verdict.WORSE);
  }

  @Test
  void aFamilyThatNobodyMeasuredIsOpenAndOneThatThereIsNotIsRefused() {
    RunSet runs = runs("runs", 0.0, 0.0);
    Gate gate = gate("{metric: \"latency.*.p99\", max_loss_share: 0.05}");

    assertThat(Comparison.of(runs, runs, Optional.of(gate), false).verdict())
        .isEqualTo(Verdict.INCONCLUSIVE);
    assertThatThrownBy(() -> gate("{metric: \"latenzy.*.p99\", max_loss_share: 0.05}"))
        .hasMessageContaining("no family of metrics is called 'latenzy.*.p99'");
    assertThatThrownBy(() -> gate("{metric: \"latency.*.*\", max_loss_share: 0.05}"))
        .hasMessageContaining("one star");
  }

  @Test
  void theShippedGateBoundsInterventionsPartsAndEverySensor() {
    Gate gate = GateFile.read(Path.of("../../gates/pull-request.yaml"));

    assertThat(gate.rules())
        .extracting(GateRule::metric)
        .contains(
            "intervention.T1.collision",
            "intervention.T2.offRoad",
            "intervention.T3.redLight",
            "latency.*.p99");
    assertThat(gate.rules())
        .contains(new GateRule("system.nodeFailures", GateRule.Kind.NO_NEW, 0.0));
    assertThat(gate.rules())
        .contains(new GateRule("score.cls", GateRule.Kind.MAX_STRATUM_LOSS, 0.02));
  }

  private static RunSet recalls(String name, int scenarios, double car) {
    return Runs.of(
        name,
        scenarios,
        1,
        (scenario, seed) ->
            Map.of("detection.recall.car.50m", car, "detection.recall.pedestrian.50m", 0.5));
  }

  private static RunSet latencies(String name, double imuS, double lidarS) {
    return Runs.of(
        name,
        8,
        1,
        (scenario, seed) -> Map.of(
            "latency.imu.p99", imuS,
            "latency.imu.p50", imuS,
            "latency.lidar.top.sweep.p99", lidarS + 0.001 * scenario));
  }

  private static GateResult.Row last(Comparison comparison) {
    List<GateResult.Row> rows = comparison.gate().orElseThrow().rows();
    return rows.get(rows.size() - 1);
  }

  private static Gate gate(String rule) {
    return GateFile.parse("g.yaml", "name: g\nrules:\n  - " + rule + "\n");
  }
}
