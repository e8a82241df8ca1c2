package io.camber.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.app.command.option.ExitCode;
import io.camber.mcap.McapDoctor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What commands write to pipes, real ones. */
@Timeout(120)
final class StreamOutputTest {
  @TempDir
  private Path folder;

  @RegisterExtension
  private final Console console = new Console();

  private Path log = Path.of("");

  @BeforeEach
  void record() throws IOException {
    log = SampleLog.standing(folder.resolve("a.mcap"));
  }

  private Path fifo(String name) throws Exception {
    Path fifo = folder.resolve(name);
    assertThat(new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor()).isZero();
    return fifo;
  }

  private static CompletableFuture<byte[]> reader(Path fifo) {
    return CompletableFuture.supplyAsync(() -> {
      try {
        return Files.readAllBytes(fifo);
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    });
  }

  private byte[] converted() throws IOException {
    Path file = folder.resolve("converted.mcap");
    assertThat(CamberCommand.execute(
            new String[] {"log", "convert", log.toString(), "-o", file.toString()}))
        .isZero();
    return Files.readAllBytes(file);
  }

  @Test
  void aPipeTakesALogAndStaysAPipe() throws Exception {
    Path fifo = fifo("p.mcap");
    CompletableFuture<byte[]> read = reader(fifo);

    assertThat(CamberCommand.execute(
            new String[] {"log", "convert", log.toString(), "-o", fifo.toString()}))
        .isZero();

    assertThat(read.get(30, TimeUnit.SECONDS)).isEqualTo(converted());
    assertThat(fifo).exists();
    assertThat(Files.isRegularFile(fifo)).isFalse();
  }

  @Test
  void aPipeTakesAPictureAndStaysAPipe() throws Exception {
    Path fifo = fifo("p.png");
    CompletableFuture<byte[]> read = reader(fifo);

    assertThat(CamberCommand.execute(new String[] {
          "map", "export", "../../scenarios/maps/signal-crossing.xodr", "--out", fifo.toString()
        }))
        .isZero();

    assertThat(ImageIO.read(new ByteArrayInputStream(read.get(30, TimeUnit.SECONDS)))
            .getWidth())
        .isEqualTo(1600);
    assertThat(fifo).exists();
    assertThat(Files.isRegularFile(fifo)).isFalse();
  }

  @Test
  void aReplayIntoAPipeIsRefusedAndThePipeStays() throws Exception {
    Path fifo = fifo("p.mcap");

    assertThat(CamberCommand.execute(
            new String[] {"replay", log.toString(), "--node", "localization", "-o", fifo.toString()
            }))
        .isEqualTo(ExitCode.USAGE);

    assertThat(console.err())
        .startsWith("error: " + fifo + ": is a pipe or a device")
        .hasLineCount(1);
    assertThat(fifo).exists();
    assertThat(Files.isRegularFile(fifo)).isFalse();
  }

  private Process camber(ProcessBuilder.Redirect out, String... arguments) throws IOException {
    List<String> words = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "--enable-native-access=ALL-UNNAMED",
        "-cp",
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
        "io.camber.app.Main"));
    words.addAll(List.of(arguments));
    return new ProcessBuilder(words)
        .redirectOutput(out)
        .redirectError(folder.resolve("console.txt").toFile())
        .start();
  }

  @Test
  void whatGoesThroughStandardOutputIsTheLogAlone() throws Exception {
    Process process =
        camber(ProcessBuilder.Redirect.PIPE, "log", "convert", log.toString(), "-o", "/dev/stdout");
    byte[] piped = process.getInputStream().readAllBytes();
    assertThat(process.waitFor()).isZero();

    assertThat(piped).isEqualTo(converted());
    assertThat(McapDoctor.examine(Files.write(folder.resolve("piped.mcap"), piped)))
        .isEmpty();
    assertThat(folder.resolve("console.txt"))
        .hasContent("/dev/stdout  300 messages, 0 attachments, 0 metadata records\n");
  }

  @Test
  void whatTheShellBeganForStandardOutputBecomesTheLogAlone() throws Exception {
    Path file = folder.resolve("shell.mcap");
    Process process = camber(
        ProcessBuilder.Redirect.to(file.toFile()),
        "log",
        "convert",
        log.toString(),
        "-o",
        "/dev/stdout");
    assertThat(process.waitFor()).isZero();

    assertThat(file).hasBinaryContent(converted());
    assertThat(folder.resolve("console.txt")).content().contains("300 messages");
  }

  @Test
  void whatIsInAFileIsNotLostToStandardOutput() throws Exception {
    Path file = Files.writeString(folder.resolve("shell.mcap"), "the only copy");
    Process process = camber(
        ProcessBuilder.Redirect.appendTo(file.toFile()),
        "log",
        "convert",
        log.toString(),
        "-o",
        "/dev/stdout");

    assertThat(process.waitFor()).isEqualTo(ExitCode.USAGE);
    assertThat(file).hasContent("the only copy");
    assertThat(folder.resolve("console.txt"))
        .hasContent("error: /dev/stdout: is there already; --force replaces it\n");
  }
}
