package io.camber.jury.result;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.camber.diagnostics.InputException;
import io.camber.evaluation.judgement.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** {@code result.json} of a run. */
final class ResultFile {
  private ResultFile() {}

  static RunRecord read(Path file) {
    try {
      JsonObject json = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
      SortedMap<String, Double> metrics = new TreeMap<>();
      for (Map.Entry<String, JsonElement> one : json.getAsJsonObject("metrics").entrySet()) {
        JsonElement value = one.getValue().getAsJsonObject().get("value");
        if (value != null) {
          metrics.put(one.getKey(), value.getAsDouble());
        }
      }
      if (json.has("simulatedS")) {
        metrics.put("durationS", json.get("simulatedS").getAsDouble());
      }
      return new RunRecord(
          key(json),
          Outcome.valueOf(json.get("outcome").getAsString()),
          json.get("reason").getAsString(),
          json.get("hash").getAsString(),
          metrics,
          made(json));
    } catch (IOException
        | JsonParseException
        | IllegalStateException
        | IllegalArgumentException
        | NullPointerException e) {
      throw new InputException(file + ": is no result of a run: " + e.getMessage(), e);
    }
  }

  private static Circumstances made(JsonObject json) {
    if (!json.has("options")) {
      return Circumstances.UNKNOWN;
    }
    JsonObject options = json.getAsJsonObject("options");
    double untilS = options.has("untilS") ? options.get("untilS").getAsDouble() : Double.NaN;
    return Circumstances.of(untilS, options);
  }

  private static RunKey key(JsonObject json) {
    StringBuilder variant =
        new StringBuilder(json.get("perception").getAsString().toUpperCase(Locale.ROOT));
    if (json.has("options")) {
      JsonObject parameters = json.getAsJsonObject("options").getAsJsonObject("parameters");
      for (Map.Entry<String, JsonElement> one : parameters.entrySet()) {
        variant
            .append(' ')
            .append(one.getKey())
            .append('=')
            .append(one.getValue().getAsString());
      }
    }
    String scenario = json.get("scenario").getAsString();
    return new RunKey(
        Scenarios.nameOf(scenario), variant.toString(), json.get("seed").getAsLong());
  }
}
