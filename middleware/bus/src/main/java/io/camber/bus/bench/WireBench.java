package io.camber.bus.bench;

import io.camber.bus.Qos;
import io.camber.bus.shm.SharedMemoryConfig;
import io.camber.bus.shm.SharedMemoryWire;
import io.camber.bus.shm.SlowReaders;
import io.camber.bus.transport.Wire;
import io.camber.bus.transport.WireListener;
import io.camber.bus.transport.WireTopic;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * One figure per start: {@code rtt}, {@code throughput} or {@code fanout}, which start their partner as a second process
 * ({@code pong}, {@code flood}, {@code crowd}) and print a line of JSON. {@code ping} and {@code drain} leave the start of
 * the partner to the caller.
 */
public final class WireBench {
  static final WireTopic TO = topic("/bench/to");
  static final WireTopic FRO = topic("/bench/fro");
  private static final int RING_BYTES = 4 << 20;
  private static final long PATIENCE_NS = 10_000_000_000L;

  private WireBench() {}

  private static WireTopic topic(String name) {
    Qos qos = new Qos(Qos.Reliability.RELIABLE, 1, Qos.Durability.VOLATILE, 0, 0);
    return new WireTopic(name, "bytes", 1, qos);
  }

  public static void main(String[] args) throws IOException {
    if (args.length == 0) {
      throw new IllegalArgumentException("usage: rtt|throughput|fanout ...");
    }
    BenchCase bench = BenchCase.parse(args);
    SharedMemoryConfig config = SharedMemoryConfig.of("bench")
        .withRoot(bench.root())
        .withRingBytes(RING_BYTES)
        .withSlowReaders(new SlowReaders(SlowReaders.Action.EVICT, PATIENCE_NS));
    try (Wire wire = SharedMemoryWire.open(config, WireListener.SILENT)) {
      switch (args[0]) {
        case "rtt" -> withPartner("pong", args, () -> RoundTrip.ping(wire, bench));
        case "ping" -> RoundTrip.ping(wire, bench);
        case "pong" -> RoundTrip.pong(wire, bench);
        case "throughput" -> withPartner("flood", args, () -> Throughput.drain(wire, bench));
        case "drain" -> Throughput.drain(wire, bench);
        case "flood" -> Throughput.flood(wire, bench);
        case "fanout" -> withPartner("crowd", args, () -> FanOut.publish(wire, bench));
        case "crowd" -> FanOut.crowd(wire, bench, Integer.parseInt(args[6]));
        default -> throw new IllegalArgumentException("unknown role " + args[0]);
      }
    }
  }

  private static void withPartner(String role, String[] args, Runnable measure) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(java.lang.management.ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), WireBench.class.getName()));
    command.add(role);
    command.addAll(List.of(args).subList(1, args.length));
    Process partner = new ProcessBuilder(command).inheritIO().start();
    try {
      measure.run();
    } finally {
      partner.destroyForcibly();
    }
  }
}
