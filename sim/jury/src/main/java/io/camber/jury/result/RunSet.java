package io.camber.jury.result;

import io.camber.diagnostics.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Runs by key. */
public record RunSet(String name, SortedMap<RunKey, RunRecord> runs) {
  private static final String RESULT = "result.json";
  private static final String SWEEP = "results.csv";

  public RunSet {
    runs = Collections.unmodifiableSortedMap(new TreeMap<>(runs));
  }

  /** Several runs of one key are a mistake: which of them would count? */
  public static RunSet of(String name, List<RunRecord> records) {
    SortedMap<RunKey, RunRecord> runs = new TreeMap<>();
    for (RunRecord run : records) {
      if (runs.put(run.key(), run) != null) {
        throw new InputException(
            name + ": holds " + run.key().text() + " twice; name the folder of one sweep or run");
      }
    }
    return new RunSet(name, runs);
  }

  /**
   * Reads a run folder, a sweep or suite folder, a folder of run folders, or a baseline file.
   *
   * @throws InputException when there are no runs
   */
  public static RunSet read(Path path) {
    if (Files.isRegularFile(path)) {
      return BaselineFile.read(path);
    }
    if (!Files.isDirectory(path)) {
      throw new InputException(path + ": no such folder or baseline file");
    }
    List<RunRecord> records = new ArrayList<>();
    if (Files.exists(path.resolve(RESULT))) {
      records.add(ResultFile.read(path.resolve(RESULT)));
    } else if (Files.exists(path.resolve(SWEEP))) {
      records.addAll(SweepTable.read(path.resolve(SWEEP)));
    } else {
      readBelow(path, records);
    }
    if (records.isEmpty()) {
      throw new InputException(path + ": holds neither a run (" + RESULT + ") nor a sweep (" + SWEEP
          + "); an interrupted sweep must be resumed first");
    }
    return of(String.valueOf(path.getFileName()), records);
  }

  /** Sweeps first: the runs that a sweep kept lie inside it and are in its table. */
  private static void readBelow(Path folder, List<RunRecord> records) {
    List<Path> sweeps = find(folder, SWEEP);
    sweeps.forEach(table -> records.addAll(SweepTable.read(table)));
    if (sweeps.isEmpty()) {
      find(folder, RESULT).forEach(file -> records.add(ResultFile.read(file)));
    }
  }

  private static List<Path> find(Path folder, String name) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.endsWith(name)).sorted().toList();
    } catch (IOException e) {
      throw new InputException(folder + ": cannot be read: " + e.getMessage(), e);
    }
  }
}
