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

/** Reads the index of a set of recorded scenarios. */
public final class ReferenceSet {
  private static final String FORM =
      "expected {\"scenarios\": [{\"id\", \"suite\", \"path\", \"reference\", \"ref_quality\", \"sim_s\"}]}";

  /** Where the index does not say how much the recording engine depends on its step. */
  private static final double DRIFT_M = 0.05;

  private ReferenceSet() {}

  /** Every scenario of the index that has a recording, in the order of the file. */
  public static List<Reference> read(Path index) {
    String text = new String(InputFiles.read(index), StandardCharsets.UTF_8);
    Path folder = index.toAbsolutePath().normalize().resolveSibling("");
    List<Reference> found = new ArrayList<>();
    try {
      for (JsonElement entry :
          JsonParser.parseString(text).getAsJsonObject().getAsJsonArray("scenarios")) {
        if (entry.getAsJsonObject().has("reference")) {
          found.add(reference(folder, entry.getAsJsonObject()));
        }
      }
    } catch (JsonParseException | IllegalStateException | NullPointerException e) {
      throw new InputException(index + ": is no index of recorded scenarios; " + FORM, e);
    }
    return found;
  }

  private static Reference reference(Path folder, JsonObject entry) {
    String motion = entry.get("reference").getAsString();
    return new Reference(
        entry.get("id").getAsString(),
        entry.get("suite").getAsString(),
        folder.resolve(entry.get("path").getAsString()),
        folder.resolve(motion),
        folder.resolve(motion.replaceFirst("\\.csv\\.gz$", ".events.gz")),
        entry.get("ref_quality").getAsString(),
        entry.has("dt_sensitivity_m") ? entry.get("dt_sensitivity_m").getAsDouble() : DRIFT_M,
        entry.get("sim_s").getAsDouble());
  }
}
