package io.camber.messages;

import io.camber.bus.node.NodeSpec;
import io.camber.bus.node.RuntimeTopics;
import io.camber.bus.realtime.NodeTiming;
import io.camber.bus.realtime.RealtimeConfig;
import io.camber.bus.realtime.RealtimeExecutor;
import io.camber.bus.realtime.RunClock;
import io.camber.bus.shm.SharedMemoryConfig;
import io.camber.bus.shm.SharedMemoryWire;
import io.camber.bus.transport.Wire;
import io.camber.bus.transport.WireListener;
import io.camber.bus.udp.UdpConfig;
import io.camber.bus.udp.UdpWire;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A process that serves the counting action in real time over shared memory or UDP, for a minute at most. */
final class CountingProcess {
  private static final String UDP = "udp:";

  private CountingProcess() {}

  static Process start(String bus, long epochNs) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            CountingProcess.class.getName(),
            bus,
            Long.toString(epochNs))
        .inheritIO()
        .start();
  }

  /** The bus in a folder, or over UDP on this host for {@code udp:PORT}. */
  static Wire join(String bus) {
    if (bus.startsWith(UDP)) {
      int port = Integer.parseInt(bus.substring(UDP.length()));
      return UdpWire.open(UdpConfig.loopback(port), WireListener.SILENT);
    }
    return SharedMemoryWire.open(
        SharedMemoryConfig.of("counting").withRoot(Path.of(bus)), WireListener.SILENT);
  }

  public static void main(String[] arguments) throws InterruptedException {
    RealtimeConfig config = new RealtimeConfig(1, true, RuntimeTopics.NONE);
    try (Wire wire = join(arguments[0]);
        RealtimeExecutor executor =
            RealtimeExecutor.over(wire, config, RunClock.since(Long.parseLong(arguments[1])))) {
      executor.add(
          NodeSpec.stack("counter", 0, "/truth/", context -> Counting.server()),
          NodeTiming.SKIPPING);
      executor.start();
      new CountDownLatch(1).await(60, TimeUnit.SECONDS);
    }
  }
}
