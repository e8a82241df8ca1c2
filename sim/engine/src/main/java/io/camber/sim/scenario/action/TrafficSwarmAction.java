package io.camber.sim.scenario.action;

import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.document.Plays;
import io.camber.sim.scenario.document.Plays.Support;
import io.camber.sim.scenario.entity.Entity;
import io.camber.sim.scenario.entity.Stage;
import io.camber.sim.traffic.ambient.GeneratedTraffic;
import io.camber.sim.traffic.ambient.Ring;
import io.camber.sim.traffic.driver.Population;
import java.util.Optional;

/**
 * TrafficSwarmAction: vehicles around an object, by the models of traffic.
 *
 * @param name by which a TrafficStopAction ends it
 * @param center the entity that it surrounds
 * @param vehicles at most; fewer when there is no room
 */
@Plays(
    value = "TrafficSwarmAction",
    support = Support.PARTLY,
    note =
        "cars, vans, trucks and bicycles of usual sizes; as many as find room; both directions as the lanes go")
@Plays({"CentralObject", "InitialSpeedRange"})
record TrafficSwarmAction(
    String name,
    String center,
    Ring ring,
    int vehicles,
    Population population,
    double speedMpsMin,
    double speedMpsMax)
    implements GlobalAction {
  private static final int VEHICLES_MAX = 10_000;

  /** Without a word on speed, vehicles appear with it in a town. */
  private static final double SPEED_MPS = 10.0;

  static TrafficSwarmAction read(Node node, String name) {
    int vehicles = node.integer("numberOfVehicles");
    if (vehicles < 0 || vehicles > VEHICLES_MAX) {
      throw node.error("numberOfVehicles must be within 0 and " + VEHICLES_MAX);
    }
    Ring ring = new Ring(
        TrafficMix.notNegative(node, "innerRadius"),
        TrafficMix.notNegative(node, "semiMajorAxis"),
        TrafficMix.notNegative(node, "semiMinorAxis"),
        node.finite("offset"));
    Optional<Node> range = node.find("InitialSpeedRange");
    double plain = node.has("velocity") ? TrafficMix.notNegative(node, "velocity") : SPEED_MPS;
    double lower =
        range.map(found -> TrafficMix.notNegative(found, "lowerLimit")).orElse(plain);
    double upper =
        range.map(found -> TrafficMix.notNegative(found, "upperLimit")).orElse(plain);
    if (lower > upper) {
      throw node.error("lowerLimit of <InitialSpeedRange> is above upperLimit");
    }
    node.find("DirectionOfTravelDistribution")
        .ifPresent(found -> found.unsupported("vehicles drive as the lanes go"));
    return new TrafficSwarmAction(
        name,
        node.one("CentralObject").entity("entityRef"),
        ring,
        vehicles,
        TrafficMix.read(node),
        lower,
        upper);
  }

  @Override
  public void run(Stage stage) {
    if (stage.net().isPlane()) {
      stage.report("warning", "TrafficSwarmAction", "there is no road to drive on");
      return;
    }
    Entity object = stage.entity(center);
    stage.add(new GeneratedCrowd(
        stage,
        name,
        "swarm",
        () -> object.seen().cursor().pose(),
        vehicles,
        population,
        crowding ->
            GeneratedTraffic.swarm(stage.net().map(), crowding, ring, speedMpsMin, speedMpsMax)));
    stage.report("started", "TrafficSwarmAction", name);
  }
}
