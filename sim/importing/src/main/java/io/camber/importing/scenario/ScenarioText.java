package io.camber.importing.scenario;

import io.camber.geometry.Pose2;
import io.camber.geometry.Size3;
import io.camber.geometry.Vec2;
import io.camber.importing.xml.XmlText;
import io.camber.scene.ObjectClass;
import java.util.Locale;

/**
 * Writes a recorded scene as OpenSCENARIO 1.2. Every actor follows its recorded places and times exactly; one that comes
 * later is added then, one that leaves earlier is deleted. Where the scene says how far the ego may depart, a variable turns
 * true when it has, and vehicles go on along their lanes under adaptive cruise control.
 */
public final class ScenarioText {
  /** The reference point of replayed actors is the centre of their box, the ego's its rear axle. */
  private static final double EGO_CENTER_X = 1.4;

  private static final Size3 EGO_SIZE = new Size3(4.7, 1.86, 1.5);
  private static final double STEP_S = 0.01;

  /** How often the ego's place is held against the recorded one. */
  private static final double LOOK_S = 0.5;

  private static final String DEPARTED = "EgoDeparted";

  private final RecordedScene scene;
  private final String mapFile;
  private final XmlText xml = new XmlText();

  private ScenarioText(RecordedScene scene, String mapFile) {
    this.scene = scene;
    this.mapFile = mapFile;
  }

  /** The whole file; {@code mapFile} relative to where it will lie. */
  public static String of(RecordedScene scene, String mapFile) {
    return new ScenarioText(scene, mapFile).write();
  }

  private String write() {
    xml.open("OpenSCENARIO");
    xml.leaf(
        "FileHeader",
        "revMajor",
        "1",
        "revMinor",
        "2",
        "date",
        "2026-01-01T00:00:00",
        "description",
        scene.source(),
        "author",
        "Camber");
    if (scene.departure().isPresent()) {
      xml.open("VariableDeclarations")
          .leaf(
              "VariableDeclaration", "name", DEPARTED, "variableType", "boolean", "value", "false")
          .close();
    }
    xml.leaf("CatalogLocations");
    xml.open("RoadNetwork").leaf("LogicFile", "filepath", mapFile);
    lights();
    xml.close().open("Entities");
    EntityText entities = new EntityText(xml);
    scene.ego().ifPresent(ego -> entities.ego(EGO_SIZE, EGO_CENTER_X));
    scene.actors().forEach(actor -> entities.actor(actor, isReactive(actor.kind())));
    xml.close().open("Storyboard").open("Init").open("Actions");
    scene.ego().ifPresent(this::startEgo);
    scene.actors().stream().filter(actor -> isThereFromTheStart(actor)).forEach(this::startActor);
    xml.close().close();
    scene.departure().ifPresent(this::departureStory);
    scene.actors().forEach(this::story);
    trigger("StopTrigger", "end", scene.endS());
    xml.close().close();
    return xml.text();
  }

  private static boolean isThereFromTheStart(RecordedActor actor) {
    return actor.first().timeS() < STEP_S / 2.0;
  }

  private void lights() {
    if (scene.lights().isEmpty()) {
      return;
    }
    xml.open("TrafficSignals");
    for (LightCycle light : scene.lights()) {
      xml.open("TrafficSignalController", "name", "light-" + light.id());
      int number = 0;
      for (LightCycle.Phase phase : light.phases()) {
        xml.open(
                "Phase",
                "name",
                phase.color().name().toLowerCase(Locale.ROOT) + "-" + number++,
                "duration",
                number(phase.durationS()))
            .leaf(
                "TrafficSignalState",
                "trafficSignalId",
                light.id(),
                "state",
                phase.color().lamps())
            .close();
      }
      xml.close();
    }
    xml.close();
  }

  /** People and cyclists keep to what they did: nothing here tells what else they would do. */
  private boolean isReactive(ObjectClass kind) {
    return scene.departure().isPresent()
        && (kind == ObjectClass.CAR
            || kind == ObjectClass.TRUCK
            || kind == ObjectClass.BUS
            || kind == ObjectClass.MOTORCYCLE);
  }

