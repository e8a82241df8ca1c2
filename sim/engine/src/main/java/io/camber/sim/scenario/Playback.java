package io.camber.sim.scenario;

import io.camber.map.RoadMap;
import io.camber.truth.ActorTruth;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Plays storyboards without a driver, one scenario after the other. A map that scenarios share is read once, while it is among
 * the last {@value #MAPS_MAX}. Owned by one thread.
 */
public final class Playback {
  private static final int MAPS_MAX = 8;
  private static final long SEED = 1;

  private final Function<Path, RoadMap> reader;
  private final Map<Path, RoadMap> maps = new LinkedHashMap<>();

  /** Sees where everybody is. */
  @FunctionalInterface
  public interface Observer {
    void see(long timeNs, List<ActorTruth> entities);
  }

  /** How a scenario went. */
  public record Outcome(double simulatedS, boolean finished) {}

  /**
   * @param reader reads a map file
   */
  public Playback(Function<Path, RoadMap> reader) {
    this.reader = reader;
  }

  /** The map a scenario is set on; an empty plane when it names none. */
  public RoadMap map(Scenario scenario) {
    return scenario.findMapFile().map(this::read).orElseGet(RoadMap::empty);
  }

  private RoadMap read(Path file) {
    RoadMap map = maps.remove(file);
    if (map == null) {
      map = reader.apply(file);
      if (maps.size() == MAPS_MAX) {
        maps.remove(maps.keySet().iterator().next());
      }
    }
    maps.put(file, map);
    return map;
  }

  /** The scenario at time 0, moved by its storyboard alone. */
  public ScenarioPlayer open(Scenario scenario) {
    return new ScenarioPlayer(scenario, map(scenario), SEED, "");
  }

  /** Plays until the storyboard ends, at most {@code untilS}. */
  public Outcome play(Scenario scenario, double untilS) {
    ScenarioPlayer player = open(scenario);
    player.step(Math.round(untilS * 1e9));
    return outcome(player);
  }

  /** As {@link #play(Scenario, double)}, and shows everybody at every step. */
  public Outcome play(Scenario scenario, double untilS, Observer observer) {
    ScenarioPlayer player = open(scenario);
    long untilNs = Math.round(untilS * 1e9);
    observer.see(0L, player.entities());
    for (long now = ScenarioPlayer.STEP_NS; now <= untilNs; now += ScenarioPlayer.STEP_NS) {
      player.step(now);
      if (player.timeNs() < now) {
        break;
      }
      observer.see(now, player.entities());
    }
    return outcome(player);
  }

  private static Outcome outcome(ScenarioPlayer player) {
    return new Outcome(player.timeNs() * 1e-9, player.finished());
  }
}
