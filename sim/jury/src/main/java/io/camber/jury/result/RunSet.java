package io.camber.jury.result;

import io.camber.diagnostics.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Runs by key.
 *
 * @param tags of their scenarios
 */
public record RunSet(String name, SortedMap<RunKey, RunRecord> runs, Tags tags) {
  /** What a suite says of itself. */
  public static final String SUITE = "suite.json";

  static final String RESULT = "result.json";
  private static final String SWEEP = "results.csv";

  public RunSet {
    runs = Collections.unmodifiableSortedMap(new TreeMap<>(runs));
  }

  /** Runs of scenarios without tags. */
  public RunSet(String name, SortedMap<RunKey, RunRecord> runs) {
    this(name, runs, Tags.NONE);
  }

  /** Those of the scenarios that have a tag. */
  public RunSet tagged(String tag) {
    SortedMap<RunKey, RunRecord> some = new TreeMap<>(runs);
    some.keySet().removeIf(key -> !tags.has(tag, key.scenario()));
    return new RunSet(name, some, tags);
  }

  /** The key under which a run of a group that was read by itself stands here; it may bear the name of the group. */
  public Optional<RunKey> findMade(RunRecord run, String group) {
    RunKey apart = run.in(group).apart().key();
    return runs.containsKey(apart)
        ? Optional.of(apart)
        : runs.containsKey(run.key()) ? Optional.of(run.key()) : Optional.empty();
  }

  /**
   * Runs of equal key in different groups of a suite, such as by day and at night, are told apart by the name of the group. Several of
   * one key otherwise are a mistake: which of them would count?
   */
  public static RunSet of(String name, List<RunRecord> records) {
    Map<RunKey, Set<String>> groups = new TreeMap<>();
    records.forEach(run ->
        groups.computeIfAbsent(run.key(), key -> new TreeSet<>()).add(run.made().group()));
    SortedMap<RunKey, RunRecord> runs = new TreeMap<>();
    for (RunRecord one : records) {
      RunRecord run = groups.getOrDefault(one.key(), Set.of()).size() > 1 ? one.apart() : one;
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
      records.addAll(sweep(path));
    } else {
      readBelow(path, records);
    }
    if (records.isEmpty()) {
      throw new InputException(path + ": holds neither a run (" + RESULT + ") nor a sweep (" + SWEEP
          + "); an interrupted sweep must be resumed first");
    }
    RunSet read = of(String.valueOf(path.getFileName()), records);
    return new RunSet(read.name(), read.runs(), Tags.read(path.resolve(SUITE)));
  }

  /** Sweeps and single runs; the runs that a sweep kept lie inside it and are in its table. */
  private static void readBelow(Path folder, List<RunRecord> records) {
    List<Path> sweeps =
        find(folder, SWEEP).stream().map(table -> table.resolveSibling("")).toList();
    for (Path sweep : sweeps) {
      String group = folder.relativize(sweep).toString();
      sweep(sweep).forEach(run -> records.add(run.in(group)));
    }
    find(folder, RESULT).stream()
        .filter(file -> sweeps.stream().noneMatch(file::startsWith))
        .forEach(file -> records.add(ResultFile.read(file)));
  }

  private static List<RunRecord> sweep(Path folder) {
    List<RunRecord> runs = SweepTable.read(folder.resolve(SWEEP));
    try {
      return Repeats.marked(folder, runs);
    } catch (IOException e) {
      throw new InputException(folder + ": cannot be read: " + e.getMessage(), e);
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
