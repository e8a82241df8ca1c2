package io.camber.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.app.command.option.ExitCode;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Commands in processes of their own that are stopped, by somebody or by the disk, while they write. */
@Timeout(180)
final class InterruptedOutputTest {
  private static final int SIGINT = 130;
  private static final int PIPE_BYTES = 1 << 16;

  @TempDir
  private Path work;

  @TempDir
  private Path elsewhere;

  private Process camber(String before, String... arguments) throws IOException {
    return camber(before, false, arguments);
  }

  private Process camber(String before, boolean tellsProgress, String... arguments)
      throws IOException {
    List<String> words = new ArrayList<>(List.of(
        "bash",
        "-c",
        before + "exec \"$@\"",
        "bash",
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-XX:-UsePerfData",
        "-Dcamber.terminal=" + tellsProgress,
        "--enable-native-access=ALL-UNNAMED",
        "-cp",
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
        "io.camber.app.Main"));
    words.addAll(List.of(arguments));
    return new ProcessBuilder(words)
        .redirectErrorStream(true)
        .redirectOutput(elsewhere.resolve("console.txt").toFile())
        .start();
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(work)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  private String console() throws IOException {
    return Files.readString(elsewhere.resolve("console.txt"));
  }

  /** Ends a process as Ctrl-C does, as soon as it writes. */
  private void interruptWhileWriting(Process process) throws Exception {
    interruptWhileWriting(process, ".part");
  }

  private void interruptWhileWriting(Process process, String ending) throws Exception {
    while (files().stream().noneMatch(name -> name.endsWith(ending)) && process.isAlive()) {
      TimeUnit.MILLISECONDS.sleep(1);
    }
    assertThat(process.isAlive()).as(console()).isTrue();
    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(console()).isEqualTo(SIGINT);
  }

  @Test
  void anInterruptedConversionLeavesNothingAndWhatWasThere() throws Exception {
    Path log = SampleLog.many(elsewhere.resolve("many.mcap"), 20_000);
    Path there = Files.writeString(work.resolve("out.mcap"), "the last one");
    Path full = elsewhere.resolve("full");
    assertThat(new ProcessBuilder("mkfifo", full.toString()).start().waitFor()).isZero();

    // its first word of progress finds a full pipe, so it waits in the middle of its work
    try (RandomAccessFile pipe = new RandomAccessFile(full.toFile(), "rw")) {
      pipe.write(new byte[PIPE_BYTES]);
      String deaf = "exec 2>'" + full + "'; ";
      interruptWhileWriting(
          camber(deaf, true, "log", "convert", log.toString(), "--force", "-o", there.toString()));
    }

    assertThat(there).hasContent("the last one");
    assertThat(files()).containsExactly("out.mcap");
  }

  @Test
  void anInterruptedReplayLeavesNoLog() throws Exception {
    Path log = SampleLog.standing(elsewhere.resolve("a.mcap"));

    Process process = camber(
        "",
        "replay",
        log.toString(),
        "--node",
        "localization",
        "--rate",
        "0.01",
        "-o",
        work.resolve("said.mcap").toString());
    interruptWhileWriting(process, ".part.part");

    assertThat(files()).isEmpty();
  }

  @Test
  void whatTheDiskHasNoRoomForIsSaidInOneLineAndLeavesNothing() throws Exception {
    Path heavy = SampleLog.heavy(elsewhere.resolve("heavy.mcap"), 8);
    String target = work.resolve("out.mcap").toString();

    Process process = camber("ulimit -f 4096; ", "log", "convert", heavy.toString(), "-o", target);

    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(console())
        .isEqualTo("error: " + target + ": cannot be made: the disk refuses: File too large\n");
    assertThat(process.exitValue()).isEqualTo(ExitCode.USAGE);
    assertThat(files()).isEmpty();
  }

  @Test
  void aReplayThatTheDiskHasNoRoomForLeavesNoLog() throws Exception {
    Path log = SampleLog.standing(elsewhere.resolve("a.mcap"));
    String target = work.resolve("said.mcap").toString();

    Process process =
        camber("ulimit -f 1; ", "replay", log.toString(), "--node", "localization", "-o", target);

    assertThat(process.waitFor(100, TimeUnit.SECONDS)).isTrue();
    assertThat(console())
        .isEqualTo("error: " + target
            + ": cannot be written: the recording is incomplete: File too large\n");
    assertThat(process.exitValue()).as(console()).isEqualTo(ExitCode.USAGE);
    assertThat(files()).isEmpty();
  }
}
