package io.camber.sim.scenario.action;

import io.camber.geometry.Pose3;
import io.camber.sim.scenario.entity.Crowd;
import io.camber.sim.scenario.entity.Entity;
import io.camber.sim.scenario.entity.EntityKind;
import io.camber.sim.scenario.entity.EntityModel;
import io.camber.sim.scenario.entity.Properties;
import io.camber.sim.scenario.entity.Stage;
import io.camber.sim.traffic.ambient.SwarmTraffic;
import io.camber.sim.traffic.driver.Dice;
import io.camber.truth.ActorTruth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A swarm at work: every vehicle of it is an entity of the stage for as long as it is on the road. */
final class Swarm implements Crowd {
  /** Salt of the first swarm's seed; each further one has the next. */
  private static final long SALT = 1000;

  /** Of a vehicle that nobody asks: traffic keeps within its own drivers' limits. */
  private static final double SPEED_MPS_MAX = 70.0;

  private static final double ACCEL_MPS2_MAX = 10.0;

  private final Stage stage;
  private final String name;
  private final Entity center;
  private final SwarmTraffic traffic;
  private final Map<String, Entity> members = new LinkedHashMap<>();

  Swarm(TrafficSwarmAction action, Stage stage) {
    this.stage = stage;
    name = action.name();
    center = stage.entity(action.center());
    traffic = new SwarmTraffic(
        stage.net().map(),
        action.ring(),
        action.vehicles(),
        action.population(),
        action.speedMpsMin(),
        action.speedMpsMax(),
        Dice.mix(stage.seed(), SALT + stage.crowds().size()),
        freePrefix(stage));
  }

  /** No entity of the file and none of another swarm has a name that begins so. */
  private static String freePrefix(Stage stage) {
    int number = stage.crowds().size() + 1;
    while (isTaken(stage, "swarm" + number + "-")) {
      number++;
    }
    return "swarm" + number + "-";
  }

  private static boolean isTaken(Stage stage, String prefix) {
    for (Entity entity : stage.everyEntity()) {
      if (entity.name().startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void stop() {
    traffic.stop();
  }

  @Override
  public void advance() {
    if (traffic.isDue(stage.timeNs())) {
      Pose3 middle = center.seen().cursor().pose();
      traffic.decide(stage.timeNs(), middle, others(), stage.signals().truth());
    }
    traffic.follow(stage.timeNs());
    show(traffic.actors());
  }

  private List<ActorTruth> others() {
    List<ActorTruth> others = new ArrayList<>();
    for (Entity entity : stage.everyEntity()) {
      if (entity.isPresent() && !members.containsKey(entity.name())) {
        others.add(entity.truth());
      }
    }
    return others;
  }

  private void show(List<ActorTruth> told) {
    Map<String, Entity> gone = new LinkedHashMap<>(members);
    for (ActorTruth actor : told) {
      gone.remove(actor.name());
      Entity entity = members.get(actor.name());
      if (entity == null) {
        entity = appear(actor);
      }
      entity.report(actor);
    }
    for (Entity entity : gone.values()) {
      members.remove(entity.name());
      stage.remove(entity);
    }
  }

  private Entity appear(ActorTruth actor) {
    EntityModel model = new EntityModel(
        actor.name(),
        EntityKind.VEHICLE,
        actor.kind(),
        actor.centerOffsetM(),
        actor.centerOffsetLeftM(),
        0.5 * actor.size().heightM(),
        actor.size(),
        SPEED_MPS_MAX,
        ACCEL_MPS2_MAX,
        ACCEL_MPS2_MAX,
        2.0 * actor.centerOffsetM(),
        0.0,
        0.0,
        Optional.empty(),
        List.of(),
        Properties.NONE);
    Entity entity = new Entity(model, stage.net());
    entity.driven().cursor().setPose(actor.mapFromReference());
    entity.driven().start();
    members.put(actor.name(), entity);
    stage.add(entity);
    return entity;
  }
}
