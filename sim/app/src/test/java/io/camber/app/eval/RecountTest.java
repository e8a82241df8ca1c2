package io.camber.app.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camber.app.command.CamberCommand;
import io.camber.app.simulation.RunFolder;
import io.camber.app.simulation.Simulation;
import io.camber.diagnostics.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RecountTest {
  @TempDir
  private Path folder;

  @Test
  void aLogGivesTheBytesThatTheRunWrote() throws IOException {
    Path run = run();

    Recount recount = Recount.of(run, false);

    assertThat(recount.changed()).isEmpty();
    assertThat(CamberCommand.execute(new String[] {"eval", run.toString()})).isZero();

    // whatever was changed by hand is noticed, and put right by --update
    Path result = run.resolve(RunFolder.RESULT);
    String right = Files.readString(result);
    Files.writeString(result, right.replaceFirst("\"outcome\": \"PASS\"", "\"outcome\": \"FAIL\""));
    Files.delete(run.resolve(RunFolder.METRICS));
    assertThat(CamberCommand.execute(new String[] {"eval", folder.toString()})).isEqualTo(5);
    assertThat(CamberCommand.execute(new String[] {"eval", folder.toString(), "--update"}))
        .isZero();
    assertThat(Files.readString(result)).isEqualTo(right);
    assertThat(run.resolve(RunFolder.METRICS)).exists();
    assertThat(run.resolve(RunFolder.REPORT)).exists();
  }

  @Test
  void aNodeThatFailedIsFoundInTheLog() throws IOException {
    Path run = Simulation.of(Path.of("..", "..", "scenarios", "highway-cut-in.xosc"))
        .truthPerception()
        .fault("planning:crash@2s..")
        .until(4.0)
        .out(folder.resolve("crash"))
        .run()
        .folder()
        .orElseThrow();

    assertThat(Files.readString(run.resolve(RunFolder.RESULT)))
        .contains("node planning failed", "\"outcome\": \"FAIL\"");
    assertThat(Recount.of(run, false).changed()).isEmpty();
  }

  @Test
  void saysWhatAFolderLacks() {
    assertThatThrownBy(() -> Recount.of(folder, false))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("is no run folder");
    assertThat(CamberCommand.execute(new String[] {"eval", folder.toString()})).isEqualTo(2);
    assertThat(CamberCommand.execute(new String[] {"eval", "--suite", "smok"})).isEqualTo(2);
  }

  private Path run() {
    return Simulation.of(Path.of("..", "..", "scenarios", "highway-cut-in.xosc"))
        .truthPerception()
        .until(7.0)
        .out(folder.resolve("run"))
        .run()
        .folder()
        .orElseThrow();
  }
}
