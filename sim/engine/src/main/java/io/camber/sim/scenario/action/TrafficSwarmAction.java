package io.camber.sim.scenario.action;

import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.document.Plays;
import io.camber.sim.scenario.document.Plays.Support;
import io.camber.sim.scenario.entity.Stage;
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
        notNegative(node, "innerRadius"),
        notNegative(node, "semiMajorAxis"),
        notNegative(node, "semiMinorAxis"),
        node.finite("offset"));
    Optional<Node> range = node.find("InitialSpeedRange");
    double plain = node.has("velocity") ? notNegative(node, "velocity") : SPEED_MPS;
    double lower = range.map(found -> notNegative(found, "lowerLimit")).orElse(plain);
    double upper = range.map(found -> notNegative(found, "upperLimit")).orElse(plain);
    if (lower > upper) {
      throw node.error("lowerLimit of <InitialSpeedRange> is above upperLimit");
    }
    node.find("DirectionOfTravelDistribution")
        .ifPresent(found -> found.unsupported("vehicles drive as the lanes go"));
    node.find("TrafficDistribution")
        .ifPresent(found -> found.unsupported("the usual mix of vehicles appears"));
    return new TrafficSwarmAction(
        name,
        node.one("CentralObject").entity("entityRef"),
        ring,
        vehicles,
        node.find("TrafficDefinition").map(VehicleMix::read).orElse(Population.urban()),
        lower,
        upper);
  }

  private static double notNegative(Node node, String attribute) {
    double value = node.finite(attribute);
    if (value < 0.0) {
      throw node.error("attribute " + attribute + " must not be negative");
    }
    return value;
  }

  @Override
  public void run(Stage stage) {
    if (stage.net().isPlane()) {
      stage.report("warning", "TrafficSwarmAction", "there is no road to drive on");
      return;
    }
    stage.add(new Swarm(this, stage));
    stage.report("started", "TrafficSwarmAction", name);
  }
}
