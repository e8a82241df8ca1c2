package io.camber.jury.result;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.camber.diagnostics.InputException;
import io.camber.evaluation.judgement.Outcome;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Runs that later ones are compared with, as one file that can be kept with the sources. */
public final class BaselineFile {
  private static final String SCHEMA = "camber.baseline/1";

  private BaselineFile() {}

  /**
   * A baseline as the text of its file.
   *
   * @param reason why this is what later runs are measured by; for people
   */
  public static String text(RunSet runs, String reason) {
    JsonObject json = new JsonObject();
    json.addProperty("schema", SCHEMA);
    json.addProperty("name", runs.name());
    json.addProperty("reason", reason);
    runs.tags().addTo(json);
    JsonArray array = new JsonArray();
    runs.runs().values().forEach(run -> array.add(toJson(run)));
    json.add("runs", array);
    return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(json) + "\n";
  }

  static RunSet read(Path file) {
    try {
      JsonObject json = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
      if (!json.has("schema") || !json.get("schema").getAsString().equals(SCHEMA)) {
        throw new InputException(
            file + ": is no baseline (schema " + SCHEMA + "); camber compare --save makes one");
      }
      List<RunRecord> records = new ArrayList<>();
      json.getAsJsonArray("runs").forEach(run -> records.add(fromJson(run.getAsJsonObject())));
      RunSet read = RunSet.of(json.get("name").getAsString(), records);
      return new RunSet(read.name(), read.runs(), Tags.of(json));
    } catch (CharacterCodingException | JsonParseException e) {
      throw new InputException(file + ": is no baseline: it is no JSON", e);
    } catch (IOException
        | IllegalStateException
        | IllegalArgumentException
        | NullPointerException e) {
      throw new InputException(file + ": is no baseline: " + e.getMessage(), e);
    }
  }

  private static JsonObject toJson(RunRecord run) {
    JsonObject json = new JsonObject();
    json.addProperty("scenario", run.key().scenario());
    json.addProperty("variant", run.key().variant());
    json.addProperty("seed", run.key().seed());
    json.addProperty("outcome", run.outcome().name());
    json.addProperty("reason", run.reason());
    json.addProperty("hash", run.hash());
    if (!Double.isNaN(run.made().untilS())) {
      json.addProperty("untilS", run.made().untilS());
    }
    json.addProperty("setup", run.made().setup());
    json.addProperty("group", run.made().group());
    json.addProperty("build", run.made().build());
    JsonObject metrics = new JsonObject();
    run.metrics().forEach(metrics::addProperty);
    json.add("metrics", metrics);
    return json;
  }

  private static RunRecord fromJson(JsonObject json) {
    SortedMap<String, Double> metrics = new TreeMap<>();
    for (var one : json.getAsJsonObject("metrics").entrySet()) {
      JsonElement value = one.getValue();
      metrics.put(one.getKey(), value.getAsDouble());
    }
    return new RunRecord(
        new RunKey(
            json.get("scenario").getAsString(),
            json.get("variant").getAsString(),
            json.get("seed").getAsLong()),
        Outcome.valueOf(json.get("outcome").getAsString()),
        json.get("reason").getAsString(),
        json.get("hash").getAsString(),
        metrics,
        new Circumstances(
            json.has("untilS") ? json.get("untilS").getAsDouble() : Double.NaN,
            word(json, "setup"),
            word(json, "group"),
            word(json, "build")));
  }

  /** Empty where baselines of older builds say nothing. */
  private static String word(JsonObject json, String key) {
    return json.has(key) ? json.get(key).getAsString() : "";
  }
}
