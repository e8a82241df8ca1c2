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
        .doesNotContain("by component to blame")
        .contains("Interventions by trigger");
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

  @Test
  void runsThatWereGivenTrueObjectsAreInNoMeanOfRecall() {
    List<RunRecord> all =
        new ArrayList<>(runs("SENSORS", 2, i -> Map.of("detection.recall.car.50m", 0.4 + 0.2 * i))
            .runs()
            .values());
    all.addAll(
        runs("TRUTH", 3, i -> Map.of("detection.recall.car.50m", 1.0)).runs().values());

    assertThat(SensorTables.ranges(RunSet.of("all", all))).contains("0.500 (2)");
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
