package io.camber.app.growth;

import io.camber.app.input.InputFiles;
import io.camber.app.scratch.ScratchFolder;
import io.camber.app.timing.Repetitions;
import io.camber.map.RoadMap;
import io.camber.sim.scenario.Scenario;
import io.camber.sim.scenario.ScenarioPlayer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Times storyboards of growing size, one thing growing at a time, and weighs a vehicle. */
public final class GrowthBenchmark {
  private static final int[] ACTORS = {1, 3, 10, 30, 100, 300, 1000};
  private static final int[] EVENTS = {1, 10, 100, 1000, 10_000};
  private static final int[] ROADS = {10, 100, 1000, 10_000};

  /** Steps of a thousand actors or ten thousand events are dear; those of few are quick, and end with the road. */
  private static final long STEPS_MIN = 200;

  private static final long STEPS_MAX = 4000;
  private static final long WORK = 100_000;

  /** Each size is played so long before it counts, and steps are counted over so long. */
  private static final long WARM_UP_NS = 1_500_000_000L;

  private static final long COUNTED_NS = 50_000_000L;

  private static final int WEIGHED = 2000;

  private final int repeat;

  public GrowthBenchmark(int repeat) {
    this.repeat = repeat;
  }

  /** What one size costs: medians. */
  public record Point(int size, double stepUs, double mapMs, double loadMs) {}

  /** One thing that grows. */
  public record Curve(String name, List<Point> points) {
    public Curve {
      points = List.copyOf(points);
    }
  }

  /** The three curves, each warm from the smaller sizes before. */
  public List<Curve> run() throws IOException {
    try (ScratchFolder scratch = ScratchFolder.create("camber-growth")) {
      Path folder = scratch.path();
      return List.of(
          curve(folder, "actors", ACTORS, GrownScenario::ofActors),
          curve(folder, "events", EVENTS, n -> new GrownScenario(2, n, 12)),
          curve(folder, "roads", ROADS, n -> new GrownScenario(2, 1, n)));
    }
  }

  /** Bytes that one more vehicle takes in a running scenario, beyond map and file. */
  public double bytesPerVehicle() throws IOException {
    try (ScratchFolder scratch = ScratchFolder.create("camber-growth")) {
      Path folder = scratch.path();
      Path file = GrownScenario.ofActors(WEIGHED).writeTo(folder);
      Scenario scenario = Scenario.load(file, Map.of());
      RoadMap map = InputFiles.readMap(scenario.mapFile());
      long before = usedBytes();
      ScenarioPlayer player = new ScenarioPlayer(scenario, map, 1, "");
      player.step(1_000_000_000L);
      long after = usedBytes();
      if (player.entities().size() != WEIGHED) {
        throw new IllegalStateException("vehicles are missing");
      }
      return (after - before) / (double) WEIGHED;
    }
  }

  private static long usedBytes() {
    long used = Long.MAX_VALUE;
    for (int i = 0; i < 4; i++) {
      System.gc();
      used = Math.min(
          used, Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
    }
    return used;
  }

  private Curve curve(Path folder, String name, int[] sizes, IntFunction<GrownScenario> grown)
      throws IOException {
    List<Point> points = new ArrayList<>();
    for (int size : sizes) {
      points.add(point(grown.apply(size).writeTo(folder), size));
    }
    return new Curve(name, points);
  }

  private Point point(Path file, int size) {
    long steps = Math.max(STEPS_MIN, Math.min(STEPS_MAX, WORK / size));
    double[] stepUs = new double[repeat];
    double[] mapMs = new double[repeat];
    double[] loadMs = new double[repeat];
    Path mapFile = Scenario.load(file, Map.of()).mapFile();
    long warm = System.nanoTime() + WARM_UP_NS;
    RoadMap map = InputFiles.readMap(mapFile);
    while (System.nanoTime() < warm) {
      map = InputFiles.readMap(mapFile);
      play(file, map, steps);
    }
    for (int i = 0; i < repeat; i++) {
      long start = System.nanoTime();
      map = InputFiles.readMap(mapFile);
      mapMs[i] = (System.nanoTime() - start) / 1e6;
      Sums sums = new Sums();
      while (sums.stepNs < COUNTED_NS) {
        sums.add(play(file, map, steps));
      }
      loadMs[i] = sums.loadNs / 1e6 / sums.plays;
      stepUs[i] = sums.stepNs / 1e3 / (sums.plays * steps);
    }
    return new Point(
        size,
        Repetitions.of(stepUs).median(),
        Repetitions.of(mapMs).median(),
        Repetitions.of(loadMs).median());
  }

  private record Play(long loadNs, long stepNs) {}

  /** What several plays took together. */
  private static final class Sums {
    private long loadNs;
    private long stepNs;
    private int plays;

    void add(Play play) {
      loadNs += play.loadNs();
      stepNs += play.stepNs();
      plays++;
    }
  }

  private static Play play(Path file, RoadMap map, long steps) {
    long start = System.nanoTime();
    ScenarioPlayer player = new ScenarioPlayer(Scenario.load(file, Map.of()), map, 1, "");
    long loaded = System.nanoTime();
    player.step(steps * ScenarioPlayer.STEP_NS);
    return new Play(loaded - start, System.nanoTime() - loaded);
  }
}
