package io.camber.app.rig;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.bus.shm.BusFolder;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A default start opens no socket that another host could reach, looked at every few milliseconds of a whole run, and
 * leaves no bus behind.
 */
@Timeout(120)
final class LoopbackOnlyTest {
  private static final long LOOK_MS = 20;

  @TempDir
  private Path folder;

  @BeforeEach
  void canLook() {
    Assumptions.assumeTrue(OpenSockets.canBeSeen(), "this host does not show sockets in /proc");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "--processes udp", "--processes shm --metrics 0"})
  void aDefaultStartStaysOnLoopback(String options) throws Exception {
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
        "--until",
        "1",
        "--out",
        folder.resolve("run").toString()));
    command.addAll(options.isEmpty() ? List.of() : List.of(options.split(" ", -1)));
    Path log = folder.resolve("log");

    Set<String> sockets = new TreeSet<>();
    Process run = new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
    try {
      while (!run.waitFor(LOOK_MS, TimeUnit.MILLISECONDS)) {
        sockets.addAll(OpenSockets.of(run.toHandle()));
      }
    } finally {
      run.descendants().forEach(ProcessHandle::destroyForcibly);
      run.destroyForcibly();
    }

    assertThat(Files.readString(log)).contains("hash ");
    assertThat(OpenSockets.beyondLoopback(sockets)).isEmpty();
    boolean isNetworked = options.contains("udp") || options.contains("metrics");
    assertThat(BusFolder.find(BusFolder.defaultRoot(), "run-" + run.pid())).isEmpty();
    assertThat(sockets.isEmpty()).as("sockets seen: %s", sockets).isEqualTo(!isNetworked);
  }

  /** The test above proves something only if a socket in the open is seen. */
  @Test
  void aSocketInTheOpenIsSeen() throws IOException {
    try (DatagramSocket open = new DatagramSocket(new InetSocketAddress("0.0.0.0", 0))) {
      String port = String.format(":%04X", open.getLocalPort());

      assertThat(OpenSockets.beyondLoopback(OpenSockets.of(ProcessHandle.current())))
          .anyMatch(each -> each.endsWith(port));
    }
  }
}
