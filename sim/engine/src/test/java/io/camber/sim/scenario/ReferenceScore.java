package io.camber.sim.scenario;

import io.camber.diagnostics.InputException;
import io.camber.map.RoadMap;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Plays scenarios without a driver and writes their trajectories: {@code ReferenceScore LIST OUT_DIR}, where each line of the
 * list holds an id, a scenario file and the seconds to play, separated by tabs.
 */
public final class ReferenceScore {
  private ReferenceScore() {}

  public static void main(String[] args) throws IOException {
    Map<Path, RoadMap> maps = new LinkedHashMap<>();
    Path out = Path.of(args[1]);
    for (String line : Files.readAllLines(Path.of(args[0]))) {
      List<String> fields = List.of(line.split("\t", -1));
      long endNs = Math.round(Double.parseDouble(fields.get(2)) * 1e9);
      try {
        play(maps, Path.of(fields.get(1)), endNs, out.resolve(fields.get(0) + ".csv"));
      } catch (InputException e) {
        System.out.println("INPUT " + fields.get(0) + ": " + e.getMessage());
      } catch (RuntimeException e) {
        System.out.println("CRASH " + fields.get(0) + ": " + e);
        e.printStackTrace(System.out);
      }
    }
  }

  private static void play(Map<Path, RoadMap> maps, Path file, long endNs, Path csv)
      throws IOException {
    long t0 = System.nanoTime();
    Scenario scenario = Scenario.load(file, Map.of());
    long t1 = System.nanoTime();
    Path mapFile = scenario.mapFile();
    RoadMap map = maps.get(mapFile);
    if (map == null) {
      map = RoadMap.parse(mapFile.toString(), ByteBuffer.wrap(Files.readAllBytes(mapFile)));
      maps.put(mapFile, map);
    }
    long t2 = System.nanoTime();
    ScenarioPlayer player = new ScenarioPlayer(scenario, map, 0L, "");
    long t3 = System.nanoTime();
    Files.createDirectories(csv.getParent());
    long stepping = 0;
    try (BufferedWriter writer = Files.newBufferedWriter(csv);
        TrajectoryWriter trajectories = new TrajectoryWriter(writer)) {
      trajectories.write(0L, player.entities());
      for (long t = ScenarioPlayer.STEP_NS;
          t <= endNs + ScenarioPlayer.STEP_NS;
          t += ScenarioPlayer.STEP_NS) {
        long before = System.nanoTime();
        player.step(t);
        stepping += System.nanoTime() - before;
        if (player.timeNs() < t) {
          break;
        }
        trajectories.write(t, player.entities());
      }
    }
    System.out.printf(
        "PLAYED %s load %.1f ms, map %.1f ms, init %.1f ms, %.2f us/step, to %.2f s, %d warnings%n",
        file.getFileName(),
        (t1 - t0) / 1e6,
        (t2 - t1) / 1e6,
        (t3 - t2) / 1e6,
        stepping / 1e3 / Math.max(1, player.timeNs() / ScenarioPlayer.STEP_NS),
        player.timeNs() * 1e-9,
        scenario.warnings().size());
    if (System.getenv("SHOW_WARNINGS") != null) {
      scenario.warnings().forEach(warning -> System.out.println("  " + warning));
    }
  }
}
