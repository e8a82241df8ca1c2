package io.camber.sim.scenario;

import io.camber.diagnostics.InputException;
import io.camber.map.RoadMap;
import io.camber.motion.Mission;
import io.camber.sim.fault.Fault;
import io.camber.sim.scenario.action.Trailers;
import io.camber.sim.scenario.controller.Drivers;
import io.camber.sim.scenario.entity.Crowd;
import io.camber.sim.scenario.entity.Entity;
import io.camber.sim.scenario.entity.EntityModel;
import io.camber.sim.scenario.entity.Motion;
import io.camber.sim.scenario.entity.Stage;
import io.camber.sim.scenario.entity.Values;
import io.camber.sim.scenario.expression.Suggestion;
import io.camber.sim.scenario.road.RoadCursor;
import io.camber.sim.scenario.road.RoadNet;
import io.camber.sim.scenario.signal.SignalBoard;
import io.camber.sim.scenario.storyboard.Storyboard;
import io.camber.truth.ActorTruth;
import io.camber.truth.ScenarioEvent;
import io.camber.truth.SignalTruth;
import io.camber.truth.Weather;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Plays one scenario: storyboard, traffic signals and every entity that moves by the storyboard. Owned by one thread.
 *
 * <p>The ego moves by the storyboard like everybody until {@link #handOver()}; from then on somebody else drives it and says
 * where it is with {@link #placeEgo} before each step. Motion actions on a handed-over ego do not move it: they move an
 * unseen shadow that starts where the ego is, so that they end when they would have ended and the storyboard goes on.
 *
 * <p>A step looks at all triggers at the current time, lets the running actions work, and then moves everybody whom no action
 * moved along its lane at its speed: the order of esmini, whose 100 Hz runs are the reference.
 */
public final class ScenarioPlayer {
  /** Length of a step. */
  public static final long STEP_NS = 10_000_000L;

  private static final double STEP_S = STEP_NS * 1e-9;
  private static final double STANDING_MPS = 1e-6;

  private final Scenario scenario;
  private final Stage stage;
  private final List<Entity> entities;
  private final Storyboard storyboard;
  private final Optional<Entity> ego;
  private final Mission mission;
  private final Drivers drivers;

  /**
   * The scenario at time 0 with its Init actions done. Random routes are the same for the same seed.
   *
   * @param egoName the entity the stack drives; empty when the storyboard drives all
   */
  public ScenarioPlayer(Scenario scenario, RoadMap map, long seed, String egoName) {
    this.scenario = scenario;
    Scenario.Content content = scenario.content();
    RoadNet net = new RoadNet(map);
    stage = new Stage(
        net,
        new SignalBoard(map, content.signalControllers()),
        new Values(content.parameters()),
        new Values(content.variables()));
    stage.setSeed(seed);
    for (EntityModel model : content.entities()) {
      stage.add(new Entity(model, net));
    }
    stage.select(content.selections());
    entities = stage.entities();
    connectTrailers(content.entities());
    ego = egoName.isEmpty() ? Optional.empty() : Optional.of(find(egoName));
    drivers = new Drivers(
        stage,
        entities.stream().filter(entity -> !ego.equals(Optional.of(entity))).toList());
    storyboard = new Storyboard(content.storyboard(), stage);
    storyboard.start();
    // nobody has a velocity yet when the triggers are first looked at, only a speed
    storyboard.step(0.0);
    entities.forEach(Entity::turnByAxle);
    for (Entity entity : entities) {
      entity.seen().start();
    }
    advanceCrowds();
    mission = MissionReader.read(content.storyboard(), stage, ego);
  }

  private void connectTrailers(List<EntityModel> models) {
    for (EntityModel model : models) {
      model.trailer().ifPresent(name -> stage.entity(model.name()).connect(stage.entity(name)));
    }
  }

  private Entity find(String name) {
    List<String> names = scenario.entityNames();
    if (!names.contains(name)) {
      throw new InputException(scenario.file() + ": there is no entity \"" + name + "\" to drive"
          + Suggestion.among(name, names) + "; entities are " + String.join(", ", names));
    }
    return stage.entity(name);
  }

  /** The entity the stack may drive; empty when none. */
  public String egoName() {
    return ego.map(Entity::name).orElse("");
  }

  /** From now on {@link #placeEgo} says where the ego is. */
  public void handOver() {
    ego.ifPresent(Entity::handOver);
  }

  /** The ego's true pose, speed, acceleration, yaw rate, wheel angle and lights at the current time; only after {@link #handOver()}. */
  public void placeEgo(ActorTruth truth) {
    Entity driven = ego.filter(Entity::isExternal)
        .orElseThrow(() -> new IllegalStateException("the ego has not been handed over"));
    driven.report(truth);
  }

  /** Advances to {@code timeNs} in steps of {@link #STEP_NS}. Does nothing once the storyboard has stopped. */
  public void step(long timeNs) {
    while (stage.timeNs() + STEP_NS <= timeNs && !storyboard.isStopped()) {
      stepOnce();
    }
  }

  /** The step in which the storyboard stops is the last: who moves still does so once. */
  private void stepOnce() {
    storyboard.step(STEP_S);
    stage.setTimeNs(stage.timeNs() + STEP_NS);
    stage.signals().advance(stage.timeS());
    drivers.step(STEP_S);
    for (int i = 0; i < entities.size(); i++) {
      moveByDefault(entities.get(i));
    }
    for (int i = 0; i < entities.size(); i++) {
      Entity entity = entities.get(i);
      if (entity.trailer().isPresent() && entity.tow().isEmpty()) {
        Trailers.pull(entity);
      }
    }
    for (int i = 0; i < entities.size(); i++) {
      entities.get(i).turnByAxle();
    }
    for (int i = 0; i < entities.size(); i++) {
      Entity entity = entities.get(i);
      if (entity.isPresent()) {
        entity.driven().settle(STEP_S, entity.model().wheelbaseM());
        entity.watch(stage.timeS(), scenario.content().asksOffRoad());
      }
    }
    advanceCrowds();
  }

  private void advanceCrowds() {
    List<Crowd> crowds = stage.crowds();
    for (int i = 0; i < crowds.size(); i++) {
      crowds.get(i).advance();
    }
  }

  /** Goes on along the lane at the current speed. */
  private static void moveByDefault(Entity entity) {
    Motion motion = entity.driven();
    if (!entity.isPresent()
        || motion.isMoved()
        || Math.abs(motion.speedMps()) < STANDING_MPS
        || entity.tow().isPresent()) {
      return;
    }
    RoadCursor cursor = motion.cursor();
    double distance = motion.speedMps() * STEP_S;
    if (cursor.isOnRoad()) {
      if (!cursor.moveAhead(cursor.toRoadDistance(distance))) {
        motion.setSpeedMps(0.0);
      }
    } else if (cursor.net().isPlane()) {
      // with no road there is nothing to go on along: it stops, as in esmini
      motion.setSpeedMps(0.0);
    } else {
      cursor.setPose(
          cursor.x() + distance * StrictMath.cos(cursor.yaw()),
          cursor.y() + distance * StrictMath.sin(cursor.yaw()),
          cursor.yaw());
    }
    motion.claimMotion();
  }

  public long timeNs() {
    return stage.timeNs();
  }

  /** Gives a value that a UserDefinedValueCondition may ask for. */
  public void setUserValue(String name, String value) {
    stage.setUserValue(name, value);
  }

  /** Every entity present at the current time, in the order of the file; then those that its traffic actions let in. */
  public List<ActorTruth> entities() {
    List<ActorTruth> truth = new ArrayList<>(entities.size());
    for (Entity entity : stage.everyEntity()) {
      if (entity.isPresent() && entity.isVisible()) {
        truth.add(entity.truth());
      }
    }
    return truth;
  }

  /** Every dynamic signal of the map, ordered by id. */
  public List<SignalTruth> signals() {
    return stage.signals().truth();
  }

  /** What the storyboard did since the last call. */
  public List<ScenarioEvent> drainEvents() {
    return stage.drainEvents();
  }

  /** The weather as the scenario has set it. */
  public Weather weather() {
    return stage.weather();
  }

  /** Faults that the storyboard asked for since the last call. */
  public List<Fault> drainFaults() {
    return stage.drainFaults();
  }

  /** True once the stop trigger fired: nothing moves any more. */
  public boolean stopped() {
    return storyboard.isStopped();
  }

  /** True once the stop trigger fired, or, without one, once every story is complete. */
  public boolean finished() {
    return storyboard.isFinished();
  }

  /**
   * What the ego's storyboard asks of it: way points of its route or acquired position at time 0, goal last, none when it just
   * follows its lane. The set speed is the largest speed that any speed action of its Init or events asks for; the initial
   * speed when there is none.
   */
  public Mission mission() {
    return mission;
  }

  /** Wheelbase of the ego in metres as its axles say; 0 when unknown. */
  public double egoWheelbaseM() {
    return ego.map(entity -> entity.model().wheelbaseM()).orElse(0.0);
  }
}
