package io.camber.app.miscalibration;

import com.google.gson.JsonParseException;
import io.camber.diagnostics.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Drives that were made, one a line, each written as soon as it is; without a folder they are remembered only. */
final class DriveJournal {
  private static final String FILE = "drives.jsonl";

  private final Optional<Path> file;
  private final Map<String, DrivenScores> made = new TreeMap<>();

  private DriveJournal(Optional<Path> file) {
    this.file = file;
  }

  /** The journal of a folder, new or begun; a last line that was cut short does not count. */
  static DriveJournal open(Optional<Path> folder) {
    DriveJournal journal = new DriveJournal(folder.map(one -> one.resolve(FILE)));
    folder.ifPresent(journal::read);
    return journal;
  }

  private void read(Path folder) {
    Path journal = folder.resolve(FILE);
    try {
      Files.createDirectories(folder);
      if (!Files.exists(journal)) {
        Files.createFile(journal);
      }
      String text = Files.readString(journal);
      String whole = text.substring(0, text.lastIndexOf('\n') + 1);
      for (String line : whole.lines().toList()) {
        DrivenScores scores = DrivenScores.fromJson(line);
        made.put(scores.key(), scores);
      }
      if (whole.length() < text.length()) {
        Files.writeString(journal, whole);
      }
    } catch (IOException e) {
      throw new InputException("--out " + folder + ": cannot be used: " + e.getMessage(), e);
    } catch (JsonParseException | IllegalStateException | NullPointerException e) {
      throw new InputException(
          journal + ": is no journal of drives; name another folder, or remove it", e);
    }
  }

  Optional<DrivenScores> find(String key) {
    return Optional.ofNullable(made.get(key));
  }

  void add(DrivenScores scores) {
    made.put(scores.key(), scores);
    file.ifPresent(journal -> {
      try {
        Files.writeString(
            journal, scores.toJson() + "\n", StandardCharsets.UTF_8, StandardOpenOption.APPEND);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
  }
}
