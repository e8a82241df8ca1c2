package io.camber.app.rig;

import io.camber.app.simulation.NodeNames;
import io.camber.diagnostics.InputException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * A rig as a file: which scenario, on which clock and bus, which nodes share a process and on which host.
 *
 * <pre>
 *   scenario: highway-cut-in       # or a path, from the file's own folder
 *   clock: lockstep                # or realtime
 *   bus: shm:rig                   # optional on one host
 *   options: [--seed, 7]           # further options of 'camber run'
 *   parameters:                    # of nodes at the start; 'camber param dump' prints them
 *     planning:
 *       time_gap_s: 2.0
 *   processes:
 *     - nodes: [localization, control, guardian]
 *     - nodes: [detection, tracking, signals, camera_detection, prediction, planning]
 *       nice: 5                    # stands back for the others when processor time is short, 0 to 19
 *       host: user@box             # optional; reached with the system's ssh
 *       command: camber/camber     # how camber is called there
 *       bus: udp:...               # the bus as seen from there
 * </pre>
 */
public record LaunchFile(
    String scenario,
    boolean realtime,
    RigPlan plan,
    List<String> options,
    Map<String, String> parameters) {
  private static final List<String> KEYS =
      List.of("scenario", "clock", "bus", "options", "parameters", "processes");
  private static final List<String> PROCESS_KEYS =
      List.of("nodes", "nice", "host", "command", "bus");

  public LaunchFile {
    options = List.copyOf(options);
    parameters = new TreeMap<>(parameters);
  }

  /**
   * Reads and checks a launch file.
   *
   * @throws InputException naming file and key
   */
  public static LaunchFile read(Path file) {
    return new Reader(file).read();
  }

  /** Reads one file and names it in every complaint. */
  private static final class Reader {
    private final Path file;

    Reader(Path file) {
      this.file = file;
    }

    LaunchFile read() {
      Map<?, ?> root = map(load(), "the file");
      checkKeys(root, KEYS, "");
      String clock = optional(root, "clock").orElse("lockstep");
      if (!clock.equals("lockstep") && !clock.equals("realtime")) {
        throw wrong("clock: '" + clock + "' is neither lockstep nor realtime");
      }
      BusAddress bus = optional(root, "bus")
          .map(BusAddress::parse)
          .orElseGet(() -> BusAddress.ofNewBus(BusKind.SHM));
      List<ProcessGroup> groups = new ArrayList<>();
      for (Object each : list(root.get("processes"), "processes")) {
        groups.add(group(map(each, "processes"), groups.size()));
      }
      checkNodes(groups);
      return new LaunchFile(
          scenario(root),
          clock.equals("realtime"),
          new RigPlan(bus, groups, List.of()),
          strings(root.get("options"), "options"),
          parameters(root));
    }

    /** By {@code node.name}. */
    private Map<String, String> parameters(Map<?, ?> root) {
      Map<String, String> parameters = new TreeMap<>();
      if (root.containsKey("parameters")) {
        map(root.get("parameters"), "parameters").forEach((node, values) -> {
          String where = "parameters." + node;
          map(values, where).forEach((name, value) -> {
            if (value == null || value instanceof Map || value instanceof List) {
              throw wrong(where + "." + name + ": is not one value");
            }
            parameters.put(node + "." + name, String.valueOf(value));
          });
        });
      }
      return parameters;
    }

    private Object load() {
      try {
        Object content = new Load(
                LoadSettings.builder().setLabel(file.toString()).build())
            .loadFromString(Files.readString(file));
        if (content == null) {
          throw wrong("is empty");
        }
        return content;
      } catch (CharacterCodingException e) {
        throw new InputException(file + ": is no text", e);
      } catch (NoSuchFileException e) {
        throw new InputException(file + ": no such launch file", e);
      } catch (IOException e) {
        throw new InputException(file + ": cannot be read: " + e.getMessage(), e);
      } catch (YamlEngineException e) {
        throw new InputException(file + ": is not YAML: " + e.getMessage(), e);
      }
    }

    private String scenario(Map<?, ?> root) {
      String name = optional(root, "scenario").orElseThrow(() -> wrong("scenario: is missing"));
      Path beside = file.toAbsolutePath().resolveSibling(name);
      return Files.isRegularFile(beside) ? beside.toString() : name;
    }

    private ProcessGroup group(Map<?, ?> entry, int index) {
      String where = "processes[" + index + "].";
      checkKeys(entry, PROCESS_KEYS, where);
      List<String> nodes = strings(entry.get("nodes"), where + "nodes");
      if (nodes.isEmpty()) {
        throw wrong(where + "nodes: names no node");
      }
      Optional<String> host = optional(entry, "host");
      if (host.isEmpty()) {
        return new ProcessGroup(nodes, Optional.empty(), nice(entry, where));
      }
      String bus = optional(entry, "bus")
          .orElseThrow(() -> wrong(where + "bus: is missing; host " + host.get()
              + " must know the bus as seen from there"));
      String command = optional(entry, "command").orElse("camber");
      return new ProcessGroup(
          nodes,
          Optional.of(new ProcessGroup.Host(host.get(), command, BusAddress.parse(bus))),
          nice(entry, where));
    }

    private int nice(Map<?, ?> entry, String where) {
      String text = optional(entry, "nice").orElse("0");
      if (!text.matches("1?[0-9]")) {
        throw wrong(where + "nice: '" + text + "' is not a whole number from 0 to "
            + ProcessGroup.NICE_MAX);
      }
      return Integer.parseInt(text);
    }

    private void checkNodes(List<ProcessGroup> groups) {
      TreeSet<String> seen = new TreeSet<>();
      for (ProcessGroup group : groups) {
        for (String node : group.nodes()) {
          if (!NodeNames.all().contains(node)) {
            throw wrong("processes: there is no node " + node + "; there are "
                + String.join(", ", NodeNames.all()));
          }
          if (!seen.add(node)) {
            throw wrong("processes: node " + node + " is in two processes");
          }
        }
      }
    }

    private void checkKeys(Map<?, ?> map, List<String> known, String where) {
      for (Object key : map.keySet()) {
        if (!known.contains(String.valueOf(key))) {
          throw wrong(where + key + ": is unknown; there are " + String.join(", ", known));
        }
      }
    }

    private Map<?, ?> map(@Nullable Object value, String where) {
      if (value instanceof Map<?, ?> map) {
        return map;
      }
      throw wrong(where + ": is not a mapping of keys to values");
    }

    private List<?> list(@Nullable Object value, String where) {
      if (value == null) {
        return List.of();
      }
      if (value instanceof List<?> list) {
        return list;
      }
      throw wrong(where + ": is not a list");
    }

    private List<String> strings(@Nullable Object value, String where) {
      List<String> strings = new ArrayList<>();
      list(value, where).forEach(each -> strings.add(String.valueOf(each)));
      return strings;
    }

    private static Optional<String> optional(Map<?, ?> map, String key) {
      return Optional.ofNullable(map.get(key)).map(String::valueOf);
    }

    private InputException wrong(String what) {
      return new InputException(file + ": " + what);
    }
  }
}
