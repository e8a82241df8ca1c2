package io.camber.app.sensors;

import io.camber.diagnostics.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** One entry of a rig's file; remembers what was asked for, so that nothing is passed over in silence. */
final class SensorEntry {
  private final String file;
  private final Node node;
  private final Map<String, Node> values = new TreeMap<>();
  private final List<String> asked = new ArrayList<>();

  SensorEntry(String file, Node node) {
    this.file = file;
    this.node = node;
    if (!(node instanceof MappingNode mapping)) {
      throw wrong("a sensor is a mapping of keys to values");
    }
    for (NodeTuple tuple : mapping.getValue()) {
      values.put(text(tuple.getKeyNode()), tuple.getValueNode());
    }
  }

  /** Line of the file, from 1. */
  int line() {
    return line(node);
  }

  private static int line(Node at) {
    return at.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
  }

  static String text(Node node) {
    return node instanceof ScalarNode scalar ? scalar.getValue() : "";
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  String text(String key) {
    asked.add(key);
    Node value = values.get(key);
    if (value == null || text(value).isEmpty()) {
      throw wrong(key + ": is missing");
    }
    return text(value);
  }

  double number(String key, double otherwise, double min, double max) {
    asked.add(key);
    Node value = values.get(key);
    if (value == null) {
      return otherwise;
    }
    double number = number(key, value);
    if (!(number >= min && number <= max)) {
      throw at(value, key + ": " + text(value) + " is outside [" + min + ", " + max + "]");
    }
    return number;
  }

  /** An angle of the file in degrees, as radians. */
  double degrees(String key, double otherwise) {
    return has(key) ? Math.toRadians(number(key, 0.0, -360.0, 360.0)) : otherwise;
  }

  /** Three coordinates in metres. */
  double[] mount(double x, double y, double z) {
    asked.add("mount");
    Node value = values.get("mount");
    if (value == null) {
      return new double[] {x, y, z};
    }
    if (!(value instanceof SequenceNode list) || list.getValue().size() != 3) {
      throw at(value, "mount: is not like [1.75, 0, 1.32]");
    }
    double[] place = new double[3];
    for (int i = 0; i < 3; i++) {
      place[i] = number("mount", list.getValue().get(i));
    }
    return place;
  }

  private double number(String key, Node value) {
    try {
      double number = Double.parseDouble(text(value));
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw at(value, key + ": '" + text(value) + "' is not a number");
  }

  /** Refuses keys that nobody asked for. */
  void finish() {
    for (Map.Entry<String, Node> entry : values.entrySet()) {
      if (!asked.contains(entry.getKey())) {
        throw at(
            entry.getValue(),
            entry.getKey() + ": is unknown; there are " + String.join(", ", asked));
      }
    }
  }

  InputException wrong(String problem) {
    return at(node, problem);
  }

  private InputException at(Node where, String problem) {
    return InputException.at(file, line(where), problem);
  }
}
