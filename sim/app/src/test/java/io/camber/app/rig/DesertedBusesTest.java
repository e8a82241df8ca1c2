package io.camber.app.rig;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.bus.Qos;
import io.camber.bus.shm.SharedMemoryConfig;
import io.camber.bus.shm.SharedMemoryWire;
import io.camber.bus.transport.Wire;
import io.camber.bus.transport.WireListener;
import io.camber.bus.transport.WireTopic;
import io.camber.bus.transport.WireWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(40)
final class DesertedBusesTest {
  private static final WireTopic TOPIC = new WireTopic("/a", "a", 1, Qos.RESULT);

  @TempDir
  private Path folder;

  /** A run that is killed leaves its bus, with a node in it. */
  public static void main(String[] args) throws InterruptedException {
    String bus = "run-" + ProcessHandle.current().pid();
    try (Wire wire = open(Path.of(args[0]), bus);
        WireWriter writer = wire.openWriter(TOPIC, "node")) {
      Thread.sleep(60_000 + writer.counters().messages());
    }
  }

  private static Wire open(Path root, String bus) {
    return SharedMemoryWire.open(SharedMemoryConfig.of(bus).withRoot(root), WireListener.SILENT);
  }

  @Test
  void aKilledRunsBusIsSweptUpAndTheOthersStay() throws Exception {
    Path root = folder.resolve("buses");
    String own = "run-" + ProcessHandle.current().pid();
    Process run = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            DesertedBusesTest.class.getName(),
            root.toString())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("log").toFile())
        .start();
    String deserted = "run-" + run.pid();
    while (!Files.isDirectory(root.resolve(deserted))
        || list(root.resolve(deserted)).size() < 3) {
      Thread.sleep(10);
    }
    age(root.resolve(deserted), 120);
    DesertedBuses.sweep(root, "run-");
    assertThat(names(root)).as("its process runs").contains(deserted);
    run.destroyForcibly().waitFor();
    age(root.resolve(deserted), 1);

    try (Wire living = open(root, own);
        Wire named = open(root, "run-abc")) {
      assertThat(living.endpoints()).isEqualTo(named.endpoints());
      DesertedBuses.sweep(root, "run-");
      assertThat(names(root)).as("just left").contains(deserted);

      age(root.resolve(deserted), 120);
      age(root.resolve(own), 120);
      age(root.resolve("run-abc"), 120);
      DesertedBuses.sweep(root, "run-");

      assertThat(names(root)).containsExactlyInAnyOrder(own, "run-abc");
    }
  }

  private static void age(Path bus, long seconds) throws IOException {
    Files.setLastModifiedTime(bus, FileTime.from(Instant.now().minusSeconds(seconds)));
  }

  private static List<String> names(Path root) throws IOException {
    return list(root).stream().map(path -> path.getFileName().toString()).toList();
  }

  private static List<Path> list(Path directory) throws IOException {
    try (Stream<Path> all = Files.list(directory)) {
      return all.toList();
    }
  }
}
