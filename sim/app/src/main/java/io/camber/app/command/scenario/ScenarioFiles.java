package io.camber.app.command.scenario;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.camber.app.command.option.ScenarioChoice;
import io.camber.app.input.InputFiles;
import io.camber.diagnostics.InputException;
import io.camber.sim.scenario.ScenarioKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The scenarios that a command line names: files and bundled names, folders with scenarios anywhere below, and lists in JSON
 * with an id and a path for each.
 */
public final class ScenarioFiles {
  private static final String ENDING = ".xosc";

  private ScenarioFiles() {}

  /** Scenario files by a name of their own, in the order given. */
  public static Map<String, Path> resolve(List<String> named) {
    Map<String, Path> found = new LinkedHashMap<>();
    for (String name : named) {
      Path path = Path.of(name);
      if (Files.isDirectory(path)) {
        addFolder(path, found);
      } else if (name.endsWith(".json")) {
        addList(path, found);
      } else {
        Path file = ScenarioChoice.existing(name);
        add(found, InputFiles.stem(file), file);
      }
    }
    return found;
  }

  private static void add(Map<String, Path> found, String id, Path file) {
    Path before = found.put(id, file);
    if (before != null) {
      throw new InputException("two scenarios are called " + id + ": " + before + " and " + file
          + "; name their folder instead");
    }
  }

  private static void addFolder(Path folder, Map<String, Path> found) {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> scenarios = files
          .filter(file -> file.toString().endsWith(ENDING))
          .filter(file -> ScenarioKind.of(file) == ScenarioKind.SCENARIO)
          .sorted()
          .toList();
      for (Path file : scenarios) {
        String name = folder.relativize(file).toString();
        add(found, name.substring(0, name.length() - ENDING.length()), file);
      }
      if (scenarios.isEmpty()) {
        throw new InputException(folder + ": no scenario (" + ENDING + ") in it or below");
      }
    } catch (IOException e) {
      throw new InputException(folder + ": cannot be listed: " + e.getMessage(), e);
    }
  }

  private static void addList(Path list, Map<String, Path> found) {
    Path folder = list.toAbsolutePath().normalize().getParent();
    for (JsonObject entry : entries(list)) {
      String id = entry.get("id").getAsString();
      add(found, id, Path.of(String.valueOf(folder)).resolve(entry.get("path").getAsString()));
    }
  }

  private static List<JsonObject> entries(Path list) {
    String text = new String(InputFiles.read(list), StandardCharsets.UTF_8);
    try {
      List<JsonObject> entries = new ArrayList<>();
      for (JsonElement entry :
          JsonParser.parseString(text).getAsJsonObject().getAsJsonArray("scenarios")) {
        JsonObject scenario = entry.getAsJsonObject();
        if (!scenario.has("id") || !scenario.has("path")) {
          throw new InputException(list + ": an entry of \"scenarios\" needs an id and a path");
        }
        entries.add(scenario);
      }
      return entries;
    } catch (JsonParseException | IllegalStateException | NullPointerException e) {
      throw new InputException(
          list
              + ": is no list of scenarios; expected {\"scenarios\": [{\"id\": ..., \"path\": ...}]}",
          e);
    }
  }
}
