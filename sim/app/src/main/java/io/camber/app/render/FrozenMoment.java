package io.camber.app.render;

import io.camber.app.input.InputFiles;
import io.camber.diagnostics.InputException;
import io.camber.map.RoadMap;
import io.camber.sim.scenario.Scenario;
import io.camber.sim.scene.town.SceneModel;
import io.camber.sim.world.World;
import io.camber.sim.world.WorldConfig;
import io.camber.truth.TruthFrame;
import io.camber.truth.Weather;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A scenario that its storyboard alone has driven to a moment: the scene, and the truth of the last tenth of a second. */
public final class FrozenMoment {
  private static final double LATEST_S = 59.0;
  private static final int HISTORY = 12;

  private final SceneModel scene;
  private final List<TruthFrame> history;

  private FrozenMoment(SceneModel scene, List<TruthFrame> history) {
    this.scene = scene;
    this.history = List.copyOf(history);
  }

  public static FrozenMoment of(Path file, long seed, double timeS) {
    if (!(timeS >= 0.2 && timeS <= LATEST_S)) {
      throw new InputException("--time " + timeS + ": is outside [0.2, " + LATEST_S + "]");
    }
    Scenario scenario = Scenario.load(file, Map.of());
    RoadMap map = InputFiles.readMap(scenario.mapFile());
    // The scenario keeps the wheel for as long as it may.
    WorldConfig config = new WorldConfig(0.3, 60.0, 0.2, 0.5, 2.0);
    World world = new World(config, scenario, map, seed, scenario.egoName());
    SceneModel scene = new SceneModel(map, world.frame().actors(), seed);
    List<TruthFrame> history = new ArrayList<>();
    history.add(world.frame());
    long endNs = Math.round(timeS * 100.0) * World.STEP_NS;
    while (world.timeNs() < endNs && !world.isFinished()) {
      world.step(Optional.empty());
      history.add(world.frame());
      if (history.size() > HISTORY) {
        history.remove(0);
      }
    }
    if (history.get(history.size() - 1).ego().isEmpty()) {
      throw new InputException(file + ": has no ego that could carry sensors");
    }
    return new FrozenMoment(scene, history);
  }

  public SceneModel scene() {
    return scene;
  }

  /** The last tenth of a second under another weather, oldest first. */
  public List<TruthFrame> under(Weather weather) {
    return history.stream().map(frame -> frame.withWeather(weather)).toList();
  }
}
