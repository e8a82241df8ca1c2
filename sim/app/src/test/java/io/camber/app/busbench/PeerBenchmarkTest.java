package io.camber.app.busbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camber.diagnostics.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class PeerBenchmarkTest {
  @TempDir
  private Path folder;

  private static PeerBenchmark.Options options(Optional<Path> aeron, String only) {
    return new PeerBenchmark.Options(1, 0.05, true, aeron, only);
  }

  @Test
  void aPeerThatIsNotThereIsLeftOutByNameAndCamberIsMeasured() throws IOException {
    Path empty = Files.createFile(folder.resolve("aeron-all.jar"));
    List<String> progress = new ArrayList<>();

    PeerReport report = new PeerBenchmark(
            options(Optional.of(empty), "copied in and out, 64 B"), progress::add)
        .run();

    assertThat(report.leftOut())
        .singleElement()
        .asString()
        .startsWith("Aeron IPC spinning, Aeron IPC backing off, Aeron UDP is left out")
        .contains("mvn dependency:get -Dartifact=io.aeron:aeron-all:1.51.0")
        .contains(empty.toString());
    Series camber = report.comparisons().get(0).find(Camber.NAME).orElseThrow();
    assertThat(camber.median()).isPositive();
    assertThat(progress).last().asString().contains("Camber").contains("us, cores");
    assertThat(ProcessHandle.current().children().map(each -> each.info().commandLine()))
        .noneMatch(line -> line.orElse("").contains("WireBench"));
  }

  @Test
  void aJarThatDoesNotExistIsRefused() {
    Path missing = folder.resolve("no.jar");

    assertThatThrownBy(
            () -> new PeerBenchmark(options(Optional.of(missing), "64 B"), line -> {}).run())
        .isInstanceOf(InputException.class)
        .hasMessageContaining("--aeron " + missing);
  }

  @Test
  void cellsThatDoNotExistAreRefusedWithThoseThatDo() {
    assertThatThrownBy(() -> new PeerBenchmark(options(Optional.empty(), "3 B"), line -> {}).run())
        .isInstanceOf(InputException.class)
        .hasMessageContaining("--only 3 B")
        .hasMessageContaining("one way, reliable, spinning, copied, 64 KiB");
  }

  @Test
  void theNewestAeronOfARepositoryIsTaken() throws IOException {
    for (String version : List.of("1.9.0", "1.51.0", "1.50.3")) {
      Path jars = Files.createDirectories(folder.resolve("io/aeron/aeron-all/" + version));
      Files.createFile(jars.resolve("aeron-all-" + version + ".jar"));
      Files.createFile(jars.resolve("aeron-all-" + version + "-sources.jar"));
    }

    assertThat(Aeron.find(folder).orElseThrow()).hasFileName("aeron-all-1.51.0.jar");
    assertThat(Aeron.find(folder.resolve("nothing"))).isEmpty();
  }
}
