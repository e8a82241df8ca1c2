package io.camber.app.replay;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How a log is replayed.
 *
 * @param nodes to run anew; the rest says what it said
 * @param remap from topics of the log to topics of the bus
 * @param parameters of nodes that are to differ from those of the recorded run, as {@code node.name}
 * @param fromS seconds after the first message; what came before is left out, but for latched topics
 * @param toS seconds after the first message
 * @param speed simulated over wall time; empty for as fast as possible
 * @param out log of what was said in the replay; empty for none
 */
public record ReplayOptions(
    Path log,
    List<String> nodes,
    Map<String, String> remap,
    Map<String, String> parameters,
    double fromS,
    double toS,
    Optional<Double> speed,
    int threads,
    Optional<Path> out) {
  public ReplayOptions {
    nodes = List.copyOf(nodes);
    remap = new TreeMap<>(remap);
    parameters = new TreeMap<>(parameters);
    if (!(fromS >= 0.0) || !(toS > fromS)) {
      throw new IllegalArgumentException(
          "fromS=" + fromS + ", toS=" + toS + " is no stretch of time");
    }
    if (speed.isPresent() && !(speed.get() > 0.0)) {
      throw new IllegalArgumentException("speed=" + speed.get() + " is not above 0");
    }
  }
}
