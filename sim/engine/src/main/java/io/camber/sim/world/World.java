package io.camber.sim.world;

import io.camber.geometry.Angles;
import io.camber.geometry.Pose3;
import io.camber.map.RoadMap;
import io.camber.motion.Mission;
import io.camber.sim.dynamics.doubletrack.DoubleTrackConfig;
import io.camber.sim.fault.Fault;
import io.camber.sim.scenario.Scenario;
import io.camber.sim.scenario.ScenarioPlayer;
import io.camber.sim.traffic.ambient.AmbientTraffic;
import io.camber.sim.traffic.ambient.TrafficAround;
import io.camber.truth.ActorTruth;
import io.camber.truth.ScenarioEvent;
import io.camber.truth.SignalTruth;
import io.camber.truth.TruthFrame;
import io.camber.truth.Weather;
import io.camber.truth.WheelTruth;
import io.camber.vehicle.ControlCommand;
import io.camber.vehicle.VehicleDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything outside the stack, at 100 Hz. The scenario moves everybody, the ego included, until the stack takes over;
 * from then on the ego is a simulated car that obeys commands. Nothing pushes anything: collisions are for the jury to
 * see. Deterministic for a scenario, a map, a seed and the commands; owned by one thread.
 */
public final class World implements AutoCloseable {
  public static final long STEP_NS = ScenarioPlayer.STEP_NS;

  /** Below this the direction of motion says nothing about curvature. */
  private static final double CURVATURE_TRAVEL_M = 0.005;

  private final WorldConfig config;
  private final RoadMap map;
  private final ScenarioPlayer player;
  private final HandoverRule handover;
  private final String egoName;
  private final Optional<VehicleDescription> vehicle;
  private final Optional<TrafficAround> traffic;
  private Optional<Weather> weather = Optional.empty();
  private Set<String> leftOut = Set.of();
  private long promptFromNs = Long.MAX_VALUE;
  private @Nullable EgoCar car;
  private @Nullable Pose3 egoBefore;

  /** The world at time 0 with the scenario's actors alone. */
  public World(WorldConfig config, Scenario scenario, RoadMap map, long seed, String egoName) {
    this(config, scenario, map, seed, egoName, 0);
  }

  /**
   * The world at time 0.
   *
   * @param egoName the entity that the stack drives; empty when the scenario plays alone
   * @param vehicles of traffic beside the scenario's actors; the scenario's conditions do not see them
   */
  public World(
      WorldConfig config, Scenario scenario, RoadMap map, long seed, String egoName, int vehicles) {
    this(
        config,
        scenario,
        map,
        seed,
        egoName,
        vehicles == 0 ? Optional.empty() : Optional.of(AmbientTraffic.of(vehicles)));
  }

  /**
   * The world at time 0.
   *
   * @param egoName the entity that the stack drives; empty when the scenario plays alone
   * @param around who is on the road beside the scenario's actors; the scenario's conditions do not see them
   */
  public World(
      WorldConfig config,
      Scenario scenario,
      RoadMap map,
      long seed,
      String egoName,
      Optional<TrafficAround.Factory> around) {
    this.config = config;
    this.map = map;
    this.egoName = egoName;
    player = new ScenarioPlayer(scenario, map, seed, egoName);
    handover = new HandoverRule(config);
    vehicle = findEgo()
        .map(ego -> EgoDescription.of(ego, player.egoWheelbaseM()))
        .map(own -> config.vehicle().map(DoubleTrackConfig::description).orElse(own));
    traffic = around.map(
        factory -> factory.begin(map, seed, player.entities(), egoName, player.signals()));
  }

  /** Sets the weather once and for all, whatever the scenario says of it. */
  public void overrideWeather(Weather given) {
    weather = Optional.of(given);
  }

  /** Nobody meets these entities of the scenario from now on; its storyboard goes on as if they were there. */
  public void leaveOut(Set<String> entities) {
    leftOut = Set.copyOf(entities);
  }

  /** The ego's actuators do what they are told at once from a time on: for experiments. */
  public void obeyAtOnceFrom(long timeNs) {
    promptFromNs = timeNs;
  }

  /** The weather at the current time. */
  public Weather weather() {
    return weather.orElseGet(player::weather);
  }

  /** What the stack may know about its car; empty without an ego. */
  public Optional<VehicleDescription> vehicle() {
    return vehicle;
  }

  public Mission mission() {
    return player.mission();
  }

  public long timeNs() {
    return player.timeNs();
  }

  /** True once the stack's commands move the ego. */
  public boolean isEngaged() {
    return car != null;
  }

