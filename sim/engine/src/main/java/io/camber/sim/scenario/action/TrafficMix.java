package io.camber.sim.scenario.action;

import io.camber.sim.scenario.controller.TrafficManner;
import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.document.Plays;
import io.camber.sim.scenario.document.Plays.Support;
import io.camber.sim.scenario.entity.ControllerModel;
import io.camber.sim.traffic.driver.Manner;
import io.camber.sim.traffic.driver.Population;
import io.camber.sim.traffic.driver.Population.Share;
import io.camber.sim.traffic.driver.Vehicle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads who takes part in generated traffic. */
@Plays(
    value = "TrafficDefinition",
    support = Support.PARTLY,
    note = "categories of vehicles and their drivers; a warning names the rest")
@Plays(
    value = {"VehicleCategoryDistribution", "VehicleCategoryDistributionEntry"},
    support = Support.PARTLY,
    note = "car, van, truck, bicycle; a warning names the others, whose share falls to the rest")
@Plays(
    value = {
      "TrafficDistribution",
      "TrafficDistributionEntry",
      "EntityDistribution",
      "EntityDistributionEntry",
      "ScenarioObjectTemplate"
    },
    support = Support.PARTLY,
    note = "category and controller of vehicles, which have the usual size of their category")
@Plays(
    value = {"ControllerDistribution", "ControllerDistributionEntry"},
    support = Support.PARTLY,
    note = "CamberTraffic; with others drivers are the usual ones")
@Plays(
    value = {
      "VehicleRoleDistribution",
      "VehicleRoleDistributionEntry",
      "DirectionOfTravelDistribution"
    },
    support = Support.NOT,
    note = "warning: vehicles have no role and drive as the lanes go")
final class TrafficMix {
  private TrafficMix() {}

  static double notNegative(Node node, String attribute) {
    double value = node.finite(attribute);
    if (value < 0.0) {
      throw node.error("attribute " + attribute + " must not be negative");
    }
    return value;
  }

  /** The mix that an action asks for; a town's without a word. */
  static Population read(Node action) {
    Optional<Node> distribution = action.find("TrafficDistribution");
    Optional<Node> definition = action.find("TrafficDefinition");
    List<Share> shares = distribution
        .map(TrafficMix::distribution)
        .or(() -> definition.map(TrafficMix::definition))
        .orElse(List.of());
    if (shares.stream().mapToDouble(Share::weight).sum() > 0.0) {
      return Population.of(shares);
    }
    distribution
        .or(() -> definition)
        .ifPresent(
            node -> node.warn("nobody of <" + node.name() + "> can appear: the usual mix does"));
    return Population.urban();
  }

  /** The kinds of vehicles that a definition gives a weight. */
  static Set<String> kinds(Node definition) {
    Set<String> kinds = new TreeSet<>();
    for (Share share : definition(definition)) {
      if (share.weight() > 0.0) {
        kinds.add(share.vehicle().name().toLowerCase(Locale.ROOT));
      }
    }
    return kinds;
  }

  private static List<Share> definition(Node definition) {
    definition.ignoreAttributes("name");
    definition
        .find("VehicleRoleDistribution")
        .ifPresent(found -> found.unsupported("vehicles have no role"));
    List<Share> kinds = definition
        .find("VehicleCategoryDistribution")
        .map(TrafficMix::categories)
        .orElse(Population.urban().shares());
    List<Share> manners = definition
        .find("ControllerDistribution")
        .map(TrafficMix::controllers)
        .filter(found -> !found.isEmpty())
        .orElse(List.of(new Share(1.0, Vehicle.CAR, Manner.USUAL)));
    List<Share> shares = new ArrayList<>();
    for (Share kind : kinds) {
      for (Share manner : manners) {
        shares.add(new Share(kind.weight() * manner.weight(), kind.vehicle(), manner.manner()));
      }
    }
    return shares;
  }

  private static List<Share> categories(Node distribution) {
    List<Share> shares = new ArrayList<>();
    for (Node entry : distribution.all("VehicleCategoryDistributionEntry")) {
      double weight = notNegative(entry, "weight");
      vehicle(entry, entry.text("category"))
          .ifPresent(vehicle -> shares.add(new Share(weight, vehicle, Manner.USUAL)));
    }
    return shares;
  }

  private static Optional<Vehicle> vehicle(Node node, String category) {
    String word = category.strip().toLowerCase(Locale.ROOT);
    for (Vehicle vehicle : Vehicle.values()) {
      if (vehicle.name().toLowerCase(Locale.ROOT).equals(word)) {
        return Optional.of(vehicle);
      }
    }
    node.warn("traffic has no vehicles of category \"" + word + "\"");
    return Optional.empty();
  }

  private static List<Share> controllers(Node distribution) {
    List<Share> shares = new ArrayList<>();
    for (Node entry : distribution.all("ControllerDistributionEntry")) {
      double weight = notNegative(entry, "weight");
      Node described = entry
          .findOrReference("Controller")
          .orElseThrow(() -> entry.error(
              "<ControllerDistributionEntry> needs a <Controller> or a <CatalogReference>"));
      shares.add(new Share(weight, Vehicle.CAR, manner(described)));
    }
    return shares;
  }

  private static Manner manner(Node described) {
    ControllerModel controller = ControllerModel.read("", described);
    if (TrafficManner.isOf(controller)) {
      return TrafficManner.read(controller, described);
    }
    described.warn("controller \"" + controller.model() + "\" has no model in traffic: "
        + "its drivers are the usual ones");
    return Manner.USUAL;
  }

  private static List<Share> distribution(Node distribution) {
    List<Share> shares = new ArrayList<>();
    for (Node entry : distribution.all("TrafficDistributionEntry")) {
      double weight = notNegative(entry, "weight");
      entry.ignore("Properties");
      for (Node one : entry.one("EntityDistribution").all("EntityDistributionEntry")) {
        double share = weight * notNegative(one, "weight");
        template(one.find("ScenarioObjectTemplate").orElse(one), share).ifPresent(shares::add);
      }
    }
    return shares;
  }

  private static Optional<Share> template(Node template, double weight) {
    Node model = template
        .firstOf("Vehicle", "Pedestrian", "MiscObject")
        .or(() -> template.find("CatalogReference").map(template.reading()::resolve))
        .orElseThrow(() ->
            template.error("<" + template.name() + "> needs a <Vehicle> or a <CatalogReference>"));
    Manner manner = Manner.USUAL;
    for (Node controller : template.all("ObjectController")) {
      controller.ignoreAttributes("name");
      manner = controller.findOrReference("Controller").map(TrafficMix::manner).orElse(manner);
    }
    model.ignoreAll();
    if (!model.name().equals("Vehicle")) {
      model.warn("traffic has vehicles alone: a <" + model.name() + "> does not appear");
      return Optional.empty();
    }
    Manner known = manner;
    return vehicle(model, model.text("vehicleCategory"))
        .map(vehicle -> new Share(weight, vehicle, known));
  }
}
