package io.camber.app.simulation;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.camber.app.input.BundledScenarios;
import io.camber.diagnostics.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a run folder says about how its run was made. */
public record RecordedRun(SimulationOptions options, String hash, String version) {
  private static final Set<String> LENGTH_AND_NAME = Set.of("scenario", "seed", "untilS");
  private static final Map<String, String> SHIPPED =
      Map.of("perception", Perception.SENSORS.name(), "sensors", Sensors.ALL.name());

  /**
   * Reads the result of a run folder.
   *
   * @throws InputException when the folder holds no complete result
   */
  public static RecordedRun read(Path folder) {
    Path file = folder.resolve(RunFolder.RESULT);
    if (!Files.exists(file)) {
      throw new InputException(folder + ": is no run folder, it has no " + RunFolder.RESULT);
    }
    try {
      JsonObject result = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
      JsonObject made = result.getAsJsonObject("options");
      SimulationOptions options = new SimulationOptions(
          BundledScenarios.resolve(made.get("scenario").getAsString()),
          strings(made.getAsJsonObject("parameters")),
          made.get("seed").getAsLong(),
          1,
          Optional.ofNullable(made.get("ego")).map(JsonElement::getAsString),
          made.get("untilS").getAsDouble(),
          Perception.valueOf(made.get("perception").getAsString()),
          Sensors.valueOf(made.get("sensors").getAsString()),
          strings(made.getAsJsonObject("settings")),
          made.has("nodeParameters") ? strings(made.getAsJsonObject("nodeParameters")) : Map.of(),
          Optional.empty(),
          false,
          Optional.empty(),
          made.has("traffic")
              ? TrafficChoice.parse(made.get("traffic").getAsString())
              : TrafficChoice.NONE,
          conditions(made));
      return new RecordedRun(
          options,
          result.get("hash").getAsString(),
          result.getAsJsonObject("versions").get("camber").getAsString());
    } catch (IOException | JsonParseException | IllegalStateException | NullPointerException e) {
      throw new InputException(file + ": is not a result of camber run: " + e.getMessage(), e);
    }
  }

  private static List<String> without(JsonObject made) {
    List<String> without = new ArrayList<>();
    if (made.has("without")) {
      made.getAsJsonArray("without").forEach(entity -> without.add(entity.getAsString()));
    }
    return without;
  }

  private static RunConditions conditions(JsonObject made) {
    List<String> faults = new ArrayList<>();
    if (made.has("faults")) {
      made.getAsJsonArray("faults").forEach(fault -> faults.add(fault.getAsString()));
    }
    return new RunConditions(
        faults,
        made.has("weather") ? made.get("weather").getAsString() : "",
        made.has("rig") ? made.get("rig").getAsString() : "",
        made.has("vehicle") ? made.get("vehicle").getAsString() : "",
        without(made),
        made.has("planner")
            ? PlannerChoice.valueOf(made.get("planner").getAsString())
            : PlannerChoice.STACK,
        latencies(made));
  }

  private static Map<String, Double> latencies(JsonObject made) {
    Map<String, Double> latencies = new TreeMap<>();
    if (made.has("latenciesMs")) {
      made.getAsJsonObject("latenciesMs")
          .entrySet()
          .forEach(entry -> latencies.put(entry.getKey(), entry.getValue().getAsDouble()));
    }
    return latencies;
  }

  /**
   * What else than scenario, seed and length makes the run another drive, from its options in {@code result.json}: a word for each
   * thing that is not as shipped; empty when nothing is.
   */
  public static String setup(JsonObject options) {
    Map<String, String> words = new TreeMap<>();
    options.entrySet().forEach(one -> {
      String text = one.getValue().isJsonPrimitive()
          ? one.getValue().getAsString()
          : one.getValue().toString();
      boolean isShipped = LENGTH_AND_NAME.contains(one.getKey())
          || text.equals(SHIPPED.getOrDefault(one.getKey(), "{}"));
      if (!isShipped) {
        words.put(one.getKey(), text);
      }
    });
    return words.entrySet().stream()
        .map(one -> one.getKey() + "=" + one.getValue())
        .collect(Collectors.joining(" "));
  }

  /** What the nodes of a run declared as their time, from its {@code result.json}; nothing for one on the wall clock. */
  public static Map<String, Long> declaredNs(JsonObject result) {
    return result.has("pacing") || !result.has("options")
        ? Map.of()
        : Latencies.ofAll(latencies(result.getAsJsonObject("options")));
  }

  /** The options as {@code result.json} keeps them. */
  static JsonObject toJson(SimulationOptions options) {
    JsonObject made = new JsonObject();
    made.addProperty("scenario", findable(options.scenario()));
    made.add("parameters", object(options.parameters()));
    made.addProperty("seed", options.seed());
    options.egoName().ifPresent(name -> made.addProperty("ego", name));
    made.addProperty("untilS", options.untilS());
    made.addProperty("perception", options.perception().name());
    made.addProperty("sensors", options.sensors().name());
    made.add("settings", object(options.settings()));
    if (!options.nodeParameters().isEmpty()) {
      made.add("nodeParameters", object(options.nodeParameters()));
    }
    if (!options.traffic().isPlain()) {
      made.addProperty("traffic", options.traffic().text());
    } else if (!options.traffic().isNone()) {
      made.addProperty("traffic", options.traffic().vehicles());
    }
    if (!options.conditions().faults().isEmpty()) {
      JsonArray faults = new JsonArray();
      options.conditions().faults().forEach(faults::add);
      made.add("faults", faults);
    }
    if (!options.conditions().weather().isEmpty()) {
      made.addProperty("weather", options.conditions().weather());
    }
    if (!options.conditions().rig().isEmpty()) {
      made.addProperty("rig", options.conditions().rig());
    }
    if (!options.conditions().without().isEmpty()) {
      JsonArray without = new JsonArray();
      options.conditions().without().forEach(without::add);
      made.add("without", without);
    }
    if (options.conditions().planner() != PlannerChoice.STACK) {
      made.addProperty("planner", options.conditions().planner().name());
    }
    if (!options.conditions().latenciesMs().isEmpty()) {
      JsonObject latencies = new JsonObject();
      options.conditions().latenciesMs().forEach(latencies::addProperty);
      made.add("latenciesMs", latencies);
    }
    if (!options.conditions().vehicle().isEmpty()) {
      made.addProperty("vehicle", options.conditions().vehicle());
    }
    return made;
  }

  /** A bundled scenario's name, or a path that leads to the file from any folder. */
  private static String findable(Path scenario) {
    return BundledScenarios.findName(scenario)
        .orElseGet(() -> scenario.toAbsolutePath().normalize().toString());
  }

  private static JsonObject object(Map<String, String> values) {
    JsonObject object = new JsonObject();
    values.forEach(object::addProperty);
    return object;
  }

  private static Map<String, String> strings(JsonObject object) {
    Map<String, String> values = new TreeMap<>();
    object
        .entrySet()
        .forEach(entry -> values.put(entry.getKey(), entry.getValue().getAsString()));
    return values;
  }
}
