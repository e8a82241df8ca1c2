package io.camber.app.profile;

import io.camber.app.simulation.NodeNames;
import io.camber.diagnostics.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Wall times between a node's call and its output on one machine, in milliseconds; calls that publish nothing are left out.
 *
 * @param about machine and drive, for people
 */
public record NodeProfile(String about, List<Times> nodes) {
  /** What a profile says of one node. */
  public record Times(String node, int calls, double p50, double p95, double p99, double max) {}

  public NodeProfile {
    nodes = List.copyOf(nodes);
  }

  /** YAML that {@link #read} understands. */
  public String toYaml() {
    StringBuilder yaml = new StringBuilder(
            "# wall time of nodes in ms; camber run SCENARIO --latencies THIS takes p95\n")
        .append("about: \"")
        .append(about.replace("\"", "'"))
        .append("\"\nnodes:\n");
    for (Times one : nodes) {
      yaml.append(String.format(
          Locale.ROOT,
          "  %s: {calls: %d, p50: %.3f, p95: %.3f, p99: %.3f, max: %.3f, declared: %.3f}%n",
          one.node(),
          one.calls(),
          one.p50(),
          one.p95(),
          one.p99(),
          one.max(),
          NodeNames.latencyNs(one.node()) * 1e-6));
    }
    return yaml.toString();
  }

  /**
   * The 95th percentiles of a profile by node, ms.
   *
   * @throws InputException when the file is none
   */
  public static Map<String, Double> read(Path file) {
    try {
      Object root = new Load(LoadSettings.builder().setLabel(file.toString()).build())
          .loadFromString(Files.readString(file));
      if (!(root instanceof Map<?, ?> map) || !(map.get("nodes") instanceof Map<?, ?> nodes)) {
        throw new InputException(
            file + ": is no profile: it has no nodes; camber profile writes one");
      }
      Map<String, Double> latencies = new TreeMap<>();
      nodes.forEach((node, times) -> {
        if (!(times instanceof Map<?, ?> figures) || !(figures.get("p95") instanceof Number p95)) {
          throw new InputException(file + ": node " + node + " needs p95, a number of ms");
        }
        latencies.put(String.valueOf(node), p95.doubleValue());
      });
      return latencies;
    } catch (IOException e) {
      throw new InputException(file + ": no such profile", e);
    } catch (YamlEngineException e) {
      throw new InputException(file + ": is no YAML: " + e.getMessage(), e);
    }
  }
}