  /**
   * True once the storyboard has ended. Where nobody is driven only its stop trigger ends it: entities go on as they moved when
   * every story is complete.
   */
  public boolean isFinished() {
    return egoName.isEmpty() ? player.stopped() : player.finished();
  }

  /** Ends what traffic holds outside this program. */
  @Override
  public void close() {
    traffic.ifPresent(TrafficAround::close);
  }

  /** What the storyboard did since the last call. */
  public List<ScenarioEvent> drainEvents() {
    return player.drainEvents();
  }

  /** Faults that the storyboard asked for since the last call; their windows count from now. */
  public List<Fault> drainFaults() {
    return player.drainFaults();
  }

  /**
   * Moves everything on by one step, the ego under the newest command that has reached it, if any. Time stands still once
   * the storyboard has stopped.
   */
  public void step(Optional<ControlCommand> command) {
    move(command);
    traffic.ifPresent(
        others -> others.advance(player.timeNs(), actors(), egoName, signals(others)));
  }

  private void move(Optional<ControlCommand> command) {
    long now = player.timeNs();
    if (vehicle.isPresent() && car == null) {
      takeOverIfDue(now, vehicle.get(), command);
    }
    EgoCar driven = car;
    if (driven == null) {
      player.step(now + STEP_NS);
      return;
    }
    player.placeEgo(driven.truth());
    player.step(now + STEP_NS);
    if (player.timeNs() > now) {
      if (now >= promptFromNs) {
        driven.obeyAtOnce();
      }
      driven.step(now, command, weather().frictionScale());
    }
  }

  private void takeOverIfDue(
      long now, VehicleDescription description, Optional<ControlCommand> command) {
    Optional<ActorTruth> ego = findEgo();
    if (ego.isPresent() && handover.isDue(now, command)) {
      car = new EgoCar(config, description, map, now, ego.get(), curvature(ego.get()));
      player.handOver();
    }
    egoBefore = ego.map(ActorTruth::mapFromReference).orElse(null);
  }

  /** Curvature of the path of the last step: what the scenario did, not what it says. */
  private double curvature(ActorTruth ego) {
    Pose3 now = ego.mapFromReference();
    Pose3 before = egoBefore;
    if (before == null) {
      return 0.0;
    }
    double travel = now.position().minus(before.position()).length();
    return travel < CURVATURE_TRAVEL_M ? 0.0 : Angles.difference(now.yaw(), before.yaw()) / travel;
  }

  private Optional<ActorTruth> findEgo() {
    return egoName.isEmpty()
        ? Optional.empty()
        : player.entities().stream()
            .filter(actor -> actor.name().equals(egoName))
            .findFirst()
            .map(this::dressed);
  }

  /** The ego with the body of the vehicle that was chosen for it. */
  private ActorTruth dressed(ActorTruth ego) {
    return config
        .vehicle()
        .map(body -> EgoDescription.dress(ego, body.description()))
        .orElse(ego);
  }

  /** The truth at the current time: the scenario's actors, then traffic. */
  public TruthFrame frame() {
    boolean engaged = car != null;
    if (traffic.isEmpty()) {
      return new TruthFrame(
          player.timeNs(), egoName, engaged, actors(), player.signals(), weather(), wheels());
    }
    TrafficAround others = traffic.get();
    List<ActorTruth> all = new ArrayList<>(actors());
    all.addAll(others.actors());
    return new TruthFrame(
        player.timeNs(), egoName, engaged, all, signals(others), weather(), wheels());
  }

  private Optional<WheelTruth> wheels() {
    EgoCar driven = car;
    return driven == null ? Optional.empty() : driven.wheels();
  }

  private List<SignalTruth> signals(TrafficAround others) {
    return others.signals(player.timeNs(), player.signals());
  }

  /** The scenario's actors, the ego as it really moves. */
  private List<ActorTruth> actors() {
    EgoCar driven = car;
    List<ActorTruth> actors = present();
    if (driven != null) {
      return withEgo(actors, driven.truth());
    }
    return config.vehicle().isEmpty()
        ? actors
        : findEgo().map(ego -> withEgo(actors, ego)).orElse(actors);
  }

  private List<ActorTruth> present() {
    List<ActorTruth> actors = player.entities();
    return leftOut.isEmpty()
        ? actors
        : actors.stream().filter(actor -> !leftOut.contains(actor.name())).toList();
  }

  private static List<ActorTruth> withEgo(List<ActorTruth> actors, ActorTruth ego) {
    List<ActorTruth> replaced = new ArrayList<>(actors.size());
    for (ActorTruth actor : actors) {
      replaced.add(actor.name().equals(ego.name()) ? ego : actor);
    }
    return replaced;
  }
}
