package io.camber.jury.result;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs that a sweep made twice: the worst are driven again so as to keep their logs. The same scenario and seed must come out with the
 * same hash.
 */
public final class Repeats {
  /** 0 when a run came out the same when it was made again, 1 when it did not; absent when it was made once. */
  public static final String DIFFERS = "repeat.differs";

  /** The ego of sweeps whose storyboard drives all: their tables hash motion alone, and a kept run every message. */
  private static final String STORYBOARD = "none";

  private Repeats() {}

  /** The runs of a sweep, each with how it came out when it was made again. */
  static List<RunRecord> marked(Path sweep, List<RunRecord> runs) throws IOException {
    JsonObject made = SweepTable.description(sweep.resolve("sweep.json"));
    if (made.has("ego") && made.get("ego").getAsString().equals(STORYBOARD)) {
      return runs;
    }
    SortedMap<RunKey, String> again = new TreeMap<>();
    try (Stream<Path> files = Files.walk(sweep)) {
      files
          .filter(file -> file.endsWith(RunSet.RESULT))
          .sorted()
          .map(ResultFile::read)
          .forEach(run -> again.put(run.key(), run.hash()));
    }
    return runs.stream().map(run -> marked(run, again.get(run.key()))).toList();
  }

  private static RunRecord marked(RunRecord run, @Nullable String again) {
    if (again == null || run.hash().isEmpty()) {
      return run;
    }
    SortedMap<String, Double> metrics = new TreeMap<>(run.metrics());
    metrics.put(DIFFERS, again.equals(run.hash()) ? 0.0 : 1.0);
    return new RunRecord(run.key(), run.outcome(), run.reason(), run.hash(), metrics, run.made());
  }
}
