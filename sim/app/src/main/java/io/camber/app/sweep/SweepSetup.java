package io.camber.app.sweep;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.camber.app.simulation.PlannerChoice;
import io.camber.app.simulation.RunConditions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How every run of a sweep differs from one of the car as it is shipped.
 *
 * @param nodeParameters values of nodes' parameters, by {@code node.name}
 */
public record SweepSetup(RunConditions conditions, Map<String, String> nodeParameters) {
  public static final SweepSetup SHIPPED = new SweepSetup(RunConditions.STANDARD, Map.of());

  public SweepSetup {
    nodeParameters = new TreeMap<>(nodeParameters);
  }

  /** The same as arguments of {@code camber run}; empty for the car as it is shipped. */
  public List<String> arguments() {
    List<String> arguments = new ArrayList<>(conditions.arguments());
    nodeParameters.forEach(
        (name, value) -> arguments.addAll(List.of("--param", name + "=" + value)));
    return arguments;
  }

  JsonObject toJson() {
    JsonObject json = new JsonObject();
    JsonArray faults = new JsonArray();
    conditions.faults().forEach(faults::add);
    json.add("faults", faults);
    json.addProperty("weather", conditions.weather());
    json.addProperty("rig", conditions.rig());
    json.addProperty("vehicle", conditions.vehicle());
    JsonArray without = new JsonArray();
    conditions.without().forEach(without::add);
    json.add("without", without);
    json.addProperty("planner", conditions.planner().name());
    JsonObject latencies = new JsonObject();
    conditions.latenciesMs().forEach(latencies::addProperty);
    json.add("latenciesMs", latencies);
    JsonObject parameters = new JsonObject();
    nodeParameters.forEach(parameters::addProperty);
    json.add("nodeParameters", parameters);
    return json;
  }

  static SweepSetup fromJson(JsonObject json) {
    List<String> faults = new ArrayList<>();
    for (JsonElement fault : json.getAsJsonArray("faults")) {
      faults.add(fault.getAsString());
    }
    List<String> without = new ArrayList<>();
    if (json.has("without")) {
      json.getAsJsonArray("without").forEach(entity -> without.add(entity.getAsString()));
    }
    Map<String, String> parameters = new TreeMap<>();
    json.getAsJsonObject("nodeParameters")
        .entrySet()
        .forEach(entry -> parameters.put(entry.getKey(), entry.getValue().getAsString()));
    Map<String, Double> latencies = new TreeMap<>();
    json.getAsJsonObject("latenciesMs")
        .entrySet()
        .forEach(entry -> latencies.put(entry.getKey(), entry.getValue().getAsDouble()));
    return new SweepSetup(
        new RunConditions(
            faults,
            json.get("weather").getAsString(),
            json.get("rig").getAsString(),
            json.get("vehicle").getAsString(),
            without,
            PlannerChoice.valueOf(json.get("planner").getAsString()),
            latencies),
        parameters);
  }
}
