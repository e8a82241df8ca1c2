package io.camber.app.rig;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.bus.shm.BusFolder;
import io.camber.bus.shm.file.Processes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Processes of a run end with their launcher, however early it dies. */
@Timeout(60)
final class OrphanTest {
  @TempDir
  private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"", "--realtime"})
  void aLauncherKilledDuringTheStartLeavesNobodyBehind(String mode) throws Exception {
    Process launcher = launcher(mode);
    Set<ProcessHandle> children = new TreeSet<>();
    try {
      while (children.size() < 3) {
        launcher.children().forEach(children::add);
        Thread.sleep(1);
      }
      launcher.destroyForcibly().waitFor();

      while (children.stream().anyMatch(OrphanTest::isRunning)) {
        Thread.sleep(20);
      }
      Optional<BusFolder> bus = folderOf("run-" + launcher.pid());
      assertThat(bus.map(BusFolder::living).orElse(List.of())).isEmpty();
      bus.ifPresent(OrphanTest::clean);
    } finally {
      children.forEach(ProcessHandle::destroyForcibly);
      launcher.destroyForcibly();
    }
  }

  @Test
  void aHostInLockstepThatIsToldToEndLeavesNoFiles() throws Exception {
    String bus = "told-to-end-" + ProcessHandle.current().pid();
    String scenario = Path.of("..", "..", "scenarios", "stop-and-go.xosc").toString();
    try (NodeProcess host = NodeProcess.start(
        "control",
        List.of("node", "host", "control", "--bus", "shm:" + bus, scenario),
        folder.resolve("log").toFile())) {
      while (!folderOf(bus).map(BusFolder::living).orElse(List.of()).contains("control")) {
        assertThat(host.isAlive()).isTrue();
        Thread.sleep(20);
      }
      host.requestEnd();
      while (host.isAlive()) {
        Thread.sleep(20);
      }
      BusFolder left = folderOf(bus).orElseThrow();
      assertThat(left.living()).isEmpty();
      assertThat(left.dead()).isEmpty();
      left.removeIfEmpty();
    }
  }

  private static Optional<BusFolder> folderOf(String bus) throws IOException {
    return BusFolder.find(BusFolder.defaultRoot(), bus);
  }

  /** A child that nobody waits for stays a zombie where nobody adopts it. */
  private static boolean isRunning(ProcessHandle process) {
    return Processes.start(process.pid()) != 0;
  }

  @Test
  void aLaterProcessOfTheSameIdIsNotTakenForTheLauncher() {
    Launcher here = Launcher.here();

    assertThat(here.isRunning()).isTrue();
    assertThat(Launcher.parse(here.text())).isEqualTo(here);
    assertThat(new Launcher(here.pid(), here.start() + 1).isRunning()).isFalse();
  }

  private static void clean(BusFolder bus) {
    try {
      bus.clean();
      BusFolder.find(BusFolder.defaultRoot(), bus.name()).orElseThrow().removeIfEmpty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Process launcher(String mode) throws IOException {
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx600m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-Dcamber.home=" + Path.of("..", "..").toAbsolutePath().normalize(),
        "-cp",
        System.getProperty("java.class.path"),
        "io.camber.app.Main",
        "run",
        "highway-cut-in",
        "--perception",
        "truth",
        "--processes",
        "shm",
        "--out",
        folder.resolve("run").toString()));
    command.addAll(mode.isEmpty() ? List.of() : List.of(mode));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("log").toFile())
        .start();
  }
}
