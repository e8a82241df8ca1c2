package io.camber.app.speed;

import io.camber.app.input.InputFiles;
import io.camber.app.timing.Repetitions;
import io.camber.sim.scenario.Playback;
import io.camber.sim.scenario.Scenario;
import io.camber.sim.scenario.ScenarioPlayer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Times storyboards without a driver: what a step of 10 ms costs, and what it takes to read a scenario and set it up on its
 * map, which is read before. Every scenario is played {@code warmUps} times uncounted, then {@code repeat} times.
 */
public final class ScenarioBenchmark {
  private static final double NS_PER_US = 1e3;
  private static final double NS_PER_MS = 1e6;

  /**
   * Medians of one scenario over the counted repetitions.
   *
   * @param loadMs to read and set up with the map read before
   * @param wholeMs the same with reading the map
   */
  public record Row(String name, double stepUs, double loadMs, double wholeMs, long steps) {}

  /** The spread of a figure over all scenarios. */
  public record Spread(double median, double p90, double max) {}

  private final int warmUps;
  private final int repeat;
  private final long untilNs;

  public ScenarioBenchmark(int warmUps, int repeat, double untilS) {
    this.warmUps = warmUps;
    this.repeat = repeat;
    this.untilNs = Math.round(untilS * 1e9);
  }

  /**
   * Times scenarios by name, in their order.
   *
   * @param done told of each that has been timed, at once
   */
  public List<Row> run(Map<String, Path> scenarios, BiConsumer<String, Path> done) {
    Playback playback = new Playback(InputFiles::readMap);
    for (int i = 0; i < warmUps; i++) {
      scenarios.forEach((name, file) -> once(playback, file));
    }
    List<Row> rows = new ArrayList<>();
    scenarios.forEach((name, file) -> {
      rows.add(row(playback, name, file));
      done.accept(name, file);
    });
    return rows;
  }

  public static Spread stepUs(List<Row> rows) {
    return spread(rows.stream().mapToDouble(Row::stepUs).toArray());
  }

  public static Spread loadMs(List<Row> rows) {
    return spread(rows.stream().mapToDouble(Row::loadMs).toArray());
  }

  /** The scenarios whose steps cost most. */
  public static List<Row> slowest(List<Row> rows, int count) {
    return rows.stream()
        .sorted(Comparator.comparingDouble(Row::stepUs).reversed())
        .limit(count)
        .toList();
  }

  /** The spread of some figures; sorts them. */
  public static Spread spread(double[] values) {
    Arrays.sort(values);
    int n = values.length;
    return n == 0
        ? new Spread(Double.NaN, Double.NaN, Double.NaN)
        : new Spread(values[n / 2], values[n * 9 / 10], values[n - 1]);
  }

  private record Timing(double stepUs, double loadMs, double wholeMs, long steps) {}

  private Row row(Playback playback, String name, Path file) {
    double[] steps = new double[repeat];
    double[] loads = new double[repeat];
    double[] wholes = new double[repeat];
    long count = 0;
    for (int i = 0; i < repeat; i++) {
      Timing timing = once(playback, file);
      steps[i] = timing.stepUs();
      loads[i] = timing.loadMs();
      wholes[i] = timing.wholeMs();
      count = timing.steps();
    }
    return new Row(
        name,
        Repetitions.of(steps).median(),
        Repetitions.of(loads).median(),
        Repetitions.of(wholes).median(),
        count);
  }

  private Timing once(Playback playback, Path file) {
    Optional<Path> mapFile = Scenario.load(file, Map.of()).findMapFile();
    long early = System.nanoTime();
    mapFile.ifPresent(InputFiles::readMap);
    long mapNs = System.nanoTime() - early;
    playback.map(Scenario.load(file, Map.of()));
    long start = System.nanoTime();
    ScenarioPlayer player = playback.open(Scenario.load(file, Map.of()));
    long loaded = System.nanoTime();
    player.step(untilNs);
    long played = System.nanoTime();
    player.drainEvents();
    long steps = Math.max(1, player.timeNs() / ScenarioPlayer.STEP_NS);
    return new Timing(
        (played - loaded) / NS_PER_US / steps,
        (loaded - start) / NS_PER_MS,
        (loaded - start + mapNs) / NS_PER_MS,
        steps);
  }
}
