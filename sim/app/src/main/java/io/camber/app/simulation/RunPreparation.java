package io.camber.app.simulation;

import io.camber.app.input.InputFiles;
import io.camber.app.input.SensorRigs;
import io.camber.app.input.Suggestions;
import io.camber.app.input.Vehicles;
import io.camber.app.sensors.SensorRig;
import io.camber.app.simulation.Run.Inputs;
import io.camber.app.simulation.watch.Judging;
import io.camber.bus.NodeFactory;
import io.camber.bus.node.NodeSpec;
import io.camber.diagnostics.InputException;
import io.camber.map.MapLoader;
import io.camber.map.RoadMap;
import io.camber.messages.Topics;
import io.camber.scene.MapFile;
import io.camber.sim.fault.Fault;
import io.camber.sim.scenario.Scenario;
import io.camber.sim.scenario.expression.Suggestion;
import io.camber.sim.weather.WeatherText;
import io.camber.sim.world.World;
import io.camber.sim.world.WorldConfig;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads and checks everything a run needs before anything is written or moved. */
final class RunPreparation {
  /** Stands for every node of the car. */
  private static final String STACK = "stack";

  private static final MapFile EMPTY_PLANE = new MapFile(
      "empty-plane.xodr",
      "<OpenDRIVE><header revMajor=\"1\" revMinor=\"8\"/></OpenDRIVE>\n"
          .getBytes(StandardCharsets.UTF_8));
  private static final double NS = 1e-9;
  private static final double MS = 1e-6;

  private final SimulationOptions options;
  private final Map<String, NodeFactory> replacements;
  private final Experiment experiment;
  private final Map<String, NodeFactory> additions;
  private final RunMode mode;
  private final Progress progress;

  RunPreparation(
      SimulationOptions options,
      Map<String, NodeFactory> replacements,
      Experiment experiment,
      Map<String, NodeFactory> additions,
      RunMode mode,
      Progress progress) {
    this.options = options;
    this.replacements = replacements;
    this.experiment = experiment;
    this.additions = additions;
    this.mode = mode;
    this.progress = progress;
  }

  /** The nodes of those names as this run would have them. Nodes of the car alone need no scenario and come up fast. */
  List<NodeSpec> nodes(List<String> names) {
    List<NodeSpec> car = paced(configured(stack(new MapLoader())));
    Set<String> wanted = new LinkedHashSet<>(names);
    if (wanted.remove(STACK)) {
      car.forEach(node -> wanted.add(node.name()));
    }
    boolean isOfCar = car.stream().map(NodeSpec::name).toList().containsAll(wanted);
    List<NodeSpec> known =
        isOfCar || !options.hasScenario() ? faultsOfCar().on(car) : load().nodes();
    List<NodeSpec> found =
        known.stream().filter(node -> wanted.contains(node.name())).toList();
    List<String> there = known.stream().map(NodeSpec::name).toList();
    for (String name : wanted) {
      if (!there.contains(name)) {
        throw new InputException("there is no node '" + name + "'; there are "
            + String.join(", ", there) + " and " + STACK + Suggestions.hint(name, there));
      }
    }
    return new GivenParameters(options.nodeParameters()).on(found);
  }

  private List<NodeSpec> stack(MapLoader maps) {
    return StackNodes.specs(
        options.perception(), options.conditions().planner(), experiment.foresight(), maps);
  }

  private RunFaults faultsOfCar() {
    List<Fault> ofScenario = options.hasScenario() ? scenario().faults() : List.of();
    return RunFaults.of(
        options, ofScenario, SensorRigs.named(options.conditions().rig()));
  }

  /** What the faults of the run and of its scenario strike. */
  List<String> faultTargets() {
    return faultsOfCar().struck();
  }

  /** Storyboards play on an empty plane, too; who drives wants a road. */
  private MapFile mapFile(Scenario scenario) {
    if (egoName(scenario).isEmpty() && scenario.findMapFile().isEmpty()) {
      return EMPTY_PLANE;
    }
    Path path = scenario.mapFile();
    return new MapFile(String.valueOf(path.getFileName()), InputFiles.readOpenDrive(path));
  }

  /** What a run is made of once its files are read. */
  private record Loaded(
      MapFile mapFile, RoadMap map, World world, List<NodeSpec> nodes, RunFaults faults) {}

  private Scenario scenario() {
    return Scenario.load(options.scenario(), options.parameters());
  }

  private static Set<String> known(Scenario scenario, List<String> without) {
    List<String> names = scenario.entityNames();
    for (String entity : without) {
      if (!names.contains(entity)) {
        throw new InputException(scenario.file() + ": --without " + entity
            + ": there is no such entity" + Suggestion.among(entity, names) + "; entities are "
            + String.join(", ", names));
      }
      if (entity.equals(scenario.egoName())) {
        throw new InputException("--without " + entity + ": that is the car that is driven");
      }
    }
    return Set.copyOf(without);
  }

  private Loaded load() {
    Scenario scenario = scenario();
    MapFile mapFile = mapFile(scenario);
    MapLoader maps = new MapLoader();
    RoadMap map = maps.load(mapFile);
    World world = new World(
        worldConfig(),
        scenario,
        map,
        options.seed(),
        egoName(scenario),
        options.traffic().factory());
    if (!options.conditions().weather().isEmpty()) {
      world.overrideWeather(WeatherText.parse(options.conditions().weather()));
    }
    world.obeyAtOnceFrom(experiment.promptFromNs());
    world.leaveOut(known(scenario, options.conditions().without()));
    SensorRig rig = SensorRigs.named(options.conditions().rig());
    List<NodeSpec> shipped =
        nodes(world, map, maps, RunFaults.of(options, scenario.faults(), rig).onCables(rig));
    List<NodeSpec> nodes = new ArrayList<>(substituted(replaced(shipped), shipped));
    additions.forEach((name, factory) ->
        nodes.add(NodeSpec.stack(name, Latencies.ns(name), Topics.TRUTH_PREFIX, factory)));
    RunFaults faults = RunFaults.of(options, scenario.faults(), rig).lifted(experiment.lifts());
    faults.check(nodes);
    return new Loaded(mapFile, map, world, faults.on(paced(configured(nodes))), faults);
  }

