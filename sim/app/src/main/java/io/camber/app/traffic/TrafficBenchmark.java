package io.camber.app.traffic;

import io.camber.app.busbench.CoreLook;
import io.camber.app.input.InputFiles;
import io.camber.app.scratch.ScratchFolder;
import io.camber.app.timing.Repetitions;
import io.camber.diagnostics.InputException;
import io.camber.sim.traffic.Crew;
import io.camber.sim.traffic.ThreadCrew;
import io.camber.sim.traffic.Traffic;
import io.camber.sim.traffic.TrafficConfig;
import io.camber.sim.traffic.network.LaneNetwork;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Vehicle-steps per second on one and two threads, and of two traffics at once that share nothing, beside SUMO on the same network in
 * the same run. Without a map of the user's it is a grid that SUMO's programs make.
 */
public final class TrafficBenchmark {
  /** Lane that the grid has for each vehicle. */
  private static final double ROOM_M = 100.0;

  /** A grid of n by n crossings has n (n - 1) times so much: two streets of 200 m, three lanes each way. */
  private static final double GRID_M = 2_400.0;

  private static final double SUMO_S = 30.0;
  private static final double WARM_UP_S = 60.0;

  private final Optional<Path> map;
  private final List<Integer> sizes;
  private final double seconds;
  private final int repeat;

  /**
   * @param sizes numbers of vehicles, one after the other
   * @param seconds simulated in each repetition
   */
  public TrafficBenchmark(Optional<Path> map, List<Integer> sizes, double seconds, int repeat) {
    this.map = map;
    this.sizes = List.copyOf(sizes);
    this.seconds = seconds;
    this.repeat = repeat;
  }

  public void run(Consumer<String> print) throws IOException {
    if (map.isEmpty() && !SumoPeer.isPresent()) {
      throw new InputException(
          "without --map the network is a grid made by SUMO's programs, which are not on the path;"
              + " install sumo, or name a map");
    }
    try (ScratchFolder scratch = ScratchFolder.create("camber-bench-traffic")) {
      for (int vehicles : sizes) {
        measure(scratch.path(), vehicles, blocks(vehicles), print);
      }
    }
    print.accept(String.format(
        Locale.ROOT,
        "memory beside the map %d B a vehicle   at most 4096",
        Traffic.bytesPerVehicle()));
  }

  /** Crossings n along each side of a grid with room for all: n (n - 1) GRID_M = vehicles ROOM_M. */
  private static int blocks(int vehicles) {
    return (int) Math.rint(0.5 + Math.sqrt(0.25 + vehicles * ROOM_M / GRID_M));
  }

  private void measure(Path folder, int vehicles, int blocks, Consumer<String> print)
      throws IOException {
    SumoPeer sumo = new SumoPeer(folder);
    boolean peer = map.isEmpty();
    Path xodr = peer ? sumo.grid(blocks) : map.get();
    LaneNetwork network = LaneNetwork.of(InputFiles.readMap(xodr));
    double[] one = new double[repeat];
    double[] two = new double[repeat];
    double[] both = new double[repeat];
    double[] other = new double[repeat];
    double[] lines = new double[repeat];
    try (ThreadCrew pair = new ThreadCrew(2)) {
      Traffic alone = traffic(network, vehicles, Crew.alone());
      Traffic stranger = traffic(network, vehicles, Crew.alone());
      Traffic shared = traffic(network, vehicles, pair);
      for (int i = 0; i < repeat; i++) {
        lines[i] = CoreLook.takeNs() * 1e6;
        one[i] = speed(alone);
        two[i] = speed(shared);
        both[i] = speedAtOnce(alone, stranger);
        if (peer) {
          other[i] = sumo.drive(blocks, vehicles, SUMO_S).updatesPerS();
        }
      }
      print.accept(String.format(
          Locale.ROOT,
          "%d vehicles wanted, %d on the road at %.1f m/s on average, %s",
          vehicles,
          alone.active(),
          meanMps(alone),
          network));
    }
    print.accept(row("one thread", one, "at least 1.0"));
    print.accept(row("two threads", two, ""));
    double[] ratios = new double[repeat];
    Arrays.setAll(ratios, i -> two[i] / one[i] * 1e6);
    print.accept(row("  two over one", ratios, "at least 1.7"));
    print.accept(row("  a cache line there and back", lines, "ns, before each repetition"));
    double[] ceilings = new double[repeat];
    Arrays.setAll(ceilings, i -> both[i] / one[i] * 1e6);
    print.accept(row("  two strangers over one", ceilings, "what two cores give here"));
    if (peer) {
      double[] ahead = new double[repeat];
      Arrays.setAll(ahead, i -> one[i] / other[i] * 1e6);
      print.accept(row("sumo, IDM, step 0.1 s", other, ""));
      print.accept(row("  one thread over sumo", ahead, ""));
    }
  }

  private static Traffic traffic(LaneNetwork network, int vehicles, Crew crew) {
    Traffic traffic = Traffic.filled(network, TrafficConfig.urban(vehicles, 1), crew);
    for (int i = 0; i < WARM_UP_S / traffic.stepS(); i++) {
      traffic.step();
    }
    return traffic;
  }

  private static double meanMps(Traffic traffic) {
    double sum = 0.0;
    for (int v = 0; v < traffic.vehicles(); v++) {
      sum += traffic.isActive(v) ? traffic.speedMps(v) : 0.0;
    }
    return sum / Math.max(1, traffic.active());
  }

  private double speed(Traffic traffic) {
    long before = System.nanoTime();
    long done = steps(traffic);
    return done / ((System.nanoTime() - before) * 1e-9);
  }

  /** Goes on for the time to measure; vehicle-steps done. */
  private long steps(Traffic traffic) {
    long steps = Math.round(seconds / traffic.stepS());
    long done = 0;
    for (long i = 0; i < steps; i++) {
      traffic.step();
      done += traffic.active();
    }
    return done;
  }

  /** Of two traffics that share nothing but the machine, together. */
  private double speedAtOnce(Traffic one, Traffic other) {
    long before = System.nanoTime();
    CompletableFuture<Long> second = CompletableFuture.supplyAsync(() -> steps(other));
    long done = steps(one) + second.join();
    return done / ((System.nanoTime() - before) * 1e-9);
  }

  private static String row(String name, double[] values, String bar) {
    return String.format(
        Locale.ROOT, "  %-28s %s   %s", name, Repetitions.of(values).times(1e-6).columns(3), bar);
  }
}
