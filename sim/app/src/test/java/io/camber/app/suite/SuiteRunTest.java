package io.camber.app.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.app.command.CamberCommand;
import io.camber.app.command.Console;
import io.camber.jury.result.Repeats;
import io.camber.jury.result.RunSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A suite's folder is gone on with by the very same suite, setup and build, and by nothing else. */
final class SuiteRunTest {
  private static final Path SCENARIOS =
      Path.of("..", "..", "scenarios").toAbsolutePath().normalize();

  @RegisterExtension
  final Console console = new Console();

  @TempDir
  private Path folder;

  @Test
  void figuresOfOnePlannerAreNeverPrintedForAnother() throws IOException {
    Path mini = suite("mini", 1, "country-road");
    assertThat(eval(mini)).isZero();
    String table = Files.readString(table());

    assertThat(eval(mini, "--planner", "idm")).isEqualTo(2);
    assertThat(console.err())
        .contains("holds other runs")
        .contains("--planner idm")
        .contains("name a new folder");
    assertThat(Files.readString(table())).isEqualTo(table);
    assertThat(Files.readString(out().resolve("suite.txt"))).doesNotContain("idm");

    console.clear();
    assertThat(eval(mini)).isZero();
    assertThat(Files.readString(table())).isEqualTo(table);
  }

  @Test
  void anotherVersionOfASuiteAndOneThatWasEditedAreRefused() throws IOException {
    assertThat(eval(suite("mini", 1, "country-road"))).isZero();

    assertThat(eval(suite("mini", 2, "country-road"))).isEqualTo(2);
    assertThat(console.err()).contains("holds runs of suite mini/1, not of mini/2");
    console.clear();
    assertThat(eval(suite("mini", 1, "stop-and-go"))).isEqualTo(2);
    assertThat(console.err()).contains("has changed since it was begun");
  }

  @Test
  void tagsThatChangedAreThoseOfTheRunsThatAreThere() throws IOException {
    Path mini = suite("mini", 1, "country-road");
    assertThat(eval(mini)).isZero();
    assertThat(RunSet.read(out()).tags().scenarios()).isEmpty();

    Files.writeString(mini, Files.readString(mini) + "tags: {rural: [country-road]}\n");
    assertThat(eval(mini)).isZero();

    assertThat(RunSet.read(out()).tags().has("rural", "country-road")).isTrue();
  }

  @Test
  void aRunThatWasKeptTellsThatItRepeats() throws IOException {
    assertThat(eval(suite("mini", 1, "country-road"), "--worst", "1")).isZero();

    assertThat(RunSet.read(out()).runs().values())
        .singleElement()
        .satisfies(run -> assertThat(run.metric(Repeats.DIFFERS)).isZero())
        .satisfies(run -> assertThat(run.metric("stop.distance")).isPositive())
        .satisfies(run -> assertThat(run.made().build()).isNotEmpty());
    RunSet kept = RunSet.read(out().resolve("t/runs/000000"));
    assertThat(kept.runs().values())
        .singleElement()
        .satisfies(run -> assertThat(run.metric("stop.distance")).isPositive());
  }

  @Test
  void anotherBuildDoesNotGoOnWithASuite() throws IOException {
    Path mini = suite("mini", 1, "country-road");
    assertThat(eval(mini)).isZero();
    Path sweep = out().resolve("t/sweep.json");
    Files.writeString(
        sweep,
        Files.readString(sweep).replaceFirst("\"build\": \"[0-9a-f]+\"", "\"build\": \"0\""));

    assertThat(eval(mini)).isEqualTo(2);
    assertThat(console.err()).contains("another build of Camber began it");
  }

  @Test
  void aFolderThatHoldsSomethingElseIsNotTaken() throws IOException {
    Files.createDirectories(out());
    Files.writeString(out().resolve("mine.txt"), "mine");

    assertThat(eval(suite("mini", 1, "country-road"))).isEqualTo(2);
    assertThat(console.err()).contains("holds no suite");
    try (Stream<Path> files = Files.list(out())) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void runsBesideASuiteAreRefusedInsteadOfForgotten() throws IOException {
    assertThat(eval(suite("mini", 1, "country-road"), "runs/a")).isEqualTo(2);
    assertThat(console.err()).contains("leave runs/a or --suite out");
  }

  @Test
  void groupsBringTheirOwnWeatherFaultsAndParameters() throws IOException {
    Path mixed = Files.writeString(folder.resolve("mixed.yaml"), """
        name: mixed
        version: 1
        about: a test
        groups:
          - {name: plain, perception: truth, until: 0.5, scenarios: [SCENARIO]}
          - name: broken
            perception: truth
            until: 0.5
            weather: night
            faults: ["pose:freeze@0s.."]
            parameters: {egoSpeed: "14..20:1"}
            sample: 3
            scenarios: [SCENARIO]
        """.replace(
            "SCENARIO", SCENARIOS.resolve("country-road.xosc").toString()));

    assertThat(eval(mixed, "--fault", "plan:empty@0.4s..")).isIn(0, 4);

    RunSet runs = RunSet.read(out());
    assertThat(runs.runs().values())
        .extracting(run -> run.made().setup())
        .containsExactlyInAnyOrder(
            "faults=plan:empty@0.4s..",
            "faults=pose:freeze@0s..,plan:empty@0.4s.. weather=night",
            "faults=pose:freeze@0s..,plan:empty@0.4s.. weather=night",
            "faults=pose:freeze@0s..,plan:empty@0.4s.. weather=night");
    assertThat(runs.runs().keySet().stream().filter(key -> key.variant().contains("egoSpeed=")))
        .hasSize(3);
    assertThat(Files.readString(out().resolve("suite.txt")))
        .contains(
            "group broken in night, with pose:freeze@0s.., with egoSpeed=14..20:1, 3 runs drawn");
  }

  @Test
  void aFaultThatThereIsNotIsRefusedBeforeAnythingIsWritten() throws IOException {
    Path suite = Files.writeString(folder.resolve("bad.yaml"), """
        name: bad
        version: 1
        about: a test
        groups:
          - {name: a, weather: hail, scenarios: [country-road]}
        """);

    assertThat(eval(suite)).isEqualTo(2);
    assertThat(console.err()).contains("group a:").contains("hail");
    assertThat(out()).doesNotExist();
  }

  private int eval(Path suite, String... more) {
    List<String> words = new ArrayList<>(List.of(
        "eval", "--suite", suite.toString(), "--jobs", "1", "-q", "--out", out().toString()));
    words.addAll(List.of(more));
    if (!words.contains("--worst")) {
      words.addAll(List.of("--worst", "0"));
    }
    return CamberCommand.execute(words.toArray(String[]::new));
  }

  private Path out() {
    return folder.resolve("out");
  }

  private Path table() {
    return out().resolve("t/results.csv");
  }

  private Path suite(String name, int version, String scenario) throws IOException {
    return Files.writeString(
        folder.resolve(name + ".yaml"),
        "name: " + name + "\nversion: " + version + "\nabout: a test\ngroups:\n"
            + "  - {name: t, perception: truth, seeds: 1, until: 0.5, scenarios: ["
            + SCENARIOS.resolve(scenario + ".xosc") + "]}\n");
  }
}
