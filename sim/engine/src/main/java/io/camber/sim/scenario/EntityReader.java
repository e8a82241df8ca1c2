package io.camber.sim.scenario;

import io.camber.geometry.Size3;
import io.camber.sim.scenario.controller.Drivers;
import io.camber.sim.scenario.controller.TrafficManner;
import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.document.Plays;
import io.camber.sim.scenario.document.Plays.Support;
import io.camber.sim.scenario.entity.ControllerModel;
import io.camber.sim.scenario.entity.EntityKind;
import io.camber.sim.scenario.entity.EntityModel;
import io.camber.sim.scenario.entity.Properties;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads ScenarioObject elements and the vehicles, pedestrians and objects in them or in catalogs. */
@Plays({
  "ScenarioObject",
  "ObjectController",
  "Vehicle",
  "Pedestrian",
  "MiscObject",
  "BoundingBox",
  "Center",
  "Dimensions",
  "Trailer",
  "TrailerRef",
  "TrailerHitch",
  "TrailerCoupler"
})
@Plays(
    value = "Performance",
    support = Support.PARTLY,
    note = "rates of acceleration and deceleration have no effect")
@Plays(
    value = {"Axles", "FrontAxle", "RearAxle", "AdditionalAxle"},
    support = Support.PARTLY,
    note = "give the wheelbase")
@Plays(value = "ExternalObjectReference", support = Support.NOT, note = "refused")
final class EntityReader {
  private static final double UNLIMITED = 1e10;
  private static final int TRAIN_MAX = 20;

  private final List<EntityModel> models = new ArrayList<>();

  List<EntityModel> models() {
    return List.copyOf(models);
  }

  void read(Node object) {
    String name = object.text("name");
    List<ControllerModel> controllers = new ArrayList<>();
    for (Node controller : object.all("ObjectController")) {
      String label = controller.text("name", "");
      controller
          .findOrReference("Controller")
          .ifPresent(found -> controllers.add(controller(label, found)));
    }
    Node model = object
        .firstOf("Vehicle", "Pedestrian", "MiscObject")
        .or(() -> object.find("CatalogReference").map(object.reading()::resolve))
        .orElseThrow(() ->
            object.error("entity " + name + " is no vehicle, pedestrian, object or catalog entry"));
    add(name, model, controllers, 0);
  }

  private static ControllerModel controller(String label, Node described) {
    ControllerModel model = ControllerModel.read(label, described);
    if (!Drivers.knows(model)) {
      described.warn("controller \"" + model.model()
          + "\" has no model here: its entity follows the storyboard, or the stack drives it");
    }
    if (TrafficManner.isOf(model)) {
      TrafficManner.read(model, described);
    }
    return model;
  }

  private void add(String name, Node described, List<ControllerModel> controllers, int depth) {
    Node model = described.withParameters();
    switch (model.name()) {
      case "Vehicle" -> addVehicle(name, model, controllers, depth);
      case "Pedestrian" ->
        models.add(unmoved(
            name,
            EntityKind.PEDESTRIAN,
            model.text("pedestrianCategory", "pedestrian"),
            model,
            controllers));
      case "MiscObject" ->
        models.add(unmoved(
            name,
            EntityKind.MISCELLANEOUS,
            model.text("miscObjectCategory", "none"),
            model,
            controllers));
      default -> throw model.error("a <" + model.name() + "> cannot be an entity");
    }
  }

  private static void ignoreLooks(Node model) {
    model.ignoreAttributes(
        "name", "mass", "model", "model3d", "role", "pedestrianCategory", "miscObjectCategory");
  }

  private static EntityModel unmoved(
      String name,
      EntityKind kind,
      String category,
      Node model,
      List<ControllerModel> controllers) {
    ignoreLooks(model);
    Box box = Box.read(model);
    return new EntityModel(
        name,
        kind,
        category,
        box.x(),
        box.y(),
        box.z(),
        box.size(),
        UNLIMITED,
        UNLIMITED,
        UNLIMITED,
        0.0,
        0.0,
        0.0,
        Optional.empty(),
        controllers,
        Properties.read(model));
  }

  private void addVehicle(String name, Node vehicle, List<ControllerModel> controllers, int depth) {
    ignoreLooks(vehicle);
    Box box = Box.read(vehicle);
    Node performance = vehicle.one("Performance");
    performance.ignoreAttributes("maxAccelerationRate", "maxDecelerationRate");
    performance.ignore("Properties");
    double wheelbase = vehicle.find("Axles").map(EntityReader::wheelbase).orElse(0.0);
    int place = models.size();
    Optional<String> trailer = trailer(name, vehicle, depth);
    models.add(
        place,
        new EntityModel(
            name,
            EntityKind.VEHICLE,
            vehicle.text("vehicleCategory"),
            box.x(),
            box.y(),
            box.z(),
            box.size(),
            performance.number("maxSpeed"),
            performance.number("maxAcceleration", UNLIMITED),
            performance.number("maxDeceleration", UNLIMITED),
            wheelbase,
            vehicle.find("TrailerHitch").map(hitch -> hitch.number("dx")).orElse(0.0),
            vehicle.find("TrailerCoupler").map(coupler -> coupler.number("dx")).orElse(0.0),
            trailer,
            controllers,
            Properties.read(vehicle)));
  }

  private static double wheelbase(Node axles) {
    double front = axles.find("FrontAxle").map(axle -> axle.number("positionX")).orElse(0.0);
    double rear = axles.find("RearAxle").map(axle -> axle.number("positionX")).orElse(0.0);
    for (Node axle : axles.children()) {
      axle.ignoreAll();
    }
    return Math.max(0.0, front - rear);
  }

  /** A trailer by name, or one defined in place, which becomes an entity of its own called "name+". */
  private Optional<String> trailer(String name, Node vehicle, int depth) {
    Optional<Node> holder = vehicle.find("Trailer");
    if (holder.isEmpty()) {
      return Optional.empty();
    }
    Optional<Node> reference = holder.get().firstOf("TrailerRef", "EntityRef");
    if (reference.isPresent()) {
      return reference.get().text("entityRef", "").isEmpty()
          ? Optional.empty()
          : Optional.of(reference.get().entity("entityRef"));
    }
    Node inner = holder.get().one("Trailer");
    inner.ignoreAttributes("name");
    Node model = inner
        .findOrReference("Vehicle")
        .orElseThrow(() -> inner.error("a <Trailer> needs a <Vehicle> or a <CatalogReference>"));
    if (depth > TRAIN_MAX) {
      throw inner.error("more than " + TRAIN_MAX + " trailers in a row");
    }
    String own = name + "+";
    add(own, model, List.of(), depth + 1);
    return Optional.of(own);
  }

  private record Box(double x, double y, double z, Size3 size) {
    static Box read(Node model) {
      Node box = model.one("BoundingBox");
      Node center = box.one("Center");
      Node dimensions = box.one("Dimensions");
      double length = dimensions.number("length");
      double width = dimensions.number("width");
      double height = dimensions.number("height");
      if (length < 0.0 || width < 0.0 || height < 0.0) {
        throw dimensions.error("a dimension of the bounding box is negative");
      }
      return new Box(
          center.number("x"),
          center.number("y"),
          center.number("z"),
          new Size3(length, width, height));
    }
  }
}
