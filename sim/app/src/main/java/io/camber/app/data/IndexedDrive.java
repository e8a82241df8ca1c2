package io.camber.app.data;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.camber.app.simulation.RecordedRun;
import io.camber.app.simulation.RunFolder;
import io.camber.diagnostics.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A run folder, or a log of which there is nothing else.
 *
 * @param place of the folder or the log
 */
record IndexedDrive(Path place) {
  private static final String LOG = ".mcap";

  /**
   * All below a folder, in their order.
   *
   * @throws InputException when there are none
   */
  static List<IndexedDrive> below(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new InputException(folder
          + (Files.exists(folder) ? ": is a file; name a folder of runs" : ": no such folder"));
    }
    TreeSet<Path> places = new TreeSet<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        boolean isOfRun = Files.exists(file.resolveSibling(RunFolder.RESULT));
        boolean isUnfinished = file.toString().contains(RunFolder.UNFINISHED);
        boolean isLog = file.toString().endsWith(LOG) && Files.isRegularFile(file);
        if (isUnfinished) {
          continue;
        }
        if (isOfRun && (file.endsWith(RunFolder.METRICS) || file.endsWith(RunFolder.DRIVE))) {
          places.add(file.resolveSibling("").normalize());
        } else if (isLog && !(isOfRun && file.endsWith(RunFolder.DRIVE))) {
          places.add(file.normalize());
        }
      }
    } catch (IOException e) {
      throw new InputException(folder + ": cannot be read: " + e.getMessage(), e);
    }
    if (places.isEmpty()) {
      throw new InputException(folder + ": holds no run with " + RunFolder.METRICS
          + " and no log; runs of older builds get it by camber eval --update");
    }
    return places.stream().map(IndexedDrive::new).toList();
  }

  boolean isRun() {
    return Files.isDirectory(place);
  }

  Optional<Path> metrics() {
    return existing(place.resolve(RunFolder.METRICS));
  }

  Optional<Path> log() {
    return isRun() ? existing(place.resolve(RunFolder.DRIVE)) : Optional.of(place);
  }

  private static Optional<Path> existing(Path file) {
    return Files.exists(file) ? Optional.of(file) : Optional.empty();
  }

  /** How it was made and ended; of a log, its name is all that is known. */
  Facts facts() {
    if (!isRun()) {
      return new Facts(String.valueOf(place.getFileName()), null, null, "");
    }
    Path file = place.resolve(RunFolder.RESULT);
    try {
      JsonObject result = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
      return new Facts(
          result.get("scenario").getAsString(),
          result.get("seed").getAsLong(),
          result.get("outcome").getAsString(),
          result.has("options") ? RecordedRun.setup(result.getAsJsonObject("options")) : "");
    } catch (IOException | JsonParseException | IllegalStateException | NullPointerException e) {
      throw new InputException(file + ": is not a result of camber run: " + e.getMessage(), e);
    }
  }

  /**
   * Facts about a drive.
   *
   * @param seed null of a log alone, as is {@code outcome}
   */
  record Facts(
      String scenario, @Nullable Long seed, @Nullable String outcome, String setup) {}
}
