package io.camber.app.miscalibration;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.camber.app.blame.DriveChecks;
import io.camber.app.calibration.CalibrationWatch;
import io.camber.app.simulation.Simulation;
import io.camber.app.simulation.SimulationResult;
import io.camber.evaluation.judgement.Outcome;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is kept of one drive.
 *
 * @param key of all that the drive was made of
 * @param values measured ones alone
 * @param findings of the checks that need no truth, each as check and kind
 * @param off quantities that the calibration of the drive says are off
 */
record DrivenScores(
    String key, Map<Figure, Double> values, List<String> findings, List<String> off) {
  DrivenScores {
    values = Map.copyOf(values);
    findings = List.copyOf(findings);
    off = List.copyOf(off);
  }

  /** Makes a drive; empty when it was interrupted. */
  static Optional<DrivenScores> drive(String key, Simulation simulation) {
    CalibrationWatch calibration = new CalibrationWatch();
    DriveChecks.Checked checked = DriveChecks.run(simulation.watch(calibration));
    SimulationResult result = checked.result();
    if (result.isInterrupted()) {
      return Optional.empty();
    }
    if (result.outcome() == Outcome.ERROR) {
      throw new IllegalStateException("the drive broke: " + result.judgement().reason());
    }
    Map<Figure, Double> values = new EnumMap<>(Figure.class);
    for (Figure figure : Figure.values()) {
      figure.of(result).ifPresent(value -> values.put(figure, value));
    }
    List<String> findings = checked.findings().stream()
        .map(finding -> finding.check() + " " + finding.kind())
        .distinct()
        .sorted()
        .toList();
    return Optional.of(new DrivenScores(key, values, findings, calibration.off()));
  }

  /** Absent where the drive gave nothing to measure. */
  OptionalDouble value(Figure figure) {
    Double value = values.get(figure);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  String toJson() {
    JsonObject json = new JsonObject();
    json.addProperty("key", key);
    JsonObject measured = new JsonObject();
    for (Figure figure : Figure.values()) {
      value(figure).ifPresent(value -> measured.addProperty(figure.metric(), value));
    }
    json.add("metrics", measured);
    json.add("findings", array(findings));
    json.add("off", array(off));
    return json.toString();
  }

  static DrivenScores fromJson(String line) {
    JsonObject json = JsonParser.parseString(line).getAsJsonObject();
    JsonObject measured = json.getAsJsonObject("metrics");
    Map<Figure, Double> values = new EnumMap<>(Figure.class);
    for (Figure figure : Figure.values()) {
      if (measured.has(figure.metric())) {
        values.put(figure, measured.get(figure.metric()).getAsDouble());
      }
    }
    return new DrivenScores(
        json.get("key").getAsString(), values, texts(json, "findings"), texts(json, "off"));
  }

  private static JsonArray array(List<String> texts) {
    JsonArray array = new JsonArray();
    texts.forEach(array::add);
    return array;
  }

  private static List<String> texts(JsonObject json, String name) {
    List<String> texts = new ArrayList<>();
    json.getAsJsonArray(name).forEach(one -> texts.add(one.getAsString()));
    return texts;
  }
}
