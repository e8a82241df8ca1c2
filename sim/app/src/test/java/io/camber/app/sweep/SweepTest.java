package io.camber.app.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camber.app.simulation.Perception;
import io.camber.app.sweep.plan.RunSeeds;
import io.camber.app.sweep.plan.Shard;
import io.camber.app.sweep.run.CaseResult;
import io.camber.app.sweep.run.CaseRunner;
import io.camber.diagnostics.InputException;
import io.camber.evaluation.judgement.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepTest {
  private static final Path BUNDLED =
      Path.of("..", "..", "scenarios", "highway-cut-in.xosc").toAbsolutePath().normalize();

  @TempDir
  Path folder;

  private static SweepOptions options(
      Map<String, String> parameters, String seeds, String shard, double untilS) {
    return new SweepOptions(
        List.of(BUNDLED.toString()),
        parameters,
        RunSeeds.parse(seeds),
        OptionalLong.empty(),
        1,
        Shard.parse(shard),
        SweepOptions.NONE,
        Perception.TRUTH,
        untilS,
        List.of(),
        0,
        false,
        false,
        SweepSetup.SHIPPED);
  }

  private static SweepEffort effort(int jobs) {
    return new SweepEffort(jobs, 60.0, Optional.empty());
  }

  private Path sweep(String name, SweepOptions options, int jobs) {
    Path out = folder.resolve(name);
    assertThat(
            Sweep.begin(options, effort(jobs), out, SweepProgress.SILENT).run().interrupted())
        .isFalse();
    return out;
  }

  private static CaseRunner failing(int every, List<Long> made) {
    return (run, givenUp) -> {
      synchronized (made) {
        made.add(run.index());
      }
      if (run.index() == 5) {
        throw new IllegalStateException("the engine broke");
      }
      Outcome outcome = run.index() % every == 0 ? Outcome.FAIL : Outcome.PASS;
      return new CaseResult(
          run.index(), outcome, "judged", "", new TreeMap<>(Map.of("ttc.min", run.index() * 0.1)));
    };
  }

  @Test
  void theTableHasTheSameBytesWhateverTheJobs() throws IOException {
    SweepOptions options = options(Map.of(), "1..12", "1/1", 3.0);

    Path one = sweep("one", options, 1);
    Path three = sweep("three", options, 3);

    assertThat(one.resolve("results.csv")).hasSameBinaryContentAs(three.resolve("results.csv"));
    assertThat(one.resolve("results.parquet"))
        .hasSameBinaryContentAs(three.resolve("results.parquet"));
    assertThat(one.resolve("index.html")).hasSameBinaryContentAs(three.resolve("index.html"));
    assertThat(Files.readAllLines(one.resolve("results.csv"))).hasSize(13);
  }

  @Test
  void parquetAndCsvTellTheSame() throws Exception {
    Path out = sweep("sweep", options(Map.of(), "1..3", "1/1", 1.0), 1);

    try (var connection = DriverManager.getConnection("jdbc:duckdb:");
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery("SELECT count(*), sum(seed), min(outcome), min(durationS) FROM '"
                + out.resolve("results.parquet") + "'")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getLong(1)).isEqualTo(3);
      assertThat(rows.getLong(2)).isEqualTo(6);
      assertThat(rows.getString(3)).isEqualTo("PASS");
      assertThat(rows.getDouble(4)).isEqualTo(1.0);
    }
  }

  @Test
  void shardsTogetherAreTheWholeTable() throws IOException {
    List<String> whole = Files.readAllLines(
        sweep("whole", options(Map.of(), "1..7", "1/1", 0.5), 1).resolve("results.csv"));
    List<String> parts = new ArrayList<>();

    for (int i = 1; i <= 3; i++) {
      Path out = sweep("part" + i, options(Map.of(), "1..7", i + "/3", 0.5), 1);
      List<String> lines = Files.readAllLines(out.resolve("results.csv"));
      parts.addAll(lines.subList(1, lines.size()));
    }

    assertThat(parts).containsExactlyInAnyOrderElementsOf(whole.subList(1, whole.size()));
  }

  @Test
  void mergedShardsAreTheWholeToTheByte() throws IOException {
    Path whole = sweep("whole", options(Map.of(), "1..7", "1/1", 0.5), 1);
    List<Path> parts = new ArrayList<>();
    for (int i = 1; i <= 3; i++) {
      parts.add(sweep("part" + i, options(Map.of(), "1..7", i + "/3", 0.5), 1));
    }

    Path merged = folder.resolve("merged");
    SweepFolder.merge(parts, merged);
    List<Long> made = new ArrayList<>();
    Sweep.resume(merged, effort(1), SweepProgress.SILENT).run(failing(100, made));

    assertThat(made).isEmpty();
    for (String file : List.of("results.csv", "results.parquet", "index.html", "sweep.json")) {
      assertThat(merged.resolve(file)).hasSameBinaryContentAs(whole.resolve(file));
    }
  }

  @Test
  void refusesToMergeWhatDoesNotBelongTogether() {
    Path one = sweep("one", options(Map.of(), "1..4", "1/2", 0.5), 1);
    Path other = sweep("other", options(Map.of(), "1..6", "2/2", 0.5), 1);

    assertThatThrownBy(() -> SweepFolder.merge(List.of(one, other), folder.resolve("merged")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("is no part of the same sweep");
    assertThat(folder.resolve("merged")).doesNotExist();
  }

  private static final String DISTRIBUTION = """
      <OpenSCENARIO><FileHeader revMajor="1" revMinor="2" date="2026-01-01T00:00:00" description="" author=""/>
      <ParameterValueDistribution><ScenarioFile filepath="a/s.xosc"/><Deterministic>
      <DeterministicSingleParameterDistribution parameterName="cutterSpeed"><DistributionSet>
      <Element value="20"/><Element value="22"/><Element value="24"/></DistributionSet>
      </DeterministicSingleParameterDistribution></Deterministic></ParameterValueDistribution></OpenSCENARIO>
      """;

  @Test
  void aFolderMeansItsScenariosOrOnRequestTheirVariationsAndShowsItsSuites() throws IOException {
    Path suites = folder.resolve("suites");
    for (String suite : List.of("a", "b")) {
      for (String file : List.of("maps/motorway.xodr", "catalogs/vehicles.xosc")) {
        Path copy = suites.resolve(suite).resolve(file);
        Files.createDirectories(copy.getParent());
        Files.copy(BUNDLED.resolveSibling(file), copy);
      }
      Files.copy(BUNDLED, suites.resolve(suite).resolve("s.xosc"));
    }
    Files.writeString(suites.resolve("d.xosc"), DISTRIBUTION);

    Path alone = sweep("alone", in(suites, false), 1);
    Path varied = sweep("varied", in(suites, true), 1);

    assertThat(Files.readAllLines(alone.resolve("results.csv"))).hasSize(1 + 2);
    assertThat(Files.readAllLines(varied.resolve("results.csv"))).hasSize(1 + 3 + 1);
    assertThat(Files.readString(alone.resolve("index.html")))
        .contains("By suite", "<td>a</td><td>1</td><td>1</td><td>1</td>", "<td>b</td>");
    assertThat(Files.readString(varied.resolve("index.html")))
        .contains("<td>a</td><td>1</td><td>3</td><td>3</td>");
  }

  private static SweepOptions in(Path folder, boolean variations) {
    return new SweepOptions(
        List.of(folder.toString()),
        Map.of(),
        RunSeeds.parse("1"),
        OptionalLong.empty(),
        1,
        Shard.WHOLE,
        SweepOptions.NONE,
        Perception.TRUTH,
        0.5,
        List.of(),
        0,
        false,
        variations,
        SweepSetup.SHIPPED);
  }

  @Test
  void aScenarioWithoutRoadsIsPlayedOnAPlane() throws IOException {
    Path plane = Files.createDirectories(folder.resolve("plane"));
    Files.writeString(plane.resolve("plane.xosc"), """
        <OpenSCENARIO>
          <FileHeader revMajor="1" revMinor="0" date="2026-11-26T00:00:00" description="p" author="Camber"/>
          <CatalogLocations/><RoadNetwork/>
          <Entities><ScenarioObject name="car"><Vehicle name="v" vehicleCategory="car">
            <BoundingBox><Center x="1" y="0" z="0.7"/><Dimensions width="2" length="4" height="1.5"/></BoundingBox>
            <Performance maxSpeed="60" maxAcceleration="5" maxDeceleration="9"/>
            <Axles>
              <FrontAxle maxSteering="0.5" wheelDiameter="0.6" trackWidth="1.6" positionX="2.8" positionZ="0.3"/>
              <RearAxle maxSteering="0" wheelDiameter="0.6" trackWidth="1.6" positionX="0" positionZ="0.3"/>
            </Axles><Properties/>
          </Vehicle></ScenarioObject></Entities>
          <Storyboard><Init><Actions><Private entityRef="car"><PrivateAction><TeleportAction><Position>
            <WorldPosition x="0" y="0"/></Position></TeleportAction></PrivateAction></Private></Actions></Init>
            <StopTrigger/></Storyboard>
        </OpenSCENARIO>
        """);

    Path out = sweep("out", in(plane, false), 1);

    assertThat(Files.readAllLines(out.resolve("results.csv")).get(1)).contains("PASS");
  }

  @Test
  void resumingMakesTheMissingRunsAlone() throws IOException {
    SweepOptions options = options(Map.of(), "1..20", "1/1", 1.0);
    Path out = folder.resolve("sweep");
    List<Long> first = new ArrayList<>();
    Sweep.begin(options, effort(2), out, SweepProgress.SILENT).run(failing(4, first));
    List<String> journal = Files.readAllLines(out.resolve("journal.jsonl"));
    byte[] table = Files.readAllBytes(out.resolve("results.csv"));
    // as if it had been killed in the middle of a line
    Files.writeString(
        out.resolve("journal.jsonl"), String.join("\n", journal.subList(0, 11)) + "\n{\"index\":1");
    List<Long> second = new ArrayList<>();

    SweepSummary summary =
        Sweep.resume(out, effort(1), SweepProgress.SILENT).run(failing(4, second));

    assertThat(second).hasSize(9).doesNotHaveDuplicates();
    assertThat(out.resolve("results.csv")).hasBinaryContent(table);
    assertThat(summary.count().fail()).isEqualTo(5);
    assertThat(summary.count().error()).isEqualTo(1);
  }

  @Test
  void aRunThatThrowsIsInTheTableWithItsReason() throws IOException {
    Path out = folder.resolve("sweep");

    Sweep.begin(options(Map.of(), "1..8", "1/1", 1.0), effort(2), out, SweepProgress.SILENT)
        .run(failing(4, new ArrayList<>()));

    assertThat(Files.readString(out.resolve("results.csv")))
        .contains("ERROR,java.lang.IllegalStateException: the engine broke at SweepTest.java:");
    assertThat(Files.readString(out.resolve("index.html")))
        .contains("<td>FAIL</td>", "the engine broke", "<svg");
  }

  @Test
  void refusesToResumeOnChangedFiles() throws IOException {
    Path scenario = folder.resolve("s.xosc");
    Path map = BUNDLED.resolveSibling("maps");
    Files.writeString(
        scenario, Files.readString(BUNDLED).replace("filepath=\"maps/", "filepath=\"" + map + "/"));
    SweepOptions options = new SweepOptions(
        List.of(scenario.toString()),
        Map.of(),
        RunSeeds.parse("1..2"),
        OptionalLong.empty(),
        1,
        Shard.WHOLE,
        SweepOptions.NONE,
        Perception.TRUTH,
        1.0,
        List.of(),
        0,
        false,
        false,
        SweepSetup.SHIPPED);
    Path out = folder.resolve("sweep");
    Sweep.begin(options, effort(1), out, SweepProgress.SILENT).run(failing(4, new ArrayList<>()));
    Files.writeString(scenario, Files.readString(scenario) + "<!-- changed -->\n");

    assertThatThrownBy(() -> Sweep.resume(out, effort(1), SweepProgress.SILENT))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("have changed since it began")
        .hasMessageContaining("camber sweep " + scenario);
  }

  @Test
  void refusesAFolderThatHoldsSomethingAndAParameterThatIsNotThere() throws IOException {
    Files.writeString(Files.createDirectory(folder.resolve("full")).resolve("x"), "x");

    assertThatThrownBy(() -> sweep("full", options(Map.of(), "1", "1/1", 1.0), 1))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("exists already; go on with --resume");
    assertThatThrownBy(() -> sweep("new", options(Map.of("Speeed", "1,2"), "1", "1/1", 1.0), 1))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("declares no parameter \"Speeed\"");
    assertThat(folder.resolve("new")).doesNotExist();
  }
}
