package io.camber.app.simulation;

import io.camber.app.input.BundledScenarios;
import io.camber.app.oracle.Hindsight;
import io.camber.app.twin.TwinNode;
import io.camber.bus.NodeFactory;
import io.camber.bus.node.NodeSpec;
import io.camber.bus.transport.MessageListener;
import io.camber.map.MapLoader;
import io.camber.map.RoadMap;
import io.camber.sim.fault.Lift;
import io.camber.truth.TruthFrame;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;

/**
 * One closed-loop run, for embedding:
 *
 * <pre>{@code
 * SimulationResult result =
 *     Simulation.of("highway-cut-in").seed(7).replace("planning", context -> new MyPlanner()).run();
 * }</pre>
 *
 * Keeps nothing on disk unless {@link #out} says where.
 */
public final class Simulation {
  private SimulationOptions options;
  private final Map<String, NodeFactory> replacements = new LinkedHashMap<>();
  private final Map<String, NodeFactory> additions = new LinkedHashMap<>();
  private final List<Substitution> substitutions = new ArrayList<>();
  private final List<Lift> lifts = new ArrayList<>();
  private final Hindsight foresight = new Hindsight();
  private long promptFromNs = Long.MAX_VALUE;
  private RunMode mode = new RunMode.Lockstep(NodeBodies.HERE);
  private Progress progress = Progress.SILENT;
  private final List<MessageListener> watchers = new ArrayList<>();

  public Simulation(SimulationOptions options) {
    this.options = options;
  }

  /** A scenario file, or the name of a bundled scenario, with default options. */
  public static Simulation of(String nameOrPath) {
    return of(BundledScenarios.resolve(nameOrPath));
  }

  /** A scenario file with default options. */
  public static Simulation of(Path scenario) {
    return new Simulation(new SimulationOptions(
        scenario,
        Map.of(),
        1,
        1,
        Optional.empty(),
        SimulationOptions.UNTIL_S_DEFAULT,
        Perception.SENSORS,
        Sensors.ALL,
        Map.of(),
        Map.of(),
        Optional.empty(),
        false,
        Optional.empty(),
        0));
  }

  /** Lets so many vehicles drive beside the scenario's actors. */
  public Simulation traffic(int vehicles) {
    options = options.withTraffic(vehicles);
    return this;
  }

  /** Breaks something, as in {@code lidar_top:dropout@12s..15s,severity=0.5}; docs/faults.md lists what there is. */
  public Simulation fault(String fault) {
    options = options.withConditions(options.conditions().withFault(fault));
    return this;
  }

  /** Weather instead of the scenario's own, as in {@code fog:visibility=60m,night}. */
  public Simulation weather(String weather) {
    options = options.withConditions(options.conditions().withWeather(weather));
    return this;
  }

  /** Who plans; all but the stack's own planner are for comparison. */
  public Simulation planner(PlannerChoice planner) {
    options = options.withConditions(options.conditions().withPlanner(planner));
    return this;
  }

  /** Sensors of the car: the name of a bundled rig or a file. */
  public Simulation rig(String rig) {
    options = options.withConditions(options.conditions().withRig(rig));
    return this;
  }

  /** The ego is this vehicle: a bundled one's name or a file; docs/vehicle.md. */
  public Simulation vehicle(String vehicle) {
    options = options.withConditions(options.conditions().withVehicle(vehicle));
    return this;
  }

  /** Nobody meets this entity of the scenario, whose storyboard goes on as if it were there: a twin to compare with. */
  public Simulation without(String entity) {
    options = options.withConditions(options.conditions().without(entity));
    return this;
  }

  public Simulation seed(long seed) {
    options = options.withSeed(seed);
    return this;
  }

  /** Threads that run nodes; the result does not depend on it. */
  public Simulation threads(int threads) {
    options = options.withThreads(threads);
    return this;
  }

  public Simulation until(double seconds) {
    options = options.withUntilS(seconds);
    return this;
  }

  /** Feeds the stack with the truth instead of sensors: fast, and says nothing about perception. */
  public Simulation truthPerception() {
    options = options.withTruthPerception();
    return this;
  }

  /** Lets the storyboard drive all; nobody is judged. */
  public Simulation storyboardOnly() {
    options = options.withStoryboardOnly();
    return this;
  }

  /** A value of one of the scenario's own parameters. */
  public Simulation set(String parameter, String value) {
    options = options.withParameter(parameter, value);
    return this;
  }

  /** A value of a node's parameter at the start, such as {@code planning.time_gap_s}. */
  public Simulation parameter(String nodeAndName, String value) {
    options = options.withNodeParameter(nodeAndName, value);
    return this;
  }

  /** Keeps log, result and report in this folder, which must not exist yet. */
  public Simulation out(Path folder) {
    options = options.withOut(folder);
    return this;
  }

