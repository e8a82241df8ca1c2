package io.camber.bus.shm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Test plan SHM-06: names that are taken and memory that is full. */
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class CrampedBusTest {
  @TempDir
  private Path directory;

  private WatchedBus bus;

  @BeforeEach
  void start() {
    bus = new WatchedBus(directory.resolve("bus"));
  }

  @AfterEach
  void stop() {
    bus.close();
  }

  @Test
  void keepsANameEvenWhenItsLockFileWasOpenedAndClosedByThisProcess() throws Exception {
    bus.wire().openWriter(ChildMain.ALL, "taken");
    Files.readAllBytes(bus.root().resolve("test").resolve("taken.lock"));

    try (Child child = Child.start(bus.root(), "join", "taken")) {
      assertThat(child.await("answer")).contains("node name taken is taken");
    }
    assertThat(Files.exists(bus.root().resolve("test").resolve("taken.lock"))).isTrue();
  }

  @Test
  void refusesCleanlyWhenMemoryIsFullAndNeverWhilePublishing() throws Exception {
    Path mount = Files.createDirectory(directory.resolve("small"));
    List<String> command = new ArrayList<>(List.of(
        "unshare",
        "-Urm",
        "sh",
        "-c",
        "mount -t tmpfs -o size=32m,mode=700 none " + mount + " && exec \"$@\"",
        "sh"));
    command.addAll(Child.command(mount.resolve("bus"), "fill"));
    assumeTrue(canMount(), "no unprivileged mounts here");

    try (Child child = Child.start(command)) {
      assertThat(child.await("published")).contains("no room for").contains("space");
    }
  }

  private static boolean canMount() throws IOException, InterruptedException {
    Path probe = Files.createTempDirectory("camber-mount");
    Process process = new ProcessBuilder(
            "unshare", "-Urm", "mount", "-t", "tmpfs", "none", probe.toString())
        .redirectErrorStream(true)
        .start();
    int exit = process.waitFor();
    Files.delete(probe);
    return exit == 0;
  }
}
