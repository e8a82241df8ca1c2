package io.camber.sim.scenario;

import io.camber.diagnostics.InputException;
import io.camber.sim.fault.Fault;
import io.camber.sim.scenario.action.CustomCommandAction;
import io.camber.sim.scenario.document.FileCache;
import io.camber.sim.scenario.entity.ControllerModel;
import io.camber.sim.scenario.entity.EntityModel;
import io.camber.sim.scenario.expression.Scope;
import io.camber.sim.scenario.signal.ControllerSpec;
import io.camber.sim.scenario.storyboard.ElementSpec.StoryboardSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A scenario file, read and checked as far as that is possible without its map. Immutable. */
public final class Scenario {
  /** What the reader found. */
  record Content(
      Path file,
      String description,
      Optional<Path> mapFile,
      Scope parameters,
      Scope variables,
      List<EntityModel> entities,
      Map<String, List<String>> selections,
      List<ControllerSpec> signalControllers,
      StoryboardSpec storyboard,
      boolean asksOffRoad,
      List<String> warnings) {}

  private final Content content;

  Scenario(Content content) {
    this.content = content;
  }

  /**
   * Reads a scenario; throws {@link io.camber.diagnostics.InputException} with file and line on bad input.
   *
   * @param parameterOverrides values of declared parameters, by name
   */
  public static Scenario load(Path file, Map<String, String> parameterOverrides) {
    return ScenarioTemplate.read(file, new FileCache()).with(parameterOverrides);
  }

  Content content() {
    return content;
  }

  public Path file() {
    return content.file();
  }

  /** What the file's header says about it. */
  public String description() {
    return content.description();
  }

  /** The OpenDRIVE file, after substitution of parameters; throws when the scenario is set on an empty plane. */
  public Path mapFile() {
    return content
        .mapFile()
        .orElseThrow(
            () -> new InputException(
                file()
                    + ": <RoadNetwork> names no <LogicFile>: there is no road; camber run FILE --ego none plays its storyboard"));
  }

  /** The OpenDRIVE file, after substitution of parameters; empty when the scenario is set on an empty plane. */
  public Optional<Path> findMapFile() {
    return content.mapFile();
  }

  /** Names of all entities, in the order of the file. */
  public List<String> entityNames() {
    return content.entities().stream().map(EntityModel::name).toList();
  }

  /**
   * The entity that the stack drives unless told otherwise: the one called Ego, else the first with an external or ALKS-like
   * controller, else the first. Empty when the scenario has no entities.
   */
  public String egoName() {
    for (EntityModel entity : content.entities()) {
      if (entity.name().equalsIgnoreCase("ego")) {
        return entity.name();
      }
    }
    for (EntityModel entity : content.entities()) {
      if (entity.controllers().stream().anyMatch(Scenario::isForEgo)) {
        return entity.name();
      }
    }
    return content.entities().isEmpty() ? "" : content.entities().get(0).name();
  }

  private static boolean isForEgo(ControllerModel controller) {
    String name = controller.name().toLowerCase(Locale.ROOT);
    return name.contains("external") || name.contains("alks") || name.contains("ego");
  }

  /** Every fault that the storyboard may ask for. */
  public List<Fault> faults() {
    return content.storyboard().globalActions().stream()
        .filter(CustomCommandAction.class::isInstance)
        .map(action -> ((CustomCommandAction) action).fault())
        .toList();
  }

  /** Parts of the file that are understood but have no effect here, each with file and line. */
  public List<String> warnings() {
    return content.warnings();
  }
}
