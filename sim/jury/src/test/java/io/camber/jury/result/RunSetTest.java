package io.camber.jury.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camber.diagnostics.InputException;
import io.camber.evaluation.judgement.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunSetTest {
  @TempDir
  private Path folder;

  @Test
  void readsTheTableOfASweep() throws IOException {
    Files.writeString(folder.resolve("sweep.json"), "{\"perception\": \"TRUTH\"}");
    Files.writeString(
        folder.resolve("results.csv"),
        "run,scenario,seed,param.v,outcome,reason,hash,score.cls,ttc.min\n"
            + "0,/some/where/cut-in.xosc,3,20,FAIL,\"hit, \"\"hard\"\"\",abc,0.25,\n");

    RunSet runs = RunSet.read(folder);

    RunRecord run = Objects.requireNonNull(runs.runs().get(new RunKey("cut-in", "TRUTH v=20", 3)));
    assertThat(run.outcome()).isEqualTo(Outcome.FAIL);
    assertThat(run.reason()).isEqualTo("hit, \"hard\"");
    assertThat(run.metric("score.cls")).isEqualTo(0.25);
    assertThat(run.metric("ttc.min")).isNaN();
  }

  @Test
  void aBaselineIsReadAsItWasWritten() throws IOException {
    TreeMap<String, Double> metrics = new TreeMap<>();
    metrics.put("score.cls", 0.123456789012345);
    RunSet runs = RunSet.of(
        "now",
        List.of(new RunRecord(
            new RunKey("a", "SENSORS", 1),
            Outcome.PASS,
            "fine",
            "00ff",
            metrics,
            new Circumstances(12.5, "planner=IDM", "sensors", "0a1b"))));
    Path file = folder.resolve("main.json");

    Files.writeString(file, BaselineFile.text(runs, "first"));

    assertThat(RunSet.read(file)).isEqualTo(runs);
  }

  @Test
  void aSweepAndARunSayHowTheyWereMade() throws IOException {
    sweep(
        "a",
        "\"untilS\": 22.0, \"setup\": {\"faults\": [\"pose:freeze\"], \"weather\": \"night\","
            + " \"rig\": \"\", \"planner\": \"IDM\", \"latenciesMs\": {\"planning\": 12.5}}");
    run("b", "\"untilS\": 2.0, \"planner\": \"IDM\", \"faults\": [\"pose:freeze\"]");

    Circumstances swept = only(folder.resolve("a")).made();
    assertThat(swept.untilS()).isEqualTo(22.0);
    assertThat(swept.setup())
        .isEqualTo("faults=pose:freeze weather=night planner=IDM latenciesMs=planning:12.5");
    Circumstances ran = only(folder.resolve("b")).made();
    assertThat(ran.untilS()).isEqualTo(2.0);
    assertThat(ran.setup()).isEqualTo("faults=pose:freeze planner=IDM");
    assertThat(ran.isAsLongAs(swept)).isFalse();
  }

  @Test
  void aSingleRunBesideASweepIsNotForgotten() throws IOException {
    sweep("a", "\"untilS\": 22.0");
    run("a/runs/000000", "\"untilS\": 22.0");
    run("b", "\"untilS\": 22.0");

    // the sweep's one run, kept or not, and the single one
    assertThat(RunSet.read(folder).runs().keySet())
        .extracting(RunKey::text)
        .containsExactly("cut-in (TRUTH) seed 3", "cut-out (TRUTH) seed 3");
  }

  @Test
  void groupsOfASuiteThatDriveTheSameAreToldApart() throws IOException {
    sweep("day", "\"untilS\": 22.0");
    sweep("night", "\"untilS\": 22.0, \"setup\": {\"weather\": \"night\"}");

    assertThat(RunSet.read(folder).runs().keySet())
        .extracting(RunKey::variant)
        .containsExactly("TRUTH group day", "TRUTH group night");
  }

  @Test
  void aRunThatASweepKeptSaysWhetherItCameOutTheSameAgain() throws IOException {
    sweep("a", "\"untilS\": 22.0, \"build\": \"0a1b\"");
    Path again = Files.createDirectories(folder.resolve("a/runs/000000")).resolve("result.json");
    assertThat(only(folder.resolve("a")).metric(Repeats.DIFFERS)).isNaN();
    assertThat(only(folder.resolve("a")).made().build()).isEqualTo("0a1b");

    Files.writeString(again, result("cut-in", "abc", "\"untilS\": 22.0"));
    assertThat(only(folder.resolve("a")).metric(Repeats.DIFFERS)).isZero();

    Files.writeString(again, result("cut-in", "other", "\"untilS\": 22.0"));
    assertThat(only(folder.resolve("a")).metric(Repeats.DIFFERS)).isEqualTo(1.0);
    assertThat(only(folder).metric(Repeats.DIFFERS)).isEqualTo(1.0);

    // a storyboard's table holds hashes of motion alone
    sweep("a", "\"ego\": \"none\"");
    assertThat(only(folder).metric(Repeats.DIFFERS)).isNaN();
  }

  private static RunRecord only(Path path) {
    return RunSet.read(path).runs().values().iterator().next();
  }

  private void sweep(String name, String facts) throws IOException {
    Path sweep = Files.createDirectories(folder.resolve(name));
    Files.writeString(sweep.resolve("sweep.json"), "{\"perception\": \"TRUTH\", " + facts + "}");
    Files.writeString(
        sweep.resolve("results.csv"),
        "run,scenario,seed,outcome,reason,hash,score.cls\n0,cut-in.xosc,3,PASS,fine,abc,0.25\n");
  }

  private void run(String name, String options) throws IOException {
    Path run = Files.createDirectories(folder.resolve(name));
    Files.writeString(run.resolve("result.json"), result("cut-out", "abc", options));
  }

  private static String result(String scenario, String hash, String options) {
    return "{\"scenario\": \"" + scenario
        + ".xosc\", \"seed\": 3, \"outcome\": \"PASS\", \"reason\": \"fine\"," + " \"hash\": \""
        + hash + "\", \"perception\": \"truth\", \"metrics\": {},"
        + " \"options\": {\"parameters\": {}, " + options + "}}";
  }

  @Test
  void saysWhatAFolderLacks() throws IOException {
    assertThatThrownBy(() -> RunSet.read(folder))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("holds neither a run");
    assertThatThrownBy(() -> RunSet.read(folder.resolve("nowhere")))
        .hasMessageContaining("no such folder or baseline file");
    Files.writeString(folder.resolve("results.csv"), "run,scenario\n0\n");
    assertThatThrownBy(() -> RunSet.read(folder))
        .hasMessageContaining("results.csv:2: has 1 cells");
    Files.writeString(folder.resolve("b.json"), "{\"schema\": \"other\"}");
    assertThatThrownBy(() -> RunSet.read(folder.resolve("b.json")))
        .hasMessageContaining("is no baseline");
  }
}
