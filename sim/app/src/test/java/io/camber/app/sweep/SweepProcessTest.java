package io.camber.app.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Sweeps as processes of their own, interrupted and killed. */
@Timeout(240)
class SweepProcessTest {
  private static final Path BUNDLED =
      Path.of("..", "..", "scenarios", "highway-cut-in.xosc").toAbsolutePath().normalize();

  @TempDir
  Path folder;

  private Process camber(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "--enable-native-access=ALL-UNNAMED",
        "-cp",
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
        "io.camber.app.Main",
        "sweep",
        "-q"));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("console.txt").toFile())
        .start();
  }

  private int end(Process process) throws Exception {
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  private String console() throws IOException {
    return Files.readString(folder.resolve("console.txt"));
  }

  private long done(Path sweep) throws IOException {
    Path journal = sweep.resolve("journal.jsonl");
    return Files.exists(journal) ? Files.readString(journal).lines().count() : 0;
  }

  /** Waits until the sweep has at least {@code count} results. */
  private void await(Process process, Path sweep, long count) throws Exception {
    while (done(sweep) < count && process.isAlive()) {
      TimeUnit.MILLISECONDS.sleep(5);
    }
    assertThat(process.isAlive()).as(console()).isTrue();
  }

  @Test
  void aSweepThatIsKilledAndInterruptedGoesOnToTheSameTable() throws Exception {
    String[] sweep = {BUNDLED.toString(), "--ego", "none", "--seeds", "1..400", "--until", "8"};
    Path whole = folder.resolve("whole");
    List<String> arguments = new ArrayList<>(List.of(sweep));
    arguments.addAll(List.of("--out", whole.toString(), "--jobs", "2"));
    assertThat(end(camber(arguments.toArray(String[]::new)))).as(console()).isZero();

    Path broken = folder.resolve("broken");
    arguments = new ArrayList<>(List.of(sweep));
    arguments.addAll(List.of("--out", broken.toString(), "--jobs", "1"));
    Process first = camber(arguments.toArray(String[]::new));
    await(first, broken, 20);
    first.destroyForcibly();
    end(first);
    long afterKill = done(broken);
    assertThat(broken.resolve("results.csv")).doesNotExist();

    Process second = camber("--resume", broken.toString(), "--jobs", "1");
    await(second, broken, afterKill + 20);
    new ProcessBuilder("kill", "-INT", Long.toString(second.pid())).start().waitFor();
    assertThat(end(second)).as(console()).isEqualTo(130);
    assertThat(console()).contains("interrupted; go on with: camber sweep --resume " + broken);
    assertThat(done(broken)).isGreaterThan(afterKill);
    assertThat(broken.resolve("results.csv")).doesNotExist();

    assertThat(end(camber("--resume", broken.toString(), "--jobs", "2")))
        .as(console())
        .isZero();
    assertThat(broken.resolve("results.csv")).hasSameBinaryContentAs(whole.resolve("results.csv"));
    assertThat(broken.resolve("results.parquet"))
        .hasSameBinaryContentAs(whole.resolve("results.parquet"));
  }

  @Test
  void drivenRunsUnderWayWhenItIsInterruptedAreMadeAgain() throws Exception {
    Path out = folder.resolve("driven");
    String[] sweep = {
      BUNDLED.toString(),
      "--perception",
      "truth",
      "--seeds",
      "1..60",
      "--until",
      "4",
      "--worst",
      "0"
    };
    List<String> arguments = new ArrayList<>(List.of(sweep));
    arguments.addAll(List.of("--out", out.toString(), "--jobs", "2"));
    Process process = camber(arguments.toArray(String[]::new));
    await(process, out, 2);

    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();

    assertThat(end(process)).as(console()).isEqualTo(130);
    assertThat(console()).contains("interrupted; go on with: camber sweep --resume " + out);
    assertThat(Files.readString(out.resolve("journal.jsonl"))).doesNotContain("ERROR");
    assertThat(done(out)).isBetween(2L, 59L);
  }

  @Test
  void aRunOverItsTimeIsAnErrorAndTheSweepExitsWithOne() throws Exception {
    Path out = folder.resolve("late");

    Process process = camber(
        BUNDLED.toString(),
        "--seeds",
        "1..2",
        "--out",
        out.toString(),
        "--jobs",
        "1",
        "--timeout",
        "0.2",
        "--worst",
        "0");

    assertThat(end(process)).as(console()).isEqualTo(1);
    assertThat(Files.readString(out.resolve("results.csv")))
        .contains("ERROR,no end after 0.2 s of wall time (--timeout)");
  }
}
