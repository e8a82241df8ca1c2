package io.camber.app.suite;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.camber.diagnostics.InputException;
import io.camber.jury.result.RunSet;
import io.camber.jury.suite.Suite;
import io.camber.mcap.tool.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The folder of a suite: {@code suite.json} says whose it is, so that no other suite's runs are counted with these. Tags change no run: they may. */
final class SuiteFolder {
  private static final String FILE = RunSet.SUITE;
  private static final String SCHEMA = "camber.suite/1";

  private SuiteFolder() {}

  /** Takes a folder for a suite: a new or empty one, or one in which the very same suite was begun. */
  static void claim(Path out, Suite suite) {
    try {
      Path file = out.resolve(FILE);
      if (Files.exists(file) && !holdsNothingBut(out, file)) {
        requireSame(file, suite);
        write(file, text(suite));
      } else if (Files.exists(out) && !holdsNothingBut(out, file)) {
        throw new InputException("--out " + out + ": is there already and holds no suite (no "
            + FILE + "); name a new folder");
      } else {
        Files.createDirectories(out);
        write(file, text(suite));
      }
    } catch (IOException e) {
      throw new InputException("--out " + out + ": cannot be written: " + e.getMessage(), e);
    }
  }

  private static void requireSame(Path file, Suite suite) throws IOException {
    JsonObject json;
    try {
      json = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
    } catch (JsonParseException | IllegalStateException e) {
      throw new InputException(file + ": says of no suite what it is: " + e.getMessage(), e);
    }
    String id = json.has("suite") ? json.get("suite").getAsString() : "";
    if (!id.equals(suite.id())) {
      throw new InputException(file.getParent() + ": holds runs of suite " + id + ", not of "
          + suite.id() + "; name a new folder");
    }
    if (!json.has("groups") || !json.get("groups").getAsString().equals(groups(suite))) {
      throw new InputException(file.getParent() + ": suite " + id
          + " has changed since it was begun here; raise its version and name a new folder");
    }
  }

  /** True of an empty folder and of one in which a suite was refused before its first run. */
  private static boolean holdsNothingBut(Path folder, Path file) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.allMatch(file::equals);
    }
  }

  private static String text(Suite suite) {
    JsonObject json = new JsonObject();
    json.addProperty("schema", SCHEMA);
    json.addProperty("suite", suite.id());
    json.addProperty("groups", groups(suite));
    suite.tags().addTo(json);
    return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(json) + "\n";
  }

  private static String groups(Suite suite) {
    return suite.groups().toString();
  }

  /** A file that is there whole or not at all. */
  static void write(Path file, String content) throws IOException {
    try (WholeFile whole = WholeFile.of(file)) {
      Files.writeString(whole.place(), content);
      whole.finish();
    }
  }
}
