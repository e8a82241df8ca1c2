package io.camber.app.yaml;

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

/** A mapping of a YAML file; remembers what was asked for, so that nothing is passed over in silence. */
public final class YamlEntry {
  private final String file;
  private final Node node;
  private final Map<String, Node> values = new TreeMap<>();
  private final List<String> asked = new ArrayList<>();

  public YamlEntry(String file, Node node) {
    this.file = file;
    this.node = node;
    if (!(node instanceof MappingNode mapping)) {
      throw wrong("this is no mapping of keys to values");
    }
    for (NodeTuple tuple : mapping.getValue()) {
      values.put(text(tuple.getKeyNode()), tuple.getValueNode());
    }
  }

  /** Line of the file, from 1. */
  public int line() {
    return line(node);
  }

  private static int line(Node at) {
    return at.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
  }

  public static String text(Node node) {
    return node instanceof ScalarNode scalar ? scalar.getValue() : "";
  }

  public boolean has(String key) {
    return values.containsKey(key);
  }

  /** A number that must be there. */
  public double number(String key, double min, double max) {
    if (!has(key)) {
      throw wrong(key + ": is missing");
    }
    return number(key, min, min, max);
  }

  /** Yes or no; {@code otherwise} when the file is silent. */
  public boolean flag(String key, boolean otherwise) {
    if (!has(key)) {
      return otherwise;
    }
    String text = text(key);
    if (!text.equals("true") && !text.equals("false")) {
      throw wrong(key + ": '" + text + "' is neither true nor false");
    }
    return text.equals("true");
  }

  /** A mapping inside this one, which must be there. */
  public YamlEntry entry(String key) {
    asked.add(key);
    Node value = values.get(key);
    if (value == null) {
      throw wrong(key + ": is missing");
    }
    return new YamlEntry(file, value);
  }

  /** Numbers of a list, which must be there. */
  public double[] numbers(String key) {
    asked.add(key);
    Node value = values.get(key);
    if (!(value instanceof SequenceNode list) || list.getValue().isEmpty()) {
      throw wrong(key + ": is no list of numbers, such as [1.5, -0.5]");
    }
    return list.getValue().stream().mapToDouble(each -> number(key, each)).toArray();
  }

  public String text(String key) {
    asked.add(key);
    Node value = values.get(key);
    if (value == null || text(value).isEmpty()) {
      throw wrong(key + ": is missing");
    }
    return text(value);
  }

  public double number(String key, double otherwise, double min, double max) {
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
  public double degrees(String key, double otherwise) {
    return has(key) ? Math.toRadians(number(key, 0.0, -360.0, 360.0)) : otherwise;
  }

  /** Three coordinates in metres. */
  public double[] mount(double x, double y, double z) {
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
  public void finish() {
    for (Map.Entry<String, Node> entry : values.entrySet()) {
      if (!asked.contains(entry.getKey())) {
        throw at(
            entry.getValue(),
            entry.getKey() + ": is unknown; there are " + String.join(", ", asked));
      }
    }
  }

  public InputException wrong(String problem) {
    return at(node, problem);
  }

  private InputException at(Node where, String problem) {
    return InputException.at(file, line(where), problem);
  }
}
