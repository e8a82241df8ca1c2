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
        List.of(
            new RunRecord(new RunKey("a", "SENSORS", 1), Outcome.PASS, "fine", "00ff", metrics)));
    Path file = folder.resolve("main.json");

    Files.writeString(file, BaselineFile.text(runs, "first"));

    assertThat(RunSet.read(file)).isEqualTo(runs);
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
