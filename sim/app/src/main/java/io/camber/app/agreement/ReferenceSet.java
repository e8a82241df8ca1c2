package io.camber.app.agreement;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.camber.app.input.InputFiles;
import io.camber.diagnostics.InputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** Reads the index of a set of recorded scenarios and runs. */
public final class ReferenceSet {
  private static final String SCENARIOS_FORM =
      "expected {\"scenarios\": [{\"id\", \"suite\", \"path\", \"reference\", \"ref_quality\", \"sim_s\"}]}";

  private static final String RUNS_FORM =
      "expected {\"sweeps\": [{\"suite\", \"path\", \"scenario\", \"runs\": [{\"params\", \"sim_s\", \"reference\"}]}]}";

  private static final String MOTION = ".csv.gz";

  /** Where the index does not say how much the recording engine depends on its step. */
  private static final double DRIFT_M = 0.05;

  private ReferenceSet() {}

  /** Every scenario of the index that has a recording, in the order of the file. */
  public static List<Reference> read(Path index) {
    return read(index, SCENARIOS_FORM, (folder, root) -> {
      List<Reference> found = new ArrayList<>();
      for (JsonElement entry : root.getAsJsonArray("scenarios")) {
        if (entry.getAsJsonObject().has("reference")) {
          found.add(scenario(folder, entry.getAsJsonObject()));
        }
      }
      return found;
    });
  }

  /** Every recorded run of the index's files of parameter distributions, in the order of the file. */
  public static List<Reference> readRuns(Path index) {
    return read(index, RUNS_FORM, (folder, root) -> {
      List<Reference> found = new ArrayList<>();
      for (JsonElement sweep : root.getAsJsonArray("sweeps")) {
        for (JsonElement run : sweep.getAsJsonObject().getAsJsonArray("runs")) {
          found.add(run(folder, sweep.getAsJsonObject(), run.getAsJsonObject()));
        }
      }
      return found;
    });
  }

  private static List<Reference> read(
      Path index, String form, BiFunction<Path, JsonObject, List<Reference>> entries) {
    String text = new String(InputFiles.read(index), StandardCharsets.UTF_8);
    Path folder = index.toAbsolutePath().normalize().resolveSibling("");
    try {
      return entries.apply(folder, JsonParser.parseString(text).getAsJsonObject());
    } catch (JsonParseException | IllegalStateException | NullPointerException e) {
      throw new InputException(index + ": is no index of recorded scenarios; " + form, e);
    }
  }

  private static Reference scenario(Path folder, JsonObject entry) {
    String motion = entry.get("reference").getAsString();
    return new Reference(
        entry.get("id").getAsString(),
        entry.get("suite").getAsString(),
        folder.resolve(entry.get("path").getAsString()),
        Map.of(),
        folder.resolve(motion),
        folder.resolve(events(motion)),
        entry.get("ref_quality").getAsString(),
        entry.has("dt_sensitivity_m") ? entry.get("dt_sensitivity_m").getAsDouble() : DRIFT_M,
        entry.get("sim_s").getAsDouble());
  }

  /** A run is called by its recording; of these nobody says how far they bind, so they all do. */
  private static Reference run(Path folder, JsonObject sweep, JsonObject run) {
    String motion = run.get("reference").getAsString();
    Map<String, String> parameters = new TreeMap<>();
    run.getAsJsonObject("params")
        .entrySet()
        .forEach(value -> parameters.put(value.getKey(), value.getValue().getAsString()));
    return new Reference(
        motion.substring(motion.lastIndexOf('/') + 1).replace(MOTION, ""),
        sweep.get("suite").getAsString(),
        folder
            .resolve(sweep.get("path").getAsString())
            .resolveSibling(sweep.get("scenario").getAsString())
            .normalize(),
        parameters,
        folder.resolve(motion),
        folder.resolve(events(motion)),
        "exact",
        DRIFT_M,
        run.get("sim_s").getAsDouble());
  }

  private static String events(String motion) {
    return motion.replace(MOTION, ".events.gz");
  }
}
