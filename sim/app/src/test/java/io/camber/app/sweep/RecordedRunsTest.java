package io.camber.app.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import io.camber.app.sweep.SweepIndex.Distribution;
import io.camber.app.sweep.SweepIndex.Recorded;
import io.camber.app.sweep.plan.SweepCase;
import io.camber.app.sweep.run.CaseResult;
import io.camber.app.sweep.run.StoryboardCases;
import io.camber.evaluation.judgement.Outcome;
import io.camber.sim.scenario.distribution.ParameterDistribution;
import io.camber.sim.scenario.document.FileCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Concrete runs of published distributions against a peer's recordings of them, sampled at 10 Hz. */
class RecordedRunsTest {
  /** Its ego is moved by a controller of the peer's own. */
  private static final String CONTROLLED = "alks";

  /** Some steps, and the seconds that the peer played at most. */
  private static final double END_S = 0.1;

  private static final double PEER_CAP_S = 120.0;

  /**
   * Where the peer differs: in CBFA the obstruction's route position has an orientation, which the peer does not apply; in
   * CPTAfo the peer's pedestrian, synchronised with the ego, stands for a moment at 11.2 s and then walks at once.
   */
  private static final List<String> KNOWN = List.of("NCAP_AEB_VRU_CBFA-", "NCAP_AEB_VRU_CPTAfo-");

  @TempDir
  Path folder;

  private final List<String> differences = new ArrayList<>();
  private final Map<String, int[]> counts = new TreeMap<>();

  private void compare(int every) throws IOException {
    Map<Path, Double> sensitivity = sensitivity();
    StoryboardCases cases = new StoryboardCases(new FileCache(), 120.0, Optional.of(folder), false);
    int number = 0;
    for (Distribution published : SweepIndex.read()) {
      ParameterDistribution distribution = ParameterDistribution.read(published.file());
      for (Recorded recorded : published.runs()) {
        if (number++ % every == 0) {
          SweepCase run = new SweepCase(
              number, distribution.scenario(), distribution.space().at(recorded.index()), 1);
          compare(published, recorded, run, cases, sensitivity);
        }
      }
    }
    differences.forEach(System.out::println);
    counts.forEach((suite, count) -> System.out.printf(
        Locale.ROOT,
        "%s: %d of %d within tolerance, %d left out%n",
        suite,
        count[0],
        count[1],
        count[2]));
  }

  private void compare(
      Distribution published,
      Recorded recorded,
      SweepCase run,
      StoryboardCases cases,
      Map<Path, Double> sensitivity)
      throws IOException {
    CaseResult result = cases.run(run, () -> false);
    int[] count = counts.computeIfAbsent(published.suite(), key -> new int[3]);
    if (result.outcome() == Outcome.INVALID) {
      count[2]++;
      return;
    }
    Path own = folder.resolve(String.format(Locale.ROOT, "%06d.csv", run.index()));
    double endS = result.metrics().getOrDefault(CaseResult.DURATION, 0.0);
    String difference = ReferenceTracks.read(recorded.reference())
        .difference(
            ReferenceTracks.read(own),
            sensitivity.getOrDefault(run.scenario().toRealPath(), 0.05),
            endS + 1e-6);
    // the peer plays the step that stops it and, without a stop trigger, on after the last story;
    // we stop there
    if (difference.isEmpty()
        && Math.abs(endS - recorded.untilS()) > END_S
        && recorded.untilS() < PEER_CAP_S) {
      difference = "ends at " + endS + " s, not at " + recorded.untilS();
    }
    Files.delete(own);
    count[1]++;
    count[0] += difference.isEmpty() ? 1 : 0;
    if (!difference.isEmpty() && !published.suite().equals(CONTROLLED)) {
      differences.add(recorded.reference().getFileName() + " " + difference);
    }
  }

  /** How far the peer's own runs move apart when its step is doubled, by scenario. */
  private static Map<Path, Double> sensitivity() throws IOException {
    Map<Path, Double> sensitivity = new HashMap<>();
    for (var element : JsonParser.parseString(
            Files.readString(SweepIndex.folder().resolve("index.json")))
        .getAsJsonObject()
        .getAsJsonArray("scenarios")) {
      var json = element.getAsJsonObject();
      if (json.has("dt_sensitivity_m") && !json.get("dt_sensitivity_m").isJsonNull()) {
        sensitivity.put(
            SweepIndex.folder().resolve(json.get("path").getAsString()).toRealPath(),
            json.get("dt_sensitivity_m").getAsDouble());
      }
    }
    return sensitivity;
  }

  private static boolean isKnown(String difference) {
    return KNOWN.stream().anyMatch(difference::startsWith);
  }

  private int[] count(String suite) {
    return counts.getOrDefault(suite, new int[3]);
  }

  @Test
  void aTenthOfTheRunsMoveAsRecorded() throws IOException {
    compare(10);

    assertThat(differences).allMatch(RecordedRunsTest::isKnown).isNotEmpty();
  }

  @Test
  @Tag("campaign")
  void allRunsMoveAsRecorded() throws IOException {
    compare(1);

    assertThat(differences).allMatch(RecordedRunsTest::isKnown);
    assertThat(count("ncap")[0]).isGreaterThanOrEqualTo(288);
    assertThat(count("ncap")[1]).isEqualTo(302);
    assertThat(count("esmini")[0]).isEqualTo(12);
  }
}
