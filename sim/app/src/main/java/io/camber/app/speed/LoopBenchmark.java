package io.camber.app.speed;

import io.camber.app.input.BundledScenarios;
import io.camber.app.input.InputFiles;
import io.camber.app.scratch.ScratchFolder;
import io.camber.app.simulation.Simulation;
import io.camber.app.simulation.SimulationResult;
import io.camber.app.timing.Measurement;
import io.camber.app.timing.Repetitions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Times whole runs in the three ways people run them: one scenario driven, and every bundled storyboard played alone.
 *
 * <p>A repetition is as many runs as fill a second, so that a storyboard of 30 ms is not measured while the Java machine is
 * still compiling it; the warm-up before is two seconds or one run, whichever is longer.
 */
public final class LoopBenchmark {
  private static final double WARM_UP_S = 2.0;
  private static final double REPETITION_S = 1.0;
  private static final Path PROCESS_STATUS = Path.of("/proc/self/status");

  private final Path scenario;
  private final int threads;
  private final int repeat;

  public LoopBenchmark(Path scenario, int threads, int repeat) {
    this.scenario = scenario;
    this.threads = threads;
    this.repeat = repeat;
  }

  /** Real-time factors. */
  public List<Measurement> run() {
    List<Measurement> rows = new ArrayList<>();
    rows.add(measure("sensors, recorded", "at least 1.0", this::withSensors));
    rows.add(measure("truth perception", "at least 50", this::withTruth));
    for (Path each : storyboards()) {
      String name = "storyboard alone, " + InputFiles.stem(each);
      rows.add(measure(name, "at least 500", () -> storyboard(each)));
    }
    return rows;
  }

  private List<Path> storyboards() {
    List<String> bundled = BundledScenarios.list();
    return BundledScenarios.findName(scenario).isPresent()
        ? bundled.stream().map(BundledScenarios::resolve).toList()
        : List.of(scenario);
  }

  private interface Once {
    SimulationResult run();
  }

  private Measurement measure(String name, String bar, Once once) {
    factor(once, WARM_UP_S);
    double[] factors = new double[repeat];
    for (int i = 0; i < repeat; i++) {
      factors[i] = factor(once, REPETITION_S);
    }
    return new Measurement(name, Repetitions.of(factors), bar);
  }

  /** Simulated over wall time of as many runs as take {@code wallSMin}. */
  private static double factor(Once once, double wallSMin) {
    double simulatedS = 0.0;
    double wallS = 0.0;
    while (wallS < wallSMin) {
      SimulationResult result = once.run();
      simulatedS += result.simulatedS();
      wallS += result.wallS();
    }
    return simulatedS / wallS;
  }

  private SimulationResult withSensors() {
    try (ScratchFolder scratch = ScratchFolder.create("camber-bench")) {
      return Simulation.of(scenario)
          .threads(threads)
          .out(scratch.path().resolve("run"))
          .run();
    }
  }

  private SimulationResult withTruth() {
    return Simulation.of(scenario).threads(1).truthPerception().run();
  }

  private static SimulationResult storyboard(Path each) {
    return Simulation.of(each).threads(1).storyboardOnly().run();
  }

  /** Peak resident memory of this process so far; 0 where the system does not tell. */
  public static long peakMemoryMb() {
    try {
      return Files.exists(PROCESS_STATUS)
          ? Files.readAllLines(PROCESS_STATUS).stream()
              .filter(line -> line.startsWith("VmHWM:"))
              .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
              .findFirst()
              .orElse(0)
          : 0;
    } catch (IOException e) {
      return 0;
    }
  }
}
