package io.camber.app.rig;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.app.simulation.StandardTopics;
import io.camber.bus.Publisher;
import io.camber.bus.node.NodeSpec;
import io.camber.bus.realtime.NodeTiming;
import io.camber.bus.realtime.RealtimeConfig;
import io.camber.bus.realtime.RealtimeExecutor;
import io.camber.bus.realtime.RunClock;
import io.camber.bus.transport.Wire;
import io.camber.messages.Topics;
import io.camber.truth.FaultTruth;
import io.camber.truth.FaultTruths;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process whose node has failed ends, and says so to whoever started it. */
@Timeout(60)
final class FailingProcessTest {
  private static final String BUS = "shm:failing-" + ProcessHandle.current().pid();

  @TempDir
  private Path folder;

  @Test
  void anErrorInAHandlerEndsTheProcess() throws Exception {
    Process process = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx200m",
            "-cp",
            System.getProperty("java.class.path"),
            OverflowingHost.class.getName(),
            BUS)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("log").toFile())
        .start();
    try {
      assertThat(process.waitFor(30, TimeUnit.SECONDS))
          .as("the process has ended")
          .isTrue();

      assertThat(process.exitValue()).isEqualTo(1);
      assertThat(Files.readString(folder.resolve("log"))).contains("StackOverflowError");
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void aHandlerThatThrowsIsAnErrorOfTheCommand() throws Exception {
    long epochNs = RunClock.wallNs();
    String scenario = Path.of("..", "..", "scenarios", "stop-and-go.xosc").toString();
    List<String> arguments = List.of(
        "node",
        "host",
        "guardian",
        "--realtime",
        "--child",
        Launcher.here().text(),
        "--bus",
        BUS,
        scenario,
        "--fault",
        "guardian:crash");
    try (Wire wire = BusAddress.parse(BUS).open(new WireLog());
        RealtimeExecutor world = RealtimeExecutor.over(
            wire, new RealtimeConfig(1, true, StandardTopics.REALTIME), RunClock.since(epochNs));
        StartSignal signal = StartSignal.open(wire)) {
      signal.send(new StartSignal.Start(epochNs, 0));
      world.add(
          NodeSpec.world("world", 0, context -> self -> {
            Publisher<FaultTruths> faults = self.publisher(Topics.TRUTH_FAULTS);
            self.timer(50_000_000L, 0, timeNs -> faults.publish(crash(timeNs), timeNs));
          }),
          NodeTiming.SKIPPING);
      world.start();

      try (NodeProcess host =
          NodeProcess.start("guardian", arguments, folder.resolve("log").toFile())) {
        while (host.isAlive()) {
          Thread.sleep(20);
        }
        assertThat(Files.readString(folder.resolve("log"))).contains("ended by an injected fault");
        assertThat(host.exitValue()).isEqualTo(1);
      }
    }
  }

  private static FaultTruths crash(long timeNs) {
    return new FaultTruths(
        timeNs, List.of(new FaultTruth("guardian", "crash", "F11", 0, 0, Long.MAX_VALUE, 1)));
  }
}
