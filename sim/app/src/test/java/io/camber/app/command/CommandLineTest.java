package io.camber.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CommandLineTest {
  @TempDir
  private Path folder;

  @RegisterExtension
  private final Console console = new Console();

  @Test
  void suggestsABundledScenarioForATypo() {
    assertThat(camber("run", "highway-cut-inn")).isEqualTo(2);
    assertThat(stderr())
        .contains("no scenario 'highway-cut-inn'")
        .contains("did you mean: highway-cut-in?");
  }

  @Test
  void suggestsACommandForATypo() {
    assertThat(camber("rn", "highway-cut-in")).isEqualTo(2);
    assertThat(stderr()).contains("rn").contains("did you mean").contains("run");
  }

  @Test
  void namesAFileThatDoesNotExist() {
    assertThat(camber("run", "nowhere/missing.xosc")).isEqualTo(2);
    assertThat(stderr()).contains("nowhere/missing.xosc: no such file").doesNotContain("\tat ");
  }

  @Test
  void namesFileAndLineOfMalformedXml() throws Exception {
    Path bad = Files.writeString(
        folder.resolve("bad.xosc"), "<OpenSCENARIO>\n  <FileHeader\n</OpenSCENARIO>\n");

    assertThat(camber("run", bad.toString(), "--out", folder.resolve("run").toString()))
        .isEqualTo(2);
    assertThat(stderr()).contains("bad.xosc:3:").doesNotContain("\tat ");
    assertThat(folder.resolve("run")).doesNotExist();
  }

  @Test
  void refusesAnEgoThatIsNotInTheScenario() {
    assertThat(camber(
            "run",
            "stop-and-go",
            "--ego",
            "Nobody",
            "--out",
            folder.resolve("run").toString()))
        .isEqualTo(2);
    assertThat(stderr()).contains("Nobody").contains("Ego");
  }

  @Test
  void refusesBlindDriving() {
    assertThat(camber("run", "stop-and-go", "--sensors", "none")).isEqualTo(2);
    assertThat(stderr()).contains("--perception truth");
  }

  @Test
  void refusesASettingOfAnUnknownNode() {
    assertThat(camber(
            "run",
            "stop-and-go",
            "--config",
            "planing.x=1",
            "--out",
            folder.resolve("run").toString()))
        .isEqualTo(2);
    assertThat(stderr()).contains("planing.x");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "planing.time_gap_s=2 | there is no node planing | did you mean: planning?",
        "planning.time_gpa_s=2 | no such parameter | did you mean: time_gap_s?",
        "planning.time_gap_s=9 | planning.time_gap_s=9 is not a | double in [1.2, 4.0] s",
        "planning.time_gap_s=far | planning.time_gap_s=far is not a | double in [1.2, 4.0] s",
        "guardian.speed_cap_mps=9 | guardian.speed_cap_mps | has no such parameter",
        "speed=9 | parameter speed | is not like planning.time_gap_s"
      })
  void refusesAParameterBeforeAnythingRuns(String given, String what, String why) {
    Path run = folder.resolve("run");

    assertThat(camber("run", "stop-and-go", "--param", given, "--out", run.toString()))
        .isEqualTo(2);
    assertThat(stderr()).contains(what).contains(why).doesNotContain("\tat ");
    assertThat(run).doesNotExist();
    assertThat(folder.resolve("run.part")).doesNotExist();
  }

  @Test
  void aDifferentParameterIsWhereTwoRunsPart() {
    for (String gap : List.of("2.0", "2.5")) {
      camber(
          "run",
          "stop-and-go",
          "--perception",
          "truth",
          "--until",
          "1",
          "--param",
          "planning.time_gap_s=" + gap,
          "--out",
          folder.resolve(gap).toString());
    }
    console.clear();

    assertThat(camber(
            "diff", folder.resolve("2.0").toString(), folder.resolve("2.5").toString()))
        .isEqualTo(5);
    assertThat(console.out()).contains("/parameters sequence 0").contains("value.double_value");
  }

  @Test
  void keepsAGivenParameterInTheRunAndInItsRepetition() throws Exception {
    Path run = folder.resolve("run");
    String given = "planning.speed_cap_mps=7.5";

    camber(
        "run",
        "stop-and-go",
        "--perception",
        "truth",
        "--until",
        "1",
        "--param",
        given,
        "--out",
        run.toString());

    assertThat(Files.readString(run.resolve("result.json"))).contains("--param " + given);
    assertThat(camber("rerun", run.toString())).isZero();
  }

  @Test
  void printsJsonAndNothingElse() {
    camber(
        "run",
        "stop-and-go",
        "--perception",
        "truth",
        "--until",
        "1",
        "--json",
        "--out",
        folder.resolve("run").toString());

    var json = com.google.gson.JsonParser.parseString(console.out()).getAsJsonObject();
    assertThat(json.keySet())
        .contains(
            "schema",
            "scenario",
            "seed",
            "outcome",
            "reason",
            "simulatedS",
            "wallS",
            "realTimeFactor",
            "hash",
            "versions",
            "metrics",
            "events");
    assertThat(stderr()).isEmpty();
  }

  @Test
  void namesABundledScenarioInTheReportAndNoPlaceOnThisMachine() throws Exception {
    Path run = folder.resolve("run");
    String home = System.getProperty("camber.home");

    camber("run", "stop-and-go", "--perception", "truth", "--until", "1", "--out", run.toString());

    String command = "camber run stop-and-go --seed 1 --until 1.0 --perception truth";
    assertThat(Files.readString(run.resolve("result.json"))).contains(command).doesNotContain(home);
    assertThat(Files.readString(run.resolve("report.html"))).contains(command).doesNotContain(home);
  }

  @Test
  void repeatsTheNameOfAnyOtherFileAsItWasTyped() throws Exception {
    Path run = folder.resolve("run");
    String typed = copyOfTheScenarios() + "/./stop-and-go.xosc";

    camber("run", typed, "--perception", "truth", "--until", "1", "--out", run.toString());

    assertThat(Files.readString(run.resolve("result.json")))
        .contains("camber run " + typed + " --seed 1");
    assertThat(camber("rerun", run.toString())).isZero();
  }

  private Path copyOfTheScenarios() throws IOException {
    Path from = Path.of("..", "..", "scenarios");
    Path to = folder.resolve("copy");
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
    return to;
  }

  @Test
  void repeatsARunToTheSameHash() {
    Path run = folder.resolve("run");
    camber("run", "stop-and-go", "--perception", "truth", "--until", "1", "--out", run.toString());

    assertThat(camber("rerun", run.toString())).isZero();
    assertThat(console.out()).contains("the same run, byte for byte");
  }

  @Test
  void listsShowsAndChecksBundledScenarios() {
    assertThat(camber("scenario", "list")).isZero();
    assertThat(camber("scenario", "show", "highway-cut-in")).isZero();
    assertThat(camber("scenario", "check", "highway-cut-in")).isZero();
    assertThat(console.out()).contains("highway-cut-in").contains("Ego").contains(": sound");
  }

  @Test
  void drawsAMap() throws Exception {
    Path map = Path.of("..", "..", "scenarios", "maps", "signal-crossing.xodr");
    Path svg = folder.resolve("map.svg");

    assertThat(camber("map", "show", map.toString(), "--out", svg.toString())).isZero();
    assertThat(Files.readString(svg)).startsWith("<svg").contains("</svg>");
  }

  @Test
  void completesAndChecksTheMachine() {
    assertThat(camber("completion", "bash")).isZero();
    assertThat(camber("doctor")).isZero();
    assertThat(console.out()).contains("complete").contains("ok    java");
  }

  @Test
  void tellsAProgramWhatItFoundOnTheMachine() {
    assertThat(camber("doctor", "--json")).isZero();

    assertThat(JsonParser.parseString(console.out()).getAsJsonArray())
        .hasSizeGreaterThan(5)
        .allMatch(each ->
            each.getAsJsonObject().keySet().containsAll(List.of("check", "state", "text", "fix")));
  }

  @Test
  void aKeyFileThatABusRefusesFailsTheMachine() throws IOException {
    Path key = Files.writeString(folder.resolve("key"), "short");

    assertThat(camber("doctor", "--key", key.toString())).isEqualTo(1);
    assertThat(console.out()).contains("FAIL  key file").contains("fix:");
  }

  @Test
  void metricsNeedABus() {
    assertThat(camber("run", "highway-cut-in", "--metrics", "0")).isEqualTo(2);
    assertThat(stderr()).contains("--metrics reads the counters of a bus").contains("--processes");
  }

  @Test
  void playsAFolderOfScenariosAndWritesTheirTrajectories() throws IOException {
    Path scenarios = Path.of(System.getProperty("camber.home"), "scenarios");

    int code = camber(
        "scenario",
        "play",
        scenarios.toString(),
        "--until",
        "1",
        "--trajectories",
        folder.toString());

    assertThat(code).as(stderr()).isZero();
    assertThat(console.out()).contains("highway-cut-in: played 1.00 s").contains(" 0 refused");
    assertThat(Files.readAllLines(folder.resolve("highway-cut-in.csv")).get(0))
        .startsWith("time,name,x,y");
  }

  @Test
  void checkingNamesEveryMistakeAndExitsWithTwo() throws IOException {
    Path file = Files.writeString(
        folder.resolve("bad.xosc"),
        "<OpenSCENARIO><FileHeader revMajor=\"1\" revMinor=\"2\"/><CatalogLocations/><Entities/><Storyboard/></OpenSCENARIO>");

    assertThat(camber("scenario", "check", file.toString())).isEqualTo(2);
    assertThat(console.out())
        .contains(
            "bad.xosc:1: error: <OpenSCENARIO> needs a child <RoadNetwork> [asam.net:xosc:1.0.0:xml.valid_schema]")
        .contains("bad: not sound");
    assertThat(camber("scenario", "check", file.toString(), "--rule", "valid_xml_document"))
        .isZero();
  }

  private static int camber(String... arguments) {
    return CamberCommand.execute(arguments);
  }

  private String stderr() {
    return console.err();
  }
}
