package io.camber.jury.result;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.camber.diagnostics.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What scenarios have in common, such as a junction or people on foot.
 *
 * @param scenarios names of scenarios by tag; a star at the end stands for any ending
 */
public record Tags(SortedMap<String, List<String>> scenarios) {
  public static final Tags NONE = new Tags(new TreeMap<>());

  private static final String KEY = "tags";

  public Tags {
    SortedMap<String, List<String>> copy = new TreeMap<>();
    scenarios.forEach((tag, names) -> copy.put(tag, List.copyOf(names)));
    scenarios = Collections.unmodifiableSortedMap(copy);
  }

  /** Of a suite's folder; none where it names none. */
  static Tags read(Path file) {
    if (!Files.exists(file)) {
      return NONE;
    }
    try {
      return of(JsonParser.parseString(Files.readString(file)).getAsJsonObject());
    } catch (IOException | JsonParseException | IllegalStateException e) {
      throw new InputException(file + ": is no description of a suite: " + e.getMessage(), e);
    }
  }

  /** Those that a description names. */
  static Tags of(JsonObject json) {
    if (!json.has(KEY)) {
      return NONE;
    }
    SortedMap<String, List<String>> scenarios = new TreeMap<>();
    json.getAsJsonObject(KEY).entrySet().forEach(one -> {
      List<String> names = new ArrayList<>();
      one.getValue().getAsJsonArray().forEach(name -> names.add(name.getAsString()));
      scenarios.put(one.getKey(), names);
    });
    return new Tags(scenarios);
  }

  /** Adds them to a description. */
  public void addTo(JsonObject json) {
    JsonObject tags = new JsonObject();
    scenarios.forEach((tag, names) -> {
      JsonArray array = new JsonArray();
      names.forEach(array::add);
      tags.add(tag, array);
    });
    json.add(KEY, tags);
  }

  /** Whether a scenario has a tag. */
  public boolean has(String tag, String scenario) {
    return scenarios.getOrDefault(tag, List.of()).stream()
        .anyMatch(name -> name.endsWith("*")
            ? scenario.startsWith(name.substring(0, name.length() - 1))
            : name.equals(scenario));
  }
}