  /** Sets the variable when, at any of the times looked at, the ego is too far from where the recorded car was. */
  private void departureStory(Departure departure) {
    xml.open("Story", "name", "story departure").open("Act", "name", "act departure");
    xml.open("ManeuverGroup", "name", "group departure", "maximumExecutionCount", "1");
    xml.leaf("Actors", "selectTriggeringEntities", "false");
    xml.open("Maneuver", "name", "maneuver departure");
    openEvent("departs");
    xml.open("GlobalAction").open("VariableAction", "variableRef", DEPARTED);
    xml.leaf("SetAction", "value", "true").close().close();
    xml.close();
    xml.open("StartTrigger");
    double nextS = LOOK_S;
    for (RecordedState state : departure.way()) {
      if (state.timeS() >= nextS) {
        nextS = state.timeS() + LOOK_S;
        isAwayAt(state, departure.distanceM());
      }
    }
    if (nextS == LOOK_S) {
      isAwayAt(departure.way().get(departure.way().size() - 1), departure.distanceM());
    }
    xml.close().close();
    xml.close().close();
    trigger("StartTrigger", "start departure", 0.0);
    xml.close().close();
  }

  private void isAwayAt(RecordedState state, double distanceM) {
    String at = number(state.timeS());
    xml.open("ConditionGroup");
    time("not before " + at, "greaterOrEqual", state.timeS());
    time("not after " + at, "lessThan", state.timeS() + 2.0 * STEP_S);
    xml.open("Condition", "name", "away at " + at, "delay", "0", "conditionEdge", "none");
    xml.open("ByEntityCondition")
        .open("TriggeringEntities", "triggeringEntitiesRule", "any")
        .leaf("EntityRef", "entityRef", "Ego")
        .close();
    xml.open("EntityCondition")
        .open(
            "DistanceCondition",
            "value",
            number(distanceM),
            "freespace",
            "false",
            "rule",
            "greaterThan",
            "coordinateSystem",
            "entity",
            "relativeDistanceType",
            "euclidianDistance");
    position(state.center().times(new Pose2(-EGO_CENTER_X, 0.0, 0.0)));
    xml.close().close().close().close().close();
  }

  private void time(String name, String rule, double timeS) {
    xml.open("Condition", "name", name, "delay", "0", "conditionEdge", "none");
    xml.open("ByValueCondition")
        .leaf("SimulationTimeCondition", "value", number(timeS), "rule", rule)
        .close()
        .close();
  }

  /** Takes the wheel from the recording. */
  private void react(String name) {
    xml.open(
        "Event", "name", "reacts " + name, "priority", "override", "maximumExecutionCount", "1");
    xml.open("Action", "name", "reacts " + name).open("PrivateAction");
    xml.open("ControllerAction")
        .leaf("ActivateControllerAction", "longitudinal", "true", "lateral", "false")
        .close();
    xml.close().close();
    xml.open("StartTrigger").open("ConditionGroup");
    xml.open("Condition", "name", "departed " + name, "delay", "0", "conditionEdge", "none");
    xml.open("ByValueCondition")
        .leaf("VariableCondition", "variableRef", DEPARTED, "rule", "equalTo", "value", "true")
        .close();
    xml.close().close().close().close();
  }

  private void startEgo(RecordedState ego) {
    Pose2 axle = ego.center().times(new Pose2(-EGO_CENTER_X, 0.0, 0.0));
    xml.open("Private", "entityRef", "Ego");
    teleport(axle);
    speed(ego.speedMps());
    scene.goal().ifPresent(this::acquire);
    xml.close();
  }

  private void acquire(Vec2 goal) {
    xml.open("PrivateAction").open("RoutingAction").open("AcquirePositionAction");
    position(new Pose2(goal.x(), goal.y(), 0.0));
    xml.close().close().close();
  }

  private void startActor(RecordedActor actor) {
    xml.open("Private", "entityRef", actor.name());
    teleport(actor.first().center());
    speed(actor.first().speedMps());
    xml.close();
  }

