package io.camber.app.blame;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.camber.app.simulation.RunFolder;
import io.camber.diagnostics.InputException;
import io.camber.evaluation.report.drawing.Markup;
import io.camber.mcap.tool.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The paragraph on blame in the report of a run, right below its verdict, as long as it is about this very run. */
public final class BlamedReport {
  static final String BLAME = "blame.json";

  private static final String START = "<section id=\"blame\">";
  private static final String END = "</section>\n";
  private static final String BEFORE = "</header>\n";

  private BlamedReport() {}

  /** Puts the paragraph of the folder's {@code blame.json} into its report; nothing happens without either. */
  public static void update(Path folder) {
    Path report = folder.resolve(RunFolder.REPORT);
    if (!Files.exists(report)) {
      return;
    }
    try (WholeFile whole = WholeFile.of(report)) {
      Files.writeString(whole.place(), with(folder, Files.readString(report)));
      whole.finish();
    } catch (IOException e) {
      throw new InputException(report + ": cannot be written: " + e.getMessage(), e);
    }
  }

  /** A run's report with what is known of the blame in the folder. */
  public static String with(Path folder, String html) {
    String bare = without(html);
    int at = bare.indexOf(BEFORE);
    Optional<String> text = at < 0 ? Optional.empty() : text(folder);
    if (text.isEmpty()) {
      return bare;
    }
    int below = at + BEFORE.length();
    return bare.substring(0, below) + START + "<h2>Blame</h2>\n<p>" + Markup.escape(text.get())
        + " <a href=\"blame.html\">How it was found</a></p>" + END + bare.substring(below);
  }

  private static String without(String html) {
    int start = html.indexOf(START);
    return start < 0
        ? html
        : html.substring(0, start) + html.substring(html.indexOf(END, start) + END.length());
  }

  private static Optional<String> text(Path folder) {
    Path blame = folder.resolve(BLAME);
    Path result = folder.resolve(RunFolder.RESULT);
    if (!Files.exists(blame) || !Files.exists(result)) {
      return Optional.empty();
    }
    try {
      JsonObject told = JsonParser.parseString(Files.readString(blame)).getAsJsonObject();
      JsonObject run = JsonParser.parseString(Files.readString(result)).getAsJsonObject();
      boolean isOfRun = told.has("text") && told.get("hash").equals(run.get("hash"));
      return isOfRun ? Optional.of(told.get("text").getAsString()) : Optional.empty();
    } catch (IOException | JsonParseException | IllegalStateException e) {
      throw new InputException(blame + ": is not written by camber blame: " + e.getMessage(), e);
    }
  }
}
