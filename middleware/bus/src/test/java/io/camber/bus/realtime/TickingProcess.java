package io.camber.bus.realtime;

import io.camber.bus.Publisher;
import io.camber.bus.Qos;
import io.camber.bus.Texts;
import io.camber.bus.Topic;
import io.camber.bus.node.NodeSpec;
import io.camber.bus.shm.SharedMemoryConfig;
import io.camber.bus.shm.SharedMemoryWire;
import io.camber.bus.transport.Wire;
import io.camber.bus.transport.WireListener;
import io.camber.bus.udp.UdpConfig;
import io.camber.bus.udp.UdpWire;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A process whose node says something every 10 ms; it ends when its input does. */
final class TickingProcess {
  static final Topic<String> TICKS = Texts.topic("/ticks", Qos.SAMPLES);

  private TickingProcess() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    try (Wire wire = open(args[0], args[1], WireListener.SILENT);
        RealtimeExecutor executor = RealtimeExecutor.over(
            wire,
            new RealtimeConfig(1, false, Optional.empty()),
            RunClock.since(RunClock.wallNs()))) {
      executor.add(
          NodeSpec.world("ticking", 0, context -> self -> {
            Publisher<String> ticks = self.publisher(TICKS);
            self.timer(10_000_000L, 0, timeNs -> ticks.publish("tick", timeNs));
          }),
          NodeTiming.SKIPPING);
      executor.start();
      int input = System.in.read();
      while (input >= 0) {
        input = System.in.read();
      }
    }
  }

  static Wire open(String kind, String place, WireListener events) {
    return kind.equals("shm")
        ? SharedMemoryWire.open(SharedMemoryConfig.of("alive").withRoot(Path.of(place)), events)
        : UdpWire.open(UdpConfig.loopback(Integer.parseInt(place)), events);
  }

  static Process start(String kind, String place) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx100m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            TickingProcess.class.getName(),
            kind,
            place)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }
}