  /** Puts another node in the place of a node of the stack; {@link NodeNames} lists them. */
  public Simulation replace(String node, NodeFactory factory) {
    replacements.put(node, factory);
    return this;
  }

  /**
   * Puts another node in the place of a node of the stack, made of the one that would be there and the one that is shipped. It may
   * see the truth: for experiments, not for driving. Later substitutions build on earlier ones.
   */
  public Simulation substitute(String node, BinaryOperator<NodeFactory> actualAndShipped) {
    substitutions.add(new Substitution(node, actualAndShipped));
    return this;
  }

  /**
   * Lets nothing strike a target of faults from a time on until another: for experiments. From {@code Long.MAX_VALUE} on, no byte
   * changes; to the end it is until {@code Long.MAX_VALUE}.
   */
  public Simulation liftFaults(String target, long fromNs, long untilNs) {
    lifts.add(new Lift(target, fromNs, untilNs));
    return this;
  }

  /** Lets steering, drive and brakes do what they are told at once from a time on: for experiments. */
  public Simulation promptActuators(long fromNs) {
    promptFromNs = fromNs;
    return this;
  }

  /** Lets what nodes say appear the moment they are called, from a time on: for experiments, on the logical clock. */
  public Simulation promptNodes(long fromNs) {
    return mode(new RunMode.Lockstep(new PromptBodies(fromNs)));
  }

  /** Puts the oracle in the planner's place from a time on: for experiments. It knows the truth, and what is given of what comes. */
  public Simulation oraclePlanner(Hindsight known, long fromNs) {
    NodeFactory oracle =
        StackNodes.planning(PlannerChoice.ORACLE, known, new MapLoader()).factory();
    return substitute(
        NodeNames.PLANNING,
        (actual, shipped) -> context -> new TwinNode(actual, oracle, known, now -> now >= fromNs));
  }

  /** Targets that the faults of this run and of its scenario strike. */
  public List<String> faultTargets() {
    return preparation().faultTargets();
  }

  /** Whether a node of the stack is the shipped one with the shipped parameters; faults are not asked for. */
  public boolean isAsShipped(String node) {
    String own = node + ".";
    boolean isTuned =
        options.nodeParameters().keySet().stream().anyMatch(key -> key.startsWith(own))
            || options.settings().keySet().stream().anyMatch(key -> key.startsWith(own));
    boolean isChosen =
        node.equals(NodeNames.PLANNING) && options.conditions().planner() != PlannerChoice.STACK;
    return !isTuned
        && !isChosen
        && !replacements.containsKey(node)
        && substitutions.stream().noneMatch(one -> one.node().equals(node));
  }

  /** Names of the stack's nodes in this run. */
  public List<String> stackNodes() {
    return StackNodes.specs(
            options.perception(), options.conditions().planner(), foresight, new MapLoader())
        .stream()
        .map(NodeSpec::name)
        .toList();
  }

  /** Adds a node of your own, which may not see the truth; it lives in the process of the run. */
  public Simulation add(String name, NodeFactory factory) {
    additions.put(name, factory);
    return this;
  }

  /** Lets the nodes live elsewhere, which changes no byte, or the run follow the wall clock, which does. */
  public Simulation mode(RunMode other) {
    mode = other;
    return this;
  }

  /**
   * Nodes of this run, for a process that hosts them; {@code stack} stands for every node of the car.
   *
   * @throws io.camber.diagnostics.InputException when there is no such node
   */
  public List<NodeSpec> nodes(List<String> names) {
    return preparation().nodes(names);
  }

  /** Shows every message of the run to somebody, on the run's own thread; changes no byte. */
  public Simulation watch(MessageListener watcher) {
    watchers.add(watcher);
    return this;
  }

  public Simulation progress(Progress listener) {
    progress = listener;
    return this;
  }

  /**
   * Runs to the scenario's end.
   *
   * @throws io.camber.diagnostics.InputException when the scenario, its map or an option is wrong
   */
  public SimulationResult run() {
    if (options.conditions().planner() == PlannerChoice.ORACLE) {
      foresee();
    }
    return preparation().prepare().watchedBy(watchers).run();
  }

  RunPreparation preparation() {
    Experiment experiment = new Experiment(substitutions, lifts, promptFromNs, foresight);
    return new RunPreparation(options, replacements, experiment, additions, mode, progress);
  }

  /** An oracle knows what comes from the drive that the stack makes with the truth for perception. */
  private void foresee() {
    SimulationOptions before = options
        .withoutSettings()
        .withTruthPerception()
        .withConditions(options.conditions().withoutFaults().withPlanner(PlannerChoice.STACK));
    new Simulation(before)
        .progress(new Progress() {
          @Override
          public void at(double simulatedS, double untilS, double wallS) {}

          @Override
          public void world(TruthFrame frame, RoadMap map) {
            foresight.add(frame);
          }
        })
        .run();
  }
}
