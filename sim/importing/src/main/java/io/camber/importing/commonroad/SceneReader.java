package io.camber.importing.commonroad;

import io.camber.geometry.Pose2;
import io.camber.geometry.Size3;
import io.camber.geometry.Vec2;
import io.camber.importing.scenario.LightCycle;
import io.camber.importing.scenario.RecordedActor;
import io.camber.importing.scenario.RecordedScene;
import io.camber.importing.scenario.RecordedState;
import io.camber.scene.ObjectClass;
import io.camber.sim.scenario.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads road users, traffic lights and the first planning problem. */
final class SceneReader {
  private final XmlElement root;
  private final double stepS;

  SceneReader(XmlElement root) {
    this.root = root;
    this.stepS = Double.parseDouble(number(root, "timeStepSize"));
  }

  private static String number(XmlElement element, String attribute) {
    String text = Fields.attribute(element, attribute);
    if (!text.matches("[0-9]+(\\.[0-9]+)?") || Double.parseDouble(text) <= 0.0) {
      throw element.error(attribute + "=\"" + text + "\" is not a positive number");
    }
    return text;
  }

  RecordedScene read() {
    List<RecordedActor> actors = new ArrayList<>();
    for (XmlElement element : root.children()) {
      boolean isOld = element.name().equals("obstacle");
      if (isOld
          || element.name().equals("dynamicObstacle")
          || element.name().equals("staticObstacle")) {
        actors.add(actor(element));
      }
    }
    Optional<XmlElement> problem = Fields.find(root, "planningProblem");
    double end = actors.stream()
        .mapToDouble(actor -> actor.states().get(actor.states().size() - 1).timeS())
        .max()
        .orElse(0.0);
    String name = Fields.attribute(root, "benchmarkID");
    return new RecordedScene(
        name,
        "CommonRoad " + name + ", " + Fields.attribute(root, "source"),
        actors,
        problem.map(it -> state(Fields.child(it, "initialState"))),
        problem.flatMap(this::goal),
        lights(),
        Math.max(end, stepS),
        Optional.empty());
  }

  private RecordedActor actor(XmlElement element) {
    List<RecordedState> states = new ArrayList<>();
    states.add(state(Fields.child(element, "initialState")));
    Fields.find(element, "trajectory")
        .ifPresent(path -> Fields.children(path, "state").forEach(it -> states.add(state(it))));
    ObjectClass kind = kind(Fields.child(element, "type").text());
    try {
      return new RecordedActor(
          "actor-" + Fields.attribute(element, "id"), kind, size(element, kind), states);
    } catch (IllegalArgumentException e) {
      throw element.error(String.valueOf(e.getMessage()));
    }
  }

  private RecordedState state(XmlElement state) {
    XmlElement position = Fields.child(state, "position");
    Vec2 place = Fields.place(position)
        .orElseThrow(() -> position.error("<position> is neither a point nor an area"));
    double heading = Fields.exactOrMiddle(Fields.child(state, "orientation"));
    double speed = Fields.find(state, "velocity").map(Fields::exactOrMiddle).orElse(0.0);
    double time = Fields.exactOrMiddle(Fields.child(state, "time")) * stepS;
    return new RecordedState(time, new Pose2(place.x(), place.y(), heading), speed);
  }

  private static Size3 size(XmlElement obstacle, ObjectClass kind) {
    XmlElement shape = Fields.child(obstacle, "shape");
    double height = kind == ObjectClass.TRUCK || kind == ObjectClass.BUS ? 3.2 : 1.6;
    Optional<XmlElement> rectangle = Fields.find(shape, "rectangle");
    if (rectangle.isPresent()) {
      return new Size3(
          Fields.number(Fields.child(rectangle.get(), "length")),
          Fields.number(Fields.child(rectangle.get(), "width")),
          height);
    }
    XmlElement circle = Fields.find(shape, "circle")
        .orElseThrow(() -> shape.error("<shape> is neither a rectangle nor a circle"));
    double diameter = 2.0 * Fields.number(Fields.child(circle, "radius"));
    return new Size3(diameter, diameter, height);
  }

  private static ObjectClass kind(String type) {
    return switch (type) {
      case "truck" -> ObjectClass.TRUCK;
      case "bus" -> ObjectClass.BUS;
      case "motorcycle" -> ObjectClass.MOTORCYCLE;
      case "bicycle" -> ObjectClass.BICYCLE;
      case "pedestrian" -> ObjectClass.PEDESTRIAN;
      default -> ObjectClass.CAR;
    };
  }

  /** The middle of the goal area, or of the last lanelet that may be reached. */
  private Optional<Vec2> goal(XmlElement problem) {
    return Fields.find(Fields.child(problem, "goalState"), "position").flatMap(position -> {
      Optional<Vec2> place = Fields.place(position);
      return place.isPresent()
          ? place
          : Fields.find(position, "lanelet").map(it -> middle(Fields.attribute(it, "ref")));
    });
  }

  private Vec2 middle(String lanelet) {
    XmlElement element = Fields.children(root, "lanelet").stream()
        .filter(it -> Fields.attribute(it, "id").equals(lanelet))
        .findFirst()
        .orElseThrow(() -> root.error("the goal's lanelet " + lanelet + " is not there"));
    List<XmlElement> left = Fields.children(Fields.child(element, "leftBound"), "point");
    List<XmlElement> right = Fields.children(Fields.child(element, "rightBound"), "point");
    return Fields.point(left.get(left.size() / 2))
        .plus(Fields.point(right.get(right.size() / 2)))
        .times(0.5);
  }

  private List<LightCycle> lights() {
    List<LightCycle> lights = new ArrayList<>();
    for (XmlElement light : Fields.children(root, "trafficLight")) {
      Optional<XmlElement> cycle = Fields.find(light, "cycle");
      if (cycle.isPresent()) {
        List<LightCycle.Phase> phases = new ArrayList<>();
        for (XmlElement each : Fields.children(cycle.get(), "cycleElement")) {
          phases.add(new LightCycle.Phase(
              color(Fields.child(each, "color")),
              Fields.number(Fields.child(each, "duration")) * stepS));
        }
        double offset =
            Fields.find(cycle.get(), "timeOffset").map(Fields::number).orElse(0.0);
        lights.add(LightCycle.shifted(Fields.attribute(light, "id"), phases, offset * stepS));
      }
    }
    return lights;
  }

  private static LightCycle.Color color(XmlElement color) {
    return switch (color.text().toLowerCase(Locale.ROOT)) {
      case "red" -> LightCycle.Color.RED;
      case "redyellow" -> LightCycle.Color.RED_YELLOW;
      case "yellow" -> LightCycle.Color.YELLOW;
      case "green" -> LightCycle.Color.GREEN;
      case "inactive" -> LightCycle.Color.DARK;
      default -> throw color.error("colour '" + color.text() + "' is unknown");
    };
  }
}
