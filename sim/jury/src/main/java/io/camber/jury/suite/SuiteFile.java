package io.camber.jury.suite;

import io.camber.diagnostics.InputException;
import io.camber.jury.result.Tags;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Suites as YAML:
 *
 * <pre>
 * name: smoke
 * version: 1
 * about: two minutes; does anything drive at all
 * tags: {highway: [highway-cut-in, alks_*]}
 * groups:
 *   - name: sensors
 *     perception: sensors
 *     seeds: 1
 *     until: 30
 *     scenarios: [highway-cut-in]
 *     weather: night,rain:rate=15
 *     faults: ["lidar_top:noise,severity=5"]
 *     parameters: {egoSpeed: "20..30:5"}
 *     sample: 10
 *     data: [scenarios/suites/alks]
 * </pre>
 */
public final class SuiteFile {
  private static final Set<String> SUITE_KEYS =
      Set.of("name", "version", "about", "tags", "groups");
  private static final Set<String> GROUP_KEYS = Set.of(
      "name",
      "perception",
      "seeds",
      "until",
      "weather",
      "faults",
      "parameters",
      "sample",
      "scenarios",
      "data");
  private static final double UNTIL_S_DEFAULT = 120.0;

  private final String file;

  private SuiteFile(String file) {
    this.file = file;
  }

  public static Suite read(Path path) {
    try {
      return parse(path.toString(), Files.readString(path));
    } catch (IOException e) {
      throw new InputException(path + ": no such suite, or it cannot be read", e);
    }
  }

  static Suite parse(String file, String yaml) {
    return new SuiteFile(file).suite(yaml);
  }

  private Suite suite(String yaml) {
    Object root;
    try {
      root = new Load(LoadSettings.builder().setLabel(file).build()).loadFromString(yaml);
    } catch (YamlEngineException e) {
      throw new InputException(file + ": is no YAML: " + e.getMessage(), e);
    }
    Map<?, ?> map = mapping("the file", root);
    requireKeys("the file", map, SUITE_KEYS);
    if (!(map.get("version") instanceof Integer version) || version < 1) {
      throw new InputException(
          file + ": needs 'version', a whole number that grows with the suite");
    }
    if (!(map.get("groups") instanceof List<?> list) || list.isEmpty()) {
      throw new InputException(file + ": needs 'groups', a list of at least one");
    }
    List<Suite.Group> groups = new ArrayList<>();
    Set<String> names = new TreeSet<>();
    for (Object one : list) {
      Suite.Group group = group(groups.size() + 1, one);
      if (!names.add(group.name())) {
        throw new InputException(file + ": two groups are called '" + group.name() + "'");
      }
      groups.add(group);
    }
    return new Suite(
        text("the file", map, "name"), version, text("the file", map, "about"), tags(map), groups);
  }

  private Tags tags(Map<?, ?> map) {
    SortedMap<String, List<String>> tags = new TreeMap<>();
    if (map.containsKey("tags")) {
      Map<?, ?> named = mapping("tags", map.get("tags"));
      named
          .keySet()
          .forEach(tag -> tags.put(String.valueOf(tag), texts("tags", named, String.valueOf(tag))));
    }
    return new Tags(tags);
  }

  private Suite.Group group(int number, Object value) {
    String where = "group " + number;
    Map<?, ?> map = mapping(where, value);
    requireKeys(where, map, GROUP_KEYS);
    String name = text(where, map, "name");
    if (!name.matches("[a-z0-9-]+")) {
      throw new InputException(
          file + ": " + where + ": the name '" + name + "' must be of a-z, 0-9 and -");
    }
    String perception = map.containsKey("perception") ? text(where, map, "perception") : "sensors";
    if (!perception.equals("sensors") && !perception.equals("truth")) {
      throw new InputException(
          file + ": " + where + ": perception is sensors or truth, not '" + perception + "'");
    }
    Suite.Group group = new Suite.Group(
        name,
        perception.equals("truth"),
        map.containsKey("seeds") ? String.valueOf(map.get("seeds")) : "1",
        seconds(where, map),
        variation(where, map),
        texts(where, map, "scenarios"),
        texts(where, map, "data"));
    if (group.scenarios().isEmpty() && group.data().isEmpty()) {
      throw new InputException(file + ": " + where + " names neither scenarios nor data");
    }
    return group;
  }

  private Suite.Variation variation(String where, Map<?, ?> map) {
    Object sample = map.containsKey("sample") ? map.get("sample") : 0;
    if (!(sample instanceof Integer count) || (map.containsKey("sample") && count < 1)) {
      throw new InputException(file + ": " + where + ": sample is a whole number of runs to draw");
    }
    Map<String, String> parameters = new TreeMap<>();
    if (map.containsKey("parameters")) {
      mapping(where + ": parameters", map.get("parameters"))
          .forEach((name, values) -> parameters.put(String.valueOf(name), String.valueOf(values)));
    }
    return new Suite.Variation(
        map.containsKey("weather") ? text(where, map, "weather") : "",
        texts(where, map, "faults"),
        parameters,
        count);
  }

  private double seconds(String where, Map<?, ?> map) {
    Object until = map.containsKey("until") ? map.get("until") : UNTIL_S_DEFAULT;
    if (!(until instanceof Number number) || !(number.doubleValue() > 0.0)) {
      throw new InputException(file + ": " + where + ": until is a positive number of seconds");
    }
    return number.doubleValue();
  }

  private Map<?, ?> mapping(String where, Object value) {
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    throw new InputException(file + ": " + where + " is no mapping of keys to values");
  }

  private void requireKeys(String where, Map<?, ?> map, Set<String> known) {
    for (Object key : map.keySet()) {
      if (!known.contains(String.valueOf(key))) {
        throw new InputException(
            file + ": " + where + ": unknown key '" + key + "'; there are " + new TreeSet<>(known));
      }
    }
  }

  private String text(String where, Map<?, ?> map, String key) {
    if (map.get(key) instanceof String text && !text.isBlank()) {
      return text;
    }
    throw new InputException(file + ": " + where + " needs '" + key + "', a text");
  }

  private List<String> texts(String where, Map<?, ?> map, String key) {
    List<String> texts = new ArrayList<>();
    if (map.containsKey(key)) {
      if (!(map.get(key) instanceof List<?> list)) {
        throw new InputException(file + ": " + where + ": " + key + " is a list of texts");
      }
      list.forEach(one -> texts.add(String.valueOf(one)));
    }
    return texts;
  }
}