  private void teleport(Pose2 pose) {
    xml.open("PrivateAction").open("TeleportAction");
    position(pose);
    xml.close().close();
  }

  private void position(Pose2 pose) {
    xml.open("Position")
        .leaf(
            "WorldPosition", "x", number(pose.x()), "y", number(pose.y()), "h", number(pose.yaw()))
        .close();
  }

  private void speed(double speedMps) {
    xml.open("PrivateAction").open("LongitudinalAction").open("SpeedAction");
    xml.leaf(
        "SpeedActionDynamics", "dynamicsShape", "step", "dynamicsDimension", "time", "value", "0");
    xml.open("SpeedActionTarget")
        .leaf("AbsoluteTargetSpeed", "value", number(speedMps))
        .close()
        .close()
        .close()
        .close();
  }

  private void story(RecordedActor actor) {
    boolean isMoving = actor.states().size() > 1;
    boolean isAdded = !isThereFromTheStart(actor);
    boolean isDeleted = actor.last().timeS() < scene.endS() - STEP_S;
    if (!isMoving && !isAdded && !isDeleted) {
      return;
    }
    String name = actor.name();
    xml.open("Story", "name", "story " + name).open("Act", "name", "act " + name);
    xml.open("ManeuverGroup", "name", "group " + name, "maximumExecutionCount", "1");
    xml.open("Actors", "selectTriggeringEntities", "false")
        .leaf("EntityRef", "entityRef", name)
        .close();
    xml.open("Maneuver", "name", "maneuver " + name);
    double start = actor.first().timeS();
    if (isAdded) {
      openEvent("appears " + name);
      entityAction(name, true, actor.first().center());
      closeEvent("appears " + name, start);
    }
    if (isMoving) {
      openEvent("drives " + name);
      follow(actor);
      closeEvent("drives " + name, start);
    }
    if (isMoving && isReactive(actor.kind())) {
      react(name);
    }
    if (isDeleted) {
      openEvent("leaves " + name);
      entityAction(name, false, actor.last().center());
      closeEvent("leaves " + name, actor.last().timeS());
    }
    xml.close().close();
    trigger("StartTrigger", "start " + name, 0.0);
    xml.close().close();
  }

  private void openEvent(String name) {
    xml.open("Event", "name", name, "priority", "parallel", "maximumExecutionCount", "1");
    xml.open("Action", "name", name);
  }

  private void closeEvent(String name, double timeS) {
    xml.close();
    trigger("StartTrigger", name, timeS);
    xml.close();
  }

  private void entityAction(String name, boolean isAdded, Pose2 pose) {
    xml.open("GlobalAction").open("EntityAction", "entityRef", name);
    if (isAdded) {
      xml.open("AddEntityAction");
      position(pose);
      xml.close();
    } else {
      xml.leaf("DeleteEntityAction");
    }
    xml.close().close();
  }

  private void follow(RecordedActor actor) {
    xml.open("PrivateAction").open("RoutingAction").open("FollowTrajectoryAction");
    xml.open("TrajectoryRef");
    xml.open("Trajectory", "name", "as recorded " + actor.name(), "closed", "false");
    xml.open("Shape").open("Polyline");
    for (RecordedState state : actor.states()) {
      xml.open("Vertex", "time", number(state.timeS()));
      position(state.center());
      xml.close();
    }
    xml.close().close().close().close();
    xml.open("TimeReference")
        .leaf("Timing", "domainAbsoluteRelative", "absolute", "scale", "1", "offset", "0")
        .close();
    xml.leaf("TrajectoryFollowingMode", "followingMode", "position");
    xml.close().close().close();
  }

  private void trigger(String element, String name, double timeS) {
    xml.open(element).open("ConditionGroup");
    xml.open("Condition", "name", name, "delay", "0", "conditionEdge", "none");
    xml.open("ByValueCondition")
        .leaf("SimulationTimeCondition", "value", number(timeS), "rule", "greaterOrEqual")
        .close();
    xml.close().close().close();
  }

  static String number(double value) {
    return String.format(Locale.ROOT, "%.6f", value);
  }
}
