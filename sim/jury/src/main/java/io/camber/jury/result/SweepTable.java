package io.camber.jury.result;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.camber.diagnostics.InputException;
import io.camber.evaluation.judgement.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** {@code results.csv} of a sweep, with the perception that its {@code sweep.json} names. */
final class SweepTable {
  private static final String PARAMETER = "param.";

  /** Columns that are no figures. */
  private static final Set<String> WORDS =
      Set.of("run", "scenario", "seed", "outcome", "reason", "hash", "reference");

  private SweepTable() {}

  static List<RunRecord> read(Path file) {
    try {
      List<List<String>> rows = CsvText.parse(Files.readString(file));
      if (rows.isEmpty()) {
        throw new InputException(file + ": is empty");
      }
      JsonObject sweep = description(file.resolveSibling("sweep.json"));
      String perception = sweep.has("perception") ? sweep.get("perception").getAsString() : "";
      Circumstances made = made(sweep);
      List<RunRecord> records = new ArrayList<>();
      for (int i = 1; i < rows.size(); i++) {
        if (rows.get(i).size() != rows.get(0).size()) {
          throw InputException.at(
              file.toString(),
              i + 1,
              "has " + rows.get(i).size() + " cells, the header " + rows.get(0).size());
        }
        records.add(record(file, i + 1, rows.get(0), rows.get(i), perception, made));
      }
      return records;
    } catch (IOException e) {
      throw new InputException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  /** What the sweep says of itself; nothing when it says nothing. */
  static JsonObject description(Path sweep) throws IOException {
    if (!Files.exists(sweep)) {
      return new JsonObject();
    }
    try {
      return JsonParser.parseString(Files.readString(sweep)).getAsJsonObject();
    } catch (JsonParseException | IllegalStateException e) {
      throw new InputException(sweep + ": is no description of a sweep: " + e.getMessage(), e);
    }
  }

  private static Circumstances made(JsonObject sweep) {
    double untilS = sweep.has("untilS") ? sweep.get("untilS").getAsDouble() : Double.NaN;
    return Circumstances.of(
            untilS, sweep.has("setup") ? sweep.getAsJsonObject("setup") : new JsonObject())
        .by(sweep.has("build") ? sweep.get("build").getAsString() : "");
  }

  private static RunRecord record(
      Path file,
      int line,
      List<String> names,
      List<String> cells,
      String perception,
      Circumstances made) {
    StringBuilder variant = new StringBuilder(perception);
    SortedMap<String, String> words = new TreeMap<>();
    SortedMap<String, Double> metrics = new TreeMap<>();
    try {
      for (int i = 0; i < names.size(); i++) {
        String name = names.get(i);
        String cell = cells.get(i);
        if (name.startsWith(PARAMETER)) {
          variant
              .append(' ')
              .append(name.substring(PARAMETER.length()))
              .append('=')
              .append(cell);
        } else if (WORDS.contains(name) || !isNumber(cell)) {
          words.put(name, cell);
        } else {
          metrics.put(name, Double.valueOf(cell));
        }
      }
      return new RunRecord(
          new RunKey(
              Scenarios.nameOf(words.getOrDefault("scenario", "")),
              variant.toString().strip(),
              Long.parseLong(words.getOrDefault("seed", ""))),
          Outcome.valueOf(words.getOrDefault("outcome", "")),
          words.getOrDefault("reason", ""),
          words.getOrDefault("hash", ""),
          metrics,
          made);
    } catch (IllegalArgumentException e) {
      throw InputException.at(file.toString(), line, "is no run of a sweep: " + e.getMessage());
    }
  }

  private static boolean isNumber(String cell) {
    if (cell.isEmpty()) {
      return false;
    }
    try {
      return Double.isFinite(Double.parseDouble(cell));
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
