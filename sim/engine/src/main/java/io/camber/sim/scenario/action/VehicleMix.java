package io.camber.sim.scenario.action;

import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.document.Plays;
import io.camber.sim.scenario.document.Plays.Support;
import io.camber.sim.traffic.driver.Population;
import java.util.Locale;

/** Reads who takes part in generated traffic. */
@Plays(
    value = "TrafficDefinition",
    support = Support.PARTLY,
    note = "categories of vehicles; a warning names the rest")
@Plays(
    value = {"VehicleCategoryDistribution", "VehicleCategoryDistributionEntry"},
    support = Support.PARTLY,
    note = "car, van, truck, bicycle; a warning names the others, whose share falls to the rest")
final class VehicleMix {
  private VehicleMix() {}

  static Population read(Node definition) {
    definition.ignoreAttributes("name");
    definition
        .find("VehicleRoleDistribution")
        .ifPresent(found -> found.unsupported("vehicles have no role"));
    definition
        .find("ControllerDistribution")
        .ifPresent(found -> found.unsupported("the models of traffic drive"));
    return definition
        .find("VehicleCategoryDistribution")
        .map(VehicleMix::categories)
        .orElse(Population.urban());
  }

  private static Population categories(Node distribution) {
    double cars = 0.0;
    double vans = 0.0;
    double trucks = 0.0;
    double bicycles = 0.0;
    for (Node entry : distribution.all("VehicleCategoryDistributionEntry")) {
      String category = entry.text("category").strip().toLowerCase(Locale.ROOT);
      double weight = entry.finite("weight");
      if (weight < 0.0) {
        throw entry.error("attribute weight must not be negative");
      }
      switch (category) {
        case "car" -> cars += weight;
        case "van" -> vans += weight;
        case "truck" -> trucks += weight;
        case "bicycle" -> bicycles += weight;
        default -> entry.warn("traffic has no vehicles of category \"" + category + "\"");
      }
    }
    double sum = cars + vans + trucks + bicycles;
    if (sum == 0.0) {
      distribution.warn(
          "no category of <VehicleCategoryDistribution> can appear: the usual mix does");
      return Population.urban();
    }
    return new Population(vans / sum, trucks / sum, bicycles / sum, 1.0);
  }
}
