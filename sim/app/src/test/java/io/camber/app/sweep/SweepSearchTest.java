package io.camber.app.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camber.app.simulation.Perception;
import io.camber.app.sweep.plan.RunSeeds;
import io.camber.app.sweep.plan.Shard;
import io.camber.app.sweep.run.CaseResult;
import io.camber.app.sweep.run.CaseRunner;
import io.camber.app.sweep.search.SearchMetric;
import io.camber.app.sweep.search.SearchOptions;
import io.camber.diagnostics.InputException;
import io.camber.evaluation.judgement.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepSearchTest {
  private static final Path BUNDLED =
      Path.of("..", "..", "scenarios", "highway-cut-in.xosc").toAbsolutePath().normalize();

  @TempDir
  Path folder;

  private static SweepOptions options(Map<String, String> parameters) {
    return new SweepOptions(
        List.of(BUNDLED.toString()),
        parameters,
        RunSeeds.parse("1"),
        OptionalLong.empty(),
        1,
        Shard.WHOLE,
        SweepOptions.NONE,
        Perception.TRUTH,
        12.0,
        List.of(),
        0,
        false,
        false,
        SweepSetup.SHIPPED);
  }

  private static SweepEffort effort(int jobs) {
    return new SweepEffort(jobs, 60.0, Optional.empty());
  }

  private Path search(
      String name, Map<String, String> parameters, int budget, int jobs, CaseRunner runner) {
    Path out = folder.resolve(name);
    SearchOptions wanted = new SearchOptions(SearchMetric.MIN_TTC, budget, 1);
    Sweep.search(options(parameters), wanted, effort(jobs), out, SweepProgress.SILENT)
        .run(runner);
    return out;
  }

  private static final Map<String, String> WIDE =
      new TreeMap<>(Map.of("cutInClearance", "10..40:0.5", "cutterSpeed", "15..30:0.5"));

  /** Fails in two ways: by speed, and where both are small. */
  private static final CaseRunner CLOSED_FORM = (run, givenUp) -> {
    double clearance = Double.parseDouble(run.parameters().get("cutInClearance"));
    double speed = Double.parseDouble(run.parameters().get("cutterSpeed"));
    double ttc = 0.1 * Math.abs(clearance - 22.0) + 0.2 * Math.abs(speed - 18.0);
    String reason = ttc < 0.5 ? "hits other at " + ttc + " s" : speed > 28.0 ? "too fast" : "fine";
    return new CaseResult(
        run.index(),
        reason.equals("fine") ? Outcome.PASS : Outcome.FAIL,
        reason,
        "",
        new TreeMap<>(Map.of("ttc.min", ttc)));
  };

  @Test
  void theCourseHasTheSameBytesWhateverTheJobs() throws IOException {
    Path one = search("one", WIDE, 90, 1, CLOSED_FORM);
    Path three = search("three", WIDE, 90, 3, CLOSED_FORM);

    for (String file : List.of("search.csv", "results.csv", "index.html")) {
      assertThat(one.resolve(file)).hasSameBinaryContentAs(three.resolve(file));
    }
    List<String> course = Files.readAllLines(one.resolve("search.csv"));
    assertThat(course).hasSize(91);
    String[] last = course.get(90).split(",", -1);
    assertThat(Double.parseDouble(last[4])).isLessThan(0.25);
  }

  @Test
  void kindsOfFailureAreToldApart() throws IOException {
    Path out = search("sweep", WIDE, 90, 2, CLOSED_FORM);

    assertThat(Files.readString(out.resolve("index.html")))
        .contains("The search", "Best points", "Kinds of failure", "FAIL  hits other at # s");
    assertThat(Files.readString(out.resolve("sweep.json"))).contains("\"metric\": \"MIN_TTC\"");
  }

  @Test
  void goesOnAfterItWasCutShort() throws IOException {
    Path whole = search("whole", WIDE, 60, 2, CLOSED_FORM);
    Path cut = search("cut", WIDE, 60, 2, CLOSED_FORM);
    List<String> journal = Files.readAllLines(cut.resolve("journal.jsonl"));
    Files.write(cut.resolve("journal.jsonl"), journal.subList(0, 23));
    for (String file : List.of("search.csv", "results.csv", "index.html")) {
      Files.delete(cut.resolve(file));
    }

    Sweep.resume(cut, effort(2), SweepProgress.SILENT).run(CLOSED_FORM);

    assertThat(cut.resolve("search.csv")).hasSameBinaryContentAs(whole.resolve("search.csv"));
    assertThat(cut.resolve("results.csv")).hasSameBinaryContentAs(whole.resolve("results.csv"));
    assertThat(Files.readAllLines(cut.resolve("journal.jsonl"))).hasSameSizeAs(journal);
  }

  @Test
  void findsTheWorstStoryboardThatASweepFinds() throws IOException {
    Map<String, String> grid =
        new TreeMap<>(Map.of("cutInClearance", "10..40:2", "cutterSpeed", "15..30:1"));
    Path out = folder.resolve("found");
    SearchOptions wanted = new SearchOptions(SearchMetric.MIN_DISTANCE, 70, 1);

    Sweep.search(options(grid), wanted, effort(2), out, SweepProgress.SILENT).run();

    // the least clearance and the slowest cutter: in nobody's hands the ego runs into it
    List<String> course = Files.readAllLines(out.resolve("search.csv"));
    assertThat(course.get(course.size() - 1)).endsWith(",0");
    assertThat(Files.readString(out.resolve("index.html"))).contains("touched");
  }

  @Test
  void refusesWhatCannotBeSearched() {
    SearchOptions wanted = new SearchOptions(SearchMetric.MIN_TTC, 10, 1);
    Path out = folder.resolve("never");

    assertThatThrownBy(
            () -> Sweep.search(options(Map.of()), wanted, effort(1), out, SweepProgress.SILENT))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("nothing varies");
    assertThatThrownBy(() -> Sweep.search(
            options(WIDE),
            new SearchOptions(SearchMetric.SCORE, 10, 1),
            effort(1),
            out,
            SweepProgress.SILENT))
        .hasMessageContaining("--metric score needs a driven ego");
    assertThat(out).doesNotExist();
  }
}
