package io.camber.importing.scenario;

import io.camber.geometry.Size3;
import io.camber.importing.xml.XmlText;
import io.camber.scene.ObjectClass;

/** Who is in a scenario, as OpenSCENARIO's entities: what they are and how large. */
final class EntityText {
  private final XmlText xml;

  EntityText(XmlText xml) {
    this.xml = xml;
  }

  /** The car that is to be driven; its reference point lies {@code centerX} behind its middle. */
  void ego(Size3 size, double centerX) {
    vehicle("Ego", ObjectClass.CAR, size, centerX, false);
  }

  /** Somebody recorded; who is reactive has a controller that can keep a distance. */
  void actor(RecordedActor actor, boolean isReactive) {
    if (actor.kind() == ObjectClass.PEDESTRIAN) {
      xml.open("ScenarioObject", "name", actor.name());
      xml.open(
          "Pedestrian",
          "name",
          "pedestrian",
          "mass",
          "75",
          "pedestrianCategory",
          "pedestrian",
          "model",
          "pedestrian");
      box(actor.size(), 0.0);
      xml.leaf("Properties").close().close();
    } else {
      vehicle(actor.name(), actor.kind(), actor.size(), 0.0, isReactive);
    }
  }

  private void vehicle(
      String name, ObjectClass kind, Size3 size, double centerX, boolean isReactive) {
    String category = switch (kind) {
      case TRUCK -> "truck";
      case BUS -> "bus";
      case MOTORCYCLE -> "motorbike";
      case BICYCLE -> "bicycle";
      default -> "car";
    };
    xml.open("ScenarioObject", "name", name);
    xml.open("Vehicle", "name", category, "vehicleCategory", category);
    box(size, centerX);
    xml.leaf("Performance", "maxSpeed", "70", "maxAcceleration", "10", "maxDeceleration", "10");
    double wheelbase = 0.6 * size.lengthM();
    double rear = centerX == 0.0 ? -wheelbase / 2.0 : 0.0;
    xml.open("Axles");
    axle("FrontAxle", "0.6", size, rear + wheelbase);
    axle("RearAxle", "0", size, rear);
    xml.close().leaf("Properties").close();
    if (isReactive) {
      xml.open("ObjectController").open("Controller", "name", "ACCController");
      xml.open("Properties").leaf("Property", "name", "timeGap", "value", "1.5").close();
      xml.close().close();
    }
    xml.close();
  }

  private void axle(String name, String maxSteering, Size3 size, double x) {
    xml.leaf(
        name,
        "maxSteering",
        maxSteering,
        "wheelDiameter",
        "0.64",
        "trackWidth",
        ScenarioText.number(0.85 * size.widthM()),
        "positionX",
        ScenarioText.number(x),
        "positionZ",
        "0.32");
  }

  private void box(Size3 size, double centerX) {
    xml.open("BoundingBox")
        .leaf(
            "Center",
            "x",
            ScenarioText.number(centerX),
            "y",
            "0",
            "z",
            ScenarioText.number(size.heightM() / 2.0))
        .leaf(
            "Dimensions",
            "length",
            ScenarioText.number(size.lengthM()),
            "width",
            ScenarioText.number(size.widthM()),
            "height",
            ScenarioText.number(size.heightM()))
        .close();
  }
}
