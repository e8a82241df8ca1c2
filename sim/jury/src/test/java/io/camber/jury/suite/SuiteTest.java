package io.camber.jury.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.camber.diagnostics.InputException;
import io.camber.evaluation.judgement.Outcome;
import io.camber.jury.result.RunKey;
import io.camber.jury.result.RunRecord;
import io.camber.jury.result.RunSet;
import io.camber.jury.result.Tags;
import io.camber.jury.statistics.EventRate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class SuiteTest {
  @Test
  void theBundledSuitesAreValid() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("../../suites"))) {
      List<Suite> suites = files.sorted().map(SuiteFile::read).toList();

      assertThat(suites)
          .extracting(Suite::name)
          .containsExactly("comparison", "full", "gate", "planners", "smoke");
    }
  }

  @Test
  void mistakesInSuitesNameGroupAndKey() {
    assertThatThrownBy(() -> suite("version: 0\ngroups: []"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("version");
    assertThatThrownBy(
            () -> suite("version: 1\ngroups: [{name: a, perception: radar, scenarios: [x]}]"))
        .hasMessageContaining("group 1: perception is sensors or truth");
    assertThatThrownBy(() -> suite("version: 1\ngroups: [{name: a}]"))
        .hasMessageContaining("names neither scenarios nor data");
    assertThatThrownBy(() -> suite("version: 1\ngroups: [{name: a, seed: 1, scenarios: [x]}]"))
        .hasMessageContaining("unknown key 'seed'");
    assertThatThrownBy(() ->
            suite("version: 1\ngroups: [{name: a, scenarios: [x]}, {name: a, scenarios: [y]}]"))
        .hasMessageContaining("two groups are called 'a'");
  }

  @Test
  void theDearestLossOfARunComesFirstWithTheFigureBehindIt() {
    RunRecord run = runs(
            1,
            i -> Map.of(
                "collision.score", 1.0,
                "progress.ratioToReference", 0.84,
                "ttc.score", 0.0,
                "ttc.min", 0.62,
                "speedLimit.score", 1.0,
                "comfort.score", 0.0,
                "comfort.jerkMax", 5.2,
                "comfort.accelMin", -3.0))
        .runs()
        .values()
        .iterator()
        .next();

    // 5/16, 2/16 and 5 * 0.16 / 16
    assertThat(ScoreLoss.of(run))
        .isEqualTo(
            "time to collision 0.62 s \u22120.31; comfort (jerkMax 5.2, bound 4.13) \u22120.13;"
                + " 84 % of the reference's way \u22120.05");
  }

  @Test
  void interventionsAreCountedByTriggerWithTheirExactInterval() {
    // ten runs of 1609.344 m: ten miles, three take-overs by T1, one by T6
    RunSet runs = runs(10, i -> {
      Map<String, Double> metrics = new TreeMap<>(Map.of(
          "progress.distance",
          1609.344,
          "stop.distance",
          1609.344,
          "intervention.T1.collision",
          i < 3 ? 1.0 : 0.0,
          "intervention.T6.localization",
          i == 5 ? 1.0 : 0.0,
          "intervention.T4.safeDistance",
          2.0));
      if (i < 3 || i == 5) {
        metrics.put("stop.trigger", i < 3 ? 1.0 : 6.0);
      }
      return metrics;
    });

    Interventions all = Interventions.of(runs);

    assertThat(all.miles()).isCloseTo(10.0, within(1e-9));
    assertThat(all.total().events()).isEqualTo(4.0);
    assertThat(rate(all, "T1").between()).isCloseTo(10.0 / 3.0, within(1e-9));
    // Garwood's limits of three events: 0.6187 and 8.767
    assertThat(rate(all, "T1").betweenMin()).isCloseTo(10.0 / 8.767, within(1e-3));
    assertThat(rate(all, "T1").betweenMax()).isCloseTo(10.0 / 0.6187, within(1e-2));
    assertThat(rate(all, "T6").events()).isEqualTo(1.0);
    assertThat(rate(all, "T4").events()).isEqualTo(20.0);
  }

  @Test
  void oneCrashIsOneInterventionAndTheMilesEndThere() {
    // off the road at 5 s, imminent contact and system failure at 6 s of 10 s, at 16.09344 m/s
    RunSet runs = runs(
        1,
        i -> Map.of(
            "progress.distance", 160.9344,
            "stop.trigger", 2.0,
            "stop.distance", 80.4672,
            "intervention.T1.collision", 1.0,
            "intervention.T2.offRoad", 2.0,
            "intervention.T5.system", 1.0));

    Interventions all = Interventions.of(runs);

    assertThat(all.total().events()).isEqualTo(1.0);
    assertThat(all.miles()).isCloseTo(0.05, within(1e-12));
    assertThat(rate(all, "T2").events()).isEqualTo(1.0);
    assertThat(rate(all, "T1").events()).isZero();
  }

  @Test
  void aRunThatDoesNotSayWhenCountsOneEventAndNoMiles() {
    RunSet runs = runs(
        2,
        i -> Map.of(
            "progress.distance", 1609.344,
            "intervention.T1.collision", i == 0 ? 2.0 : 0.0,
            "intervention.T2.offRoad", i == 0 ? 1.0 : 0.0));

    Interventions all = Interventions.of(runs);

    assertThat(all.total().events()).isEqualTo(1.0);
    assertThat(all.miles()).isCloseTo(1.0, within(1e-12));
  }

  @Test
  void milesPerInterventionAreBrokenDownByTag() {
    RunSet runs = runs(
        4,
        i -> i == 3
            ? Map.of(
                "stop.distance", 1609.344, "stop.trigger", 1.0, "intervention.T1.collision", 1.0)
            : Map.of("stop.distance", 1609.344, "intervention.T1.collision", 0.0));
    RunSet tagged = new RunSet(
        "tagged",
        runs.runs(),
        new Tags(new TreeMap<>(Map.of(
            "junction",
            List.of("scenario-2", "scenario-3"),
            "road",
            List.of("scenario-0"),
            "all",
            List.of("scenario*")))));

    Map<String, EventRate> rates = Interventions.byTag(tagged);

    assertThat(Objects.requireNonNull(rates.get("junction")).between())
        .isCloseTo(2.0, within(1e-9));
    assertThat(Objects.requireNonNull(rates.get("all")).between()).isCloseTo(4.0, within(1e-9));
    // with no event in E miles: E over minus the logarithm of 0.05
    assertThat(Objects.requireNonNull(rates.get("road")).betweenMin())
        .isCloseTo(1.0 / 2.9957, within(1e-4));
    assertThat(SuiteText.of(new SuiteResult("s/1", tagged, List.of()))).contains("tag junction");
  }

  @Test
  void aGroupSaysWhatIsOtherThanShipped() {
    Suite read = suite("""
        version: 3
        tags: {highway: [x, alks_*]}
        groups:
          - name: rain
            weather: night,rain:rate=15
            faults: ["lidar_top:noise,severity=5"]
            parameters: {egoSpeed: "20..30:5"}
            sample: 10
            scenarios: [x]
        """);

    assertThat(read.groups().get(0).variation())
        .isEqualTo(new Suite.Variation(
            "night,rain:rate=15",
            List.of("lidar_top:noise,severity=5"),
            Map.of("egoSpeed", "20..30:5"),
            10));
    assertThat(read.tags().has("highway", "alks_4")).isTrue();
    assertThat(read.tags().has("highway", "y")).isFalse();
    assertThatThrownBy(() -> suite("version: 1\ngroups: [{name: a, sample: 0, scenarios: [x]}]"))
        .hasMessageContaining("group 1: sample is a whole number");
    assertThatThrownBy(
            () -> suite("version: 1\ngroups: [{name: a, parameters: [x], scenarios: [x]}]"))
        .hasMessageContaining("group 1: parameters");
  }

  @Test
  void theLadderHasMeanAndWorstOfWhatWasMeasured() {
    RunSet runs = runs(
        "SENSORS",
        4,
        i -> i == 3
            ? Map.of("tracks.hota", 0.9)
            : Map.of("tracks.hota", 0.2 * i, "control.lateral.p95", 0.1 * i));

    Ladder ladder = Ladder.of(runs);

    assertThat(ladder.rungs()).extracting(Ladder.Rung::level).containsExactly("tracks", "control");
    Ladder.Figure hota = ladder.rungs().get(0).figures().get(0);
    assertThat(hota.mean()).isCloseTo((0.0 + 0.2 + 0.4 + 0.9) / 4, within(1e-12));
    assertThat(hota.worst()).isZero();
    Ladder.Figure lateral = ladder.rungs().get(1).figures().get(0);
    assertThat(lateral.runs()).isEqualTo(3);
    assertThat(lateral.worst()).isCloseTo(0.2, within(1e-12));
    assertThat(lateral.worstRun()).isEqualTo("scenario-2 (SENSORS) seed 1");
  }

  @Test
  void runsThatWereGivenTrueObjectsSayNothingAboutPerception() {
    RunSet runs = runs(4, i -> Map.of("tracks.hota", 1.0, "control.lateral.p95", 0.1));

    assertThat(Ladder.of(runs).rungs()).extracting(Ladder.Rung::level).containsExactly("control");
  }

  @Test
  void pageTextAndJunitShowTheFailure() {
    RunSet runs = runs(
        3,
        i -> Map.of("progress.distance", 500.0, "intervention.T1.collision", i == 1 ? 1.0 : 0.0));
    SuiteResult result = new SuiteResult("smoke/1", runs, List.of("group x left out"));

    assertThat(SuiteText.of(result))
        .contains("3 runs, 2 pass, 1 fail")
        .contains("group x left out");
    assertThat(SuiteJunit.of(result)).contains("failures=\"1\"").contains("<failure message=");
    String page = new SuitePage(
            result, List.of(runs), Map.of("scenario-1 (TRUTH) seed 1", "a/report.html"), Map.of())
        .toHtml();
    assertThat(page)
        .contains("scenario-1")
        .contains("href=\"a/report.html\"")
        .contains("Interventions by trigger");
  }

  @Test
  void aSuiteWhoseRunsAreAllInvalidIsNoPass() {
    SuiteResult nothing = result(Outcome.INVALID, Outcome.INVALID);

    assertThat(nothing.isBad()).isTrue();
    assertThat(SuiteText.of(nothing))
        .contains("0 pass, 0 fail, 0 error, 2 invalid")
        .contains("never driven, every run is invalid: cut-in");
    assertThat(new SuitePage(nothing, List.of(), Map.of(), Map.of()).toHtml())
        .contains("2 invalid");
  }

  @Test
  void aCombinationThatMakesNoScenarioIsNoFailureBesideOnesThatDo() {
    assertThat(result(Outcome.PASS, Outcome.INVALID).isBad()).isFalse();
  }

  private static SuiteResult result(Outcome first, Outcome second) {
    RunSet runs = RunSet.of(
        "runs",
        List.of(
            new RunRecord(new RunKey("cut-in", "TRUTH v=1", 1), first, "", "", new TreeMap<>()),
            new RunRecord(new RunKey("cut-in", "TRUTH v=2", 1), second, "", "", new TreeMap<>())));
    return new SuiteResult("s/1", runs, List.of());
  }

  private static EventRate rate(Interventions all, String code) {
    return all.byTrigger().stream()
        .filter(one -> one.code().equals(code))
        .map(all::of)
        .findFirst()
        .orElseThrow();
  }

  private static Suite suite(String rest) {
    return SuiteFile.parse("s.yaml", "name: s\nabout: x\n" + rest);
  }

  private static RunSet runs(int count, java.util.function.IntFunction<Map<String, Double>> rule) {
    return runs("TRUTH", count, rule);
  }

  private static RunSet runs(
      String variant, int count, java.util.function.IntFunction<Map<String, Double>> rule) {
    List<RunRecord> runs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Map<String, Double> metrics = rule.apply(i);
      boolean hit = metrics.getOrDefault("intervention.T1.collision", 0.0) > 0.0;
      runs.add(new RunRecord(
          new RunKey("scenario-" + i, variant, 1),
          hit ? Outcome.FAIL : Outcome.PASS,
          hit ? "T1 at 3.00 s: \"hits\" <lead>" : "no hard limit broken",
          "h" + i,
          new TreeMap<>(metrics)));
    }
    return RunSet.of("runs", runs);
  }
}
