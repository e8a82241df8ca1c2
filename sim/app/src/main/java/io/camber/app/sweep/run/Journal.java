package io.camber.app.sweep.run;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.camber.diagnostics.InputException;
import io.camber.evaluation.judgement.Outcome;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The results of a sweep as lines of JSON, in the order in which they came, each handed to the operating system at once: who
 * kills the sweep loses the runs that were going on and nothing else.
 */
public final class Journal implements Closeable {
  private final Path file;
  private final Writer out;

  private Journal(Path file, Writer out) {
    this.file = file;
    this.out = out;
  }

  /** Opens a journal to add to. A last line that was cut short is closed, so that the next one stands alone. */
  public static Journal open(Path file) throws IOException {
    boolean cut = Files.exists(file) && Files.size(file) > 0 && !endsWithLineFeed(file);
    Writer out = Files.newBufferedWriter(
        file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    if (cut) {
      out.write('\n');
    }
    return new Journal(file, out);
  }

  private static boolean endsWithLineFeed(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    return bytes[bytes.length - 1] == '\n';
  }

  public void add(CaseResult result) {
    try {
      out.write(toJson(result) + "\n");
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": " + e.getMessage(), e);
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  private static String toJson(CaseResult result) {
    JsonObject line = new JsonObject();
    line.addProperty("index", result.index());
    line.addProperty("outcome", result.outcome().name());
    line.addProperty("reason", result.reason());
    line.addProperty("hash", result.hash());
    JsonObject metrics = new JsonObject();
    result.metrics().forEach(metrics::addProperty);
    line.add("metrics", metrics);
    return line.toString();
  }

  /** The results of a journal. The last line may be cut short by whoever killed its writer; any other must be whole. */
  public static List<CaseResult> read(Path file) {
    List<CaseResult> results = new ArrayList<>();
    List<String> lines;
    try {
      lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      throw new InputException(file + ": cannot be read: " + e.getMessage(), e);
    }
    int cut = 0;
    for (int i = 0; i < lines.size(); i++) {
      try {
        results.add(fromJson(lines.get(i)));
      } catch (JsonParseException | IllegalStateException | UnsupportedOperationException e) {
        cut++;
      } catch (RuntimeException e) {
        throw InputException.at(file.toString(), i + 1, "is no result of a run: " + e.getMessage());
      }
    }
    if (cut > CUTS_MAX) {
      throw new InputException(file + ": " + cut + " lines are no results of runs; start anew");
    }
    return results;
  }

  /** One line per kill; more means that the file is something else. */
  private static final int CUTS_MAX = 20;

  private static CaseResult fromJson(String line) {
    JsonObject json = JsonParser.parseString(line).getAsJsonObject();
    SortedMap<String, Double> metrics = new TreeMap<>();
    json.getAsJsonObject("metrics")
        .entrySet()
        .forEach(entry -> metrics.put(entry.getKey(), entry.getValue().getAsDouble()));
    return new CaseResult(
        json.get("index").getAsLong(),
        Outcome.valueOf(json.get("outcome").getAsString()),
        json.get("reason").getAsString(),
        json.get("hash").getAsString(),
        metrics);
  }
}
