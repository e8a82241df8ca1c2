package io.camber.app.eval;

import io.camber.app.simulation.Simulation;
import io.camber.app.simulation.SimulationResult;
import io.camber.evaluation.judgement.Outcome;
import io.camber.jury.comparison.Comparison;
import io.camber.jury.result.RunKey;
import io.camber.jury.result.RunRecord;
import io.camber.jury.result.RunSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Times what is done with drives after them: judging a log again, comparing two sets of runs. */
public final class EvalBenchmark {
  private static final double S = 1e-9;
  private static final int SCENARIOS = 400;
  private static final int SEEDS = 5;

  /** Seconds of one thing: the least, the median and the most of the repetitions. */
  public record Row(String name, double min, double median, double max, String bar) {}

  private final Path scenario;
  private final int repeat;

  public EvalBenchmark(Path scenario, int repeat) {
    this.scenario = scenario;
    this.repeat = repeat;
  }

  public List<Row> run() {
    Path folder = temporary();
    try {
      SimulationResult drive = Simulation.of(scenario)
          .truthPerception()
          .until(30.0)
          .out(folder.resolve("run"))
          .run();
      Path run = drive.folder().orElseThrow();
      RunSet before = synthetic("before", drive, 1);
      RunSet after = synthetic("after", drive, 2);
      return List.of(
          time(
              "a log of " + Math.round(drive.simulatedS()) + " s judged again",
              "at most 1 s",
              () -> Recount.of(run, false).changed()),
          time(
              "2 x " + SCENARIOS * SEEDS + " runs compared",
              "at most 10 s",
              () -> Comparison.of(before, after, Optional.empty(), false).verdict()));
    } finally {
      delete(folder);
    }
  }

  private Row time(String name, String bar, Supplier<?> work) {
    double[] seconds = new double[repeat];
    for (int i = -1; i < repeat; i++) {
      long start = System.nanoTime();
      if (work.get() == null) {
        throw new IllegalStateException(name + " gave nothing");
      }
      if (i >= 0) {
        seconds[i] = (System.nanoTime() - start) * S;
      }
    }
    Arrays.sort(seconds);
    return new Row(name, seconds[0], seconds[repeat / 2], seconds[repeat - 1], bar);
  }

  /** As many metrics as a drive has, each with noise of its own. */
  private static RunSet synthetic(String name, SimulationResult drive, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<RunRecord> runs = new ArrayList<>();
    for (int i = 0; i < SCENARIOS * SEEDS; i++) {
      Map<String, Double> metrics = new TreeMap<>();
      drive
          .judgement()
          .metrics()
          .forEach(metric -> metric
              .value()
              .ifPresent(value -> metrics.put(metric.name(), value + 0.1 * random.nextDouble())));
      runs.add(new RunRecord(
          new RunKey("scenario-" + i / SEEDS, "TRUTH", i % SEEDS),
          Outcome.PASS,
          "",
          name + i,
          new TreeMap<>(metrics)));
    }
    return RunSet.of(name, runs);
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("camber-bench");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
