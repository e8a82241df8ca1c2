package io.camber.app.busbench;

import io.camber.bus.bench.UdpBench;
import io.camber.bus.bench.WireBench;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Camber's own wires between two processes. */
final class Camber implements Contender {
  static final String NAME = "Camber";

  @Override
  public Figure measure(Cell cell, double seconds, Turn turn) throws IOException {
    boolean isRoundTrip = cell.work().isRoundTrip();
    if (cell.work().isUdp()) {
      turn.start(udp(isRoundTrip ? "pong" : "pub", cell, seconds), Map.of());
      return turn.ask(udp(isRoundTrip ? "ping" : "sub", cell, seconds), Map.of());
    }
    turn.start(memory(isRoundTrip ? "pong" : "flood", cell, seconds, turn), Map.of());
    return turn.ask(memory(isRoundTrip ? "ping" : "drain", cell, seconds, turn), Map.of());
  }

  private static List<String> udp(String role, Cell cell, double seconds) {
    return Java.start(
        List.of("-Dwait=" + cell.work().waiting()),
        System.getProperty("java.class.path"),
        UdpBench.class.getName(),
        role,
        cell.bytes(),
        seconds);
  }

  private static List<String> memory(String role, Cell cell, double seconds, Turn turn) {
    return Java.start(
        List.of(),
        System.getProperty("java.class.path"),
        WireBench.class.getName(),
        role,
        cell.bytes(),
        seconds,
        cell.work().waiting(),
        cell.work().mode(),
        turn.folder().resolve("bus"));
  }
}
