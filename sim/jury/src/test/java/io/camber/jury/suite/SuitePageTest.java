package io.camber.jury.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.camber.diagnostics.InputException;
import io.camber.evaluation.judgement.Outcome;
import io.camber.evaluation.latency.LatencyMeasure;
import io.camber.evaluation.report.drawing.Waterfall;
import io.camber.jury.result.Repeats;
import io.camber.jury.result.RunKey;
import io.camber.jury.result.RunRecord;
import io.camber.jury.result.RunSet;
import io.camber.jury.result.Tags;
import io.camber.messages.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SuitePageTest {
  private static final double MILE = 1609.344;
  private static final String ACTUATION =
      "latency.hop.lidar.top.sweep." + LatencyMeasure.label(Topics.ACTUATION.name()) + ".";

  @TempDir
  private Path folder;

  @Test
  void milesPerInterventionOfAComponentAreMilesOverItsSharesOfTheBlame() {
    RunSet runs = runs("SENSORS", 4, i -> stopped(i + 1.0));
    Map<String, BlameShares> findings = Map.of(
        name(0), new BlameShares("h0", 1.0, new TreeMap<>(Map.of("planning", 1.0))),
        name(3), new BlameShares("h3", 4.0, new TreeMap<>(Map.of("planning", 1.0))),
        name(1),
            new BlameShares("h1", 2.0, new TreeMap<>(Map.of("planning", 0.25, "tracking", 0.75))),
        name(2), new BlameShares("h2", 3.0, new TreeMap<>()));

    BlameRates rates = BlameRates.of(runs, findings);

    assertThat(rates.events()).isEqualTo(4);
    assertThat(rates.asked()).isEqualTo(4);
    assertThat(between(rates, "planning")).isCloseTo(4 / 2.25, within(1e-9));
    assertThat(between(rates, "tracking")).isCloseTo(4 / 0.75, within(1e-9));
    assertThat(between(rates, "nobody")).isCloseTo(4.0, within(1e-9));
    assertThat(page(runs, findings))
        .contains("asked about 4 of 4 interventions.")
        .contains("; 2.25 in 4.00 miles)")
        .contains("; 0.750 in 4.00 miles)");
  }

  /** One of four asked about: 4 miles over its share alone would flatter planning by up to four times. */
  @Test
  void noMilesPerInterventionOfAComponentUntilAllWereAskedAbout() {
    RunSet runs = runs("SENSORS", 4, i -> stopped(i + 1.0));
    Map<String, BlameShares> findings =
        Map.of(name(0), new BlameShares("h0", 1.0, new TreeMap<>(Map.of("planning", 0.5))));

    assertThat(BlameRates.of(runs, findings).rate("planning")).isEmpty();
    assertThat(page(runs, findings))
        .contains("asked about 1 of 4 interventions; the other 3 are in no row")
        .contains("<td>planning</td>")
        .contains("none until the other 3 are asked about")
        .doesNotContain("0.500 in 4.00 miles");
  }

  @Test
  void aFindingAboutAnotherDriveOrAnotherEventIsNoneAboutThisOne() {
    RunSet runs = runs("SENSORS", 2, i -> stopped(1.0));
    TreeMap<String, Double> planning = new TreeMap<>(Map.of("planning", 1.0));

    BlameRates rates = BlameRates.of(
        runs,
        Map.of(
            name(0), new BlameShares("another", 1.0, planning),
            name(1), new BlameShares("h1", 7.5, planning)));

    assertThat(rates.asked()).isZero();
    assertThat(page(runs, Map.of()))
        .contains("asked about 0 of 2 interventions; the other 2 are in no row")
        .contains("none until the other 2 are asked about")
        .contains("Interventions by trigger");
  }

  @Test
  void withoutAnInterventionTheBoundHoldsForEveryComponent() {
    RunSet runs = runs("SENSORS", 3, i -> Map.of("stop.distance", MILE));

    // 3 miles over minus the logarithm of 0.05
    assertThat(page(runs, Map.of()))
        .contains("the same bound holds for every component")
        .contains("<td>localization</td><td>localization</td><td class=\"n\">0.00</td>"
            + "<td>more than 1.00 (none in 3.00 miles, 95 %)</td>")
        .contains("<td>actuation</td>");
  }

  @Test
  void tagsHaveATableOfTheirOwn() {
    RunSet runs = runs("SENSORS", 2, i -> stopped(1.0));
    RunSet tagged = new RunSet(
        "tagged",
        runs.runs(),
        new Tags(new TreeMap<>(Map.of("junction", List.of("scenario-1"), "rural", List.of("x")))));

    assertThat(page(tagged, Map.of()))
        .contains("Miles per intervention by tag")
        .contains("<td>junction</td><td class=\"n\">1</td>")
        .contains("nothing driven");
    assertThat(page(runs, Map.of())).doesNotContain("Miles per intervention by tag");
  }

  @Test
  void readsWhatBlameWrites() throws IOException {
    Path file = folder.resolve("blame.json");
    Files.writeString(
        file,
        "{\"hash\": \"ab\", \"timeS\": 6.5, \"shares\": {\"control\": 0.4, \"planning\": 0.6}}");

    assertThat(BlameShares.read(file))
        .isEqualTo(
            new BlameShares("ab", 6.5, new TreeMap<>(Map.of("control", 0.4, "planning", 0.6))));
    Files.writeString(file, "{}");
    assertThatThrownBy(() -> BlameShares.read(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("is no finding of camber blame");
  }

  /** 3 of 4 and 100 of 400: 103 of 404, and not the mean of 75 and 25 %. */
  @Test
  void recallIsPooledByWhoWasInSightAndNotOverRuns() {
    List<RunRecord> all = new ArrayList<>(runs(
            "SENSORS",
            2,
            i -> Map.of(
                "detection.recall.car.50m", i == 0 ? 0.75 : 0.25,
                "detection.inSight.car.50m", i == 0 ? 4.0 : 400.0,
                "detection.precision.car.50m", i == 0 ? 1.0 : 0.5,
                "detection.claims.car.50m", i == 0 ? 10.0 : 30.0))
        .runs()
        .values());
    // who was given true objects, and a build that did not count, say nothing
    all.addAll(runs(
            "TRUTH",
            3,
            i -> Map.of("detection.recall.car.50m", 1.0, "detection.inSight.car.50m", 1000.0))
        .runs()
        .values());
    all.addAll(runs("SENSORS old", 1, i -> Map.of("detection.recall.car.50m", 0.9))
        .runs()
        .values());
    RunSet runs = RunSet.of("all", all);

    Pooled recall = Pooled.of(runs, "detection.recall.car.50m", "detection.inSight.car.50m");
    assertThat(recall.share()).isCloseTo(103.0 / 404.0, within(1e-12));
    assertThat(SensorTables.ranges(runs))
        .contains(">25.5 %<")
        .contains(">404<")
        .contains(">62.5 %<")
        .contains(">40<");
  }

  @Test
  void theWaterfallOfTheMeansAddsUpToTheMeanOfTheAges() {
    // 10 + (5 + 25) + (40 + 3) and 10 + (15 + 25) + (0 + 3): 83 and 53 ms
    RunSet runs = runs(
        "SENSORS",
        2,
        i -> Map.of(
            "latency.hop.lidar.top.sweep.exposure",
            0.010,
            "latency.hop.lidar.top.sweep.perception.detections.lidar.wait",
            0.005 + 0.010 * i,
            "latency.hop.lidar.top.sweep.perception.detections.lidar.compute",
            0.025,
            ACTUATION + "wait",
            i == 0 ? 0.040 : 0.0,
            ACTUATION + "compute",
            0.003));

    List<Waterfall.Leg> legs =
        LatencyWaterfalls.legs(List.copyOf(runs.runs().values()), "lidar.top.sweep");

    assertThat(legs.stream().mapToDouble(Waterfall.Leg::seconds).sum())
        .isCloseTo(0.068, within(1e-12));
    assertThat(legs.get(1))
        .satisfies(leg -> assertThat(leg.seconds()).isCloseTo(0.035, within(1e-12)))
        .satisfies(leg -> assertThat(leg.computeS()).isCloseTo(0.025, within(1e-12)));
    assertThat(LatencyWaterfalls.of(runs))
        .contains("From lidar.top.sweep to the actuators, mean of 2 runs")
        .contains("10.0 ms + 25.0 ms")
        .contains("68.0 ms");
    assertThat(LatencyWaterfalls.of(runs("TRUTH", 1, i -> Map.of()))).isEmpty();
  }

  @Test
  void aRunThatDidNotRepeatMakesABadSuiteAndIsNamed() {
    RunSet runs = runs("SENSORS", 2, i -> Map.of(Repeats.DIFFERS, (double) i));
    SuiteResult result = new SuiteResult("s/1", runs, List.of());

    assertThat(result.isBad()).isTrue();
    assertThat(SuiteText.of(result))
        .contains("came out otherwise when driven again: scenario-1 (SENSORS) seed 1");
    assertThat(page(runs, Map.of())).contains("came out otherwise when driven again");
  }

  @Test
  void partsOfTheRunsHaveMeansOfTheirOwn() {
    RunSet runs = runs(
        "SENSORS",
        2,
        i -> Map.of(
            "detection.recallByOcclusion.car.mostlyHidden", 0.2 + 0.1 * i,
            "detection.recallBySpeed.car.standing", 0.6,
            "localization.lateralBySpeed.fast", 0.05 + 0.02 * i,
            "ttc.min", 2.0 + i));
    RunSet tagged = new RunSet(
        "tagged",
        runs.runs(),
        new Tags(new TreeMap<>(Map.of("junction", List.of("scenario-1"), "rural", List.of("x")))));

    assertThat(StrataTables.recall(runs)).contains("detections").contains("0.250 (2)");
    assertThat(StrataTables.bySpeed(runs))
        .contains("localization.lateral [m]")
        .contains("0.0600 (2)")
        .doesNotContain("recall");
    assertThat(StrataTables.byTag(tagged, List.of("ttc.min")))
        .contains("<td>junction</td><td class=\"n\">3.00 (1)</td>")
        .contains("<td>rural</td><td class=\"n\">–</td>");
    assertThat(StrataTables.byTag(runs, List.of("ttc.min"))).isEmpty();
    RunSet given = runs("TRUTH", 1, i -> Map.of("perception.recallBySpeed.car.fast", 1.0));
    assertThat(StrataTables.recall(given)).isEmpty();
  }

  @Test
  void aQuantileThatNobodyMeasuredIsNoZero() {
    RunSet runs = runs("SENSORS", 2, i -> Map.of("latency.imu.p99", 0.019 + 0.01 * i));

    assertThat(SensorTables.latency(runs)).contains("29").contains("–").doesNotContain(">0<");
  }

  private static double between(BlameRates rates, String component) {
    return rates.rate(component).orElseThrow().between();
  }

  private static Map<String, Double> stopped(double timeS) {
    return Map.of(
        "stop.trigger",
        1.0,
        "stop.timeS",
        timeS,
        "stop.distance",
        MILE,
        "intervention.T1.collision",
        1.0);
  }

  private static String name(int i) {
    return "scenario-" + i + " (SENSORS) seed 1";
  }

  private static String page(RunSet runs, Map<String, BlameShares> findings) {
    return new SuitePage(new SuiteResult("s/1", runs, List.of()), List.of(), Map.of(), findings)
        .toHtml();
  }

  private static RunSet runs(
      String variant, int count, java.util.function.IntFunction<Map<String, Double>> rule) {
    List<RunRecord> runs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      runs.add(new RunRecord(
          new RunKey("scenario-" + i, variant, 1),
          Outcome.PASS,
          "",
          "h" + i,
          new TreeMap<>(rule.apply(i))));
    }
    return RunSet.of("runs", runs);
  }
}
