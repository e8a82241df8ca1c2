package io.camber.sim.scenario.action;

import io.camber.geometry.Pose3;
import io.camber.sim.scenario.entity.Crowd;
import io.camber.sim.scenario.entity.Entity;
import io.camber.sim.scenario.entity.EntityKind;
import io.camber.sim.scenario.entity.EntityModel;
import io.camber.sim.scenario.entity.Properties;
import io.camber.sim.scenario.entity.Stage;
import io.camber.sim.traffic.ambient.GeneratedTraffic;
import io.camber.sim.traffic.ambient.GeneratedTraffic.Crowding;
import io.camber.sim.traffic.driver.Dice;
import io.camber.sim.traffic.driver.Population;
import io.camber.truth.ActorTruth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Generated traffic at work: every vehicle of it is an entity of the stage for as long as it is on the road. */
final class GeneratedCrowd implements Crowd {
  /** Salt of the first crowd's seed; each further one has the next. */
  private static final long SALT = 1000;

  /** Of a vehicle that nobody asks: traffic keeps within its own drivers' limits. */
  private static final double SPEED_MPS_MAX = 70.0;

  private static final double ACCEL_MPS2_MAX = 10.0;

  private final Stage stage;
  private final String name;
  private final Supplier<Pose3> center;
  private final GeneratedTraffic traffic;
  private final Map<String, Entity> members = new LinkedHashMap<>();

  /**
   * @param name by which a TrafficStopAction ends it
   * @param kind with which the names of vehicles begin
   */
  GeneratedCrowd(
      Stage stage,
      String name,
      String kind,
      Supplier<Pose3> center,
      int vehicles,
      Population population,
      Function<Crowding, GeneratedTraffic> traffic) {
    this.stage = stage;
    this.name = name;
    this.center = center;
    this.traffic = traffic.apply(new Crowding(
        vehicles,
        population,
        Dice.mix(stage.seed(), SALT + stage.crowds().size()),
        freePrefix(stage, kind)));
  }

  /** No entity of the file and none of another crowd has a name that begins so. */
  private static String freePrefix(Stage stage, String kind) {
    int number = 1;
    while (isTaken(stage, kind + number + "-")) {
      number++;
    }
    return kind + number + "-";
  }

  private static boolean isTaken(Stage stage, String prefix) {
    for (Crowd crowd : stage.crowds()) {
      if (crowd.names(prefix)) {
        return true;
      }
    }
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
  public boolean names(String prefix) {
    return traffic.prefix().equals(prefix);
  }

  @Override
  public void stop() {
    traffic.stop();
  }

  @Override
  public void advance() {
    if (traffic.isDue(stage.timeNs())) {
      traffic.decide(stage.timeNs(), center.get(), others(), stage.signals().truth());
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

  @Override
  public List<ActorTruth> members() {
    return members.values().stream().map(Entity::truth).toList();
  }

  @Override
  public void take(String member) {
    Entity entity = members.remove(member);
    if (entity != null && traffic.remove(member)) {
      stage.remove(entity);
    }
  }
}
