package io.camber.app.eval;

import io.camber.app.data.DriveIndex;
import io.camber.app.data.IndexQuery;
import io.camber.app.scratch.ScratchFolder;
import io.camber.app.simulation.JudgingCost;
import io.camber.app.simulation.RunFolder;
import io.camber.app.simulation.Simulation;
import io.camber.app.simulation.SimulationResult;
import io.camber.app.timing.Measurement;
import io.camber.app.timing.Repetitions;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Times what the jury adds to drives, and what is done with them afterwards: judging again, comparing, indexing, asking. */
public final class EvalBenchmark {
  private static final double S = 1e-9;
  private static final int SCENARIOS = 400;
  private static final int SEEDS = 5;

  private static final int INDEXED = 1000;
  private static final double SENSED_S = 6.0;

  private final Path scenario;
  private final int repeat;

  public EvalBenchmark(Path scenario, int repeat) {
    this.scenario = scenario;
    this.repeat = repeat;
  }

  /** In seconds, or in per cent. */
  public List<Measurement> run() {
    try (ScratchFolder scratch = ScratchFolder.create("camber-bench")) {
      Path folder = scratch.path();
      SimulationResult drive = Simulation.of(scenario)
          .truthPerception()
          .until(30.0)
          .out(folder.resolve("run"))
          .run();
      Path run = drive.folder().orElseThrow();
      RunSet before = synthetic("before", drive, 1);
      RunSet after = synthetic("after", drive, 2);
      Path runs = copies(run, folder.resolve("runs"));
      Path index = runs.resolve(DriveIndex.FILE);
      List<Measurement> rows = new ArrayList<>();
      rows.addAll(cost(
          "metrics on a drive with truth, % of it",
          "at most 20 %", 10, () -> Simulation.of(scenario).truthPerception()));
      rows.addAll(cost(
          "metrics on a drive with sensors, % of it",
          "at most 3 %", 1, () -> Simulation.of(scenario).until(SENSED_S)));
      rows.addAll(List.of(
          time(
              "index of " + INDEXED + " runs",
              "at most 60 s",
              () -> Long.toString(DriveIndex.make(runs, index).rows())),
          time(
              "index asked: find",
              "at most 1 s",
              () -> new IndexQuery(index).find("car within 30 m and faster than 5 m/s")),
          time(
              "index asked: SQL over all rows",
              "at most 1 s",
              () -> new IndexQuery(index)
                  .sql(
                      "SELECT scenario, outcome, min(ttc_min), avg(speed), count(*) FROM seconds GROUP BY ALL",
                      IndexQuery.ROWS_MAX)
                  .rows()),
          time(
              "a log of " + Math.round(drive.simulatedS()) + " s judged again",
              "at most 1 s",
              () -> Recount.of(run, false).changed()),
          time(
              "2 x " + SCENARIOS * SEEDS + " runs compared",
              "at most 10 s",
              () -> Comparison.of(before, after, Optional.empty(), false).verdict())));
      return rows;
    }
  }

  private List<Measurement> cost(
      String name, String bar, int drivesEach, Supplier<Simulation> drives) {
    JudgingCost.Shares shares = new JudgingCost(drives, drivesEach).shares(repeat);
    return List.of(
        perCent(name, shares.added(), bar), perCent("  of which in the jury", shares.inside(), ""));
  }

  private Measurement perCent(String name, List<Double> shares, String bar) {
    double[] values = shares.stream().mapToDouble(Double::doubleValue).toArray();
    return new Measurement(name, Repetitions.of(values).times(100.0), bar);
  }

  /** As many runs as an index is measured with, all alike. */
  private static Path copies(Path run, Path target) {
    try {
      for (int i = 0; i < INDEXED; i++) {
        Path copy = Files.createDirectories(target.resolve("run-" + i));
        for (String file : List.of(RunFolder.METRICS, RunFolder.RESULT)) {
          Files.copy(run.resolve(file), copy.resolve(file));
        }
      }
      return target;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Measurement time(String name, String bar, Supplier<?> work) {
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
    return new Measurement(name, Repetitions.of(seconds), bar);
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
}