  private WorldConfig worldConfig() {
    String vehicle = options.conditions().vehicle();
    WorldConfig config = WorldConfig.standard();
    return vehicle.isEmpty() ? config : config.withVehicle(Vehicles.named(vehicle));
  }

  Run prepare() {
    Loaded loaded = load();
    Inputs inputs = new Inputs(loaded.mapFile(), loaded.map());
    List<NodeSpec> complete = new GivenParameters(options.nodeParameters()).onAll(loaded.nodes());
    return new Run(options, inputs, loaded.world(), complete, loaded.faults(), mode, progress);
  }

  /** The same drive with nobody watching. */
  DrivePlan prepareUnwatched() {
    return unwatched(load());
  }

  /** The same drive with the jury alone watching. */
  DrivePlan prepareJudged() {
    Loaded loaded = load();
    return unwatched(loaded).watchedBy(List.of(Judging.of(loaded.world(), loaded.map())));
  }

  /** The same drive, watched and recorded, for nobody. */
  Rehearsal prepareRehearsal() {
    Loaded loaded = load();
    return Rehearsal.of(unwatched(loaded), loaded.map());
  }

  private DrivePlan unwatched(Loaded loaded) {
    return new DrivePlan(
        options,
        loaded.world(),
        loaded.mapFile(),
        loaded.nodes(),
        loaded.faults(),
        List.of(),
        Math.round(options.untilS() / NS));
  }

  private String egoName(Scenario scenario) {
    String name = options.egoName().orElse(scenario.egoName());
    if (!name.isEmpty() && !scenario.entityNames().contains(name)) {
      throw new InputException(options.scenario() + ": has no entity called " + name + "; it has "
          + scenario.entityNames());
    }
    return name;
  }

  private List<NodeSpec> nodes(World world, RoadMap map, MapLoader maps, SensorRig rig) {
    List<NodeSpec> nodes = new ArrayList<>();
    if (world.vehicle().isPresent()) {
      nodes.addAll(WorldNodes.sensors(options, world, map, world.vehicle().get(), rig));
      nodes.addAll(stack(maps));
    }
    return nodes;
  }

  private List<NodeSpec> replaced(List<NodeSpec> nodes) {
    List<String> names = nodes.stream().map(NodeSpec::name).toList();
    for (String name : replacements.keySet()) {
      if (!names.contains(name)) {
        throw new InputException(
            "there is no node called " + name + " to replace; there are " + names);
      }
    }
    return nodes.stream()
        .map(node -> {
          NodeFactory replacement = replacements.get(node.name());
          return replacement == null ? node : node.withFactory(replacement);
        })
        .toList();
  }

  private List<NodeSpec> substituted(List<NodeSpec> actual, List<NodeSpec> shipped) {
    List<NodeSpec> nodes = new ArrayList<>(actual);
    for (Substitution substitution : experiment.substitutions()) {
      for (int i = 0; i < nodes.size(); i++) {
        if (nodes.get(i).name().equals(substitution.node())) {
          nodes.set(i, substitution.on(nodes.get(i), asShipped(shipped.get(i))));
        }
      }
    }
    return nodes;
  }

  /** In the place of a planner for comparison, too, the stack's own is what is shipped. */
  private NodeSpec asShipped(NodeSpec node) {
    boolean compared = node.name().equals(NodeNames.PLANNING)
        && options.conditions().planner() != PlannerChoice.STACK;
    return compared
        ? StackNodes.planning(PlannerChoice.STACK, experiment.foresight(), new MapLoader())
        : node;
  }

  /** With latencies that were given instead of the declared ones. */
  private List<NodeSpec> paced(List<NodeSpec> nodes) {
    Map<String, Double> given = options.conditions().latenciesMs();
    List<String> names = nodes.stream().map(NodeSpec::name).toList();
    for (String name : given.keySet()) {
      // a profile made with sensors holds more nodes than a drive without
      if (!names.contains(name) && !NodeNames.all().contains(name)) {
        throw new InputException(
            "--latency " + name + ": there is no such node; there are " + names);
      }
    }
    return nodes.stream()
        .map(node -> given.containsKey(node.name())
            ? node.withLatencyNs(Math.round(given.getOrDefault(node.name(), 0.0) / MS))
            : node)
        .toList();
  }

  private List<NodeSpec> configured(List<NodeSpec> nodes) {
    Map<String, Map<String, String>> settings = new TreeMap<>();
    List<String> names = nodes.stream().map(NodeSpec::name).toList();
    options.settings().forEach((path, value) -> {
      String owner = names.stream()
          .filter(name -> path.startsWith(name + "."))
          .findFirst()
          .orElseThrow(
              () -> new InputException("--config " + path + ": no such node; there are " + names));
      settings
          .computeIfAbsent(owner, name -> new TreeMap<>())
          .put(path.substring(owner.length() + 1), value);
    });
    return nodes.stream()
        .map(node -> node.withOverrides(settings.getOrDefault(node.name(), Map.of())))
        .toList();
  }
}
