package io.camber.sim.scenario.action;

import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.document.Plays;
import io.camber.sim.scenario.document.Plays.Support;

/** Reads action elements. */
@Plays({
  "LongitudinalAction",
  "LateralAction",
  "RoutingAction",
  "AppearanceAction",
  "ControllerAction",
  "InfrastructureAction",
  "TrafficAction",
  "TrafficSignalAction"
})
@Plays(
    value = {
      "AnimationAction",
      "AnimationType",
      "AnimationState",
      "AnimationFile",
      "ComponentAnimation",
      "VehicleComponent",
      "PedestrianAnimation",
      "PedestrianGesture",
      "UserDefinedAnimation",
      "UserDefinedComponent"
    },
    support = Support.NOT,
    note = "warning: entities are not animated")
public final class Actions {
  private Actions() {}

  /** Reads the content of a PrivateAction element. */
  public static PrivateAction readPrivate(Node holder) {
    Node node = holder.choice();
    return switch (node.name()) {
      case "LongitudinalAction" -> longitudinal(node.choice());
      case "LateralAction" -> lateral(node.choice());
      case "VisibilityAction" -> VisibilityAction.read(node);
      case "SynchronizeAction" -> SynchronizeAction.read(node);
      case "TeleportAction" -> TeleportAction.read(node);
      case "RoutingAction" -> routing(node.choice());
      case "TrailerAction" -> TrailerAction.read(node);
      case "AppearanceAction" -> appearance(node.choice());
      case "ControllerAction" ->
        new Together(node.children().stream().map(Actions::controller).toList());
      case "ActivateControllerAction" -> controller(node);
      default -> throw node.error("<" + node.name() + "> is not a private action");
    };
  }

  private static PrivateAction longitudinal(Node node) {
    return switch (node.name()) {
      case "SpeedAction" -> SpeedAction.read(node);
      case "SpeedProfileAction" -> SpeedProfileAction.read(node);
      case "LongitudinalDistanceAction" -> LongitudinalDistanceAction.read(node);
      default -> throw node.error("<" + node.name() + "> is not a longitudinal action");
    };
  }

  private static PrivateAction lateral(Node node) {
    return switch (node.name()) {
      case "LaneChangeAction" -> LaneChangeAction.read(node);
      case "LaneOffsetAction" -> LaneOffsetAction.read(node);
      case "LateralDistanceAction" -> LateralDistanceAction.read(node);
      default -> throw node.error("<" + node.name() + "> is not a lateral action");
    };
  }

  private static PrivateAction routing(Node node) {
    return switch (node.name()) {
      case "AssignRouteAction" -> AssignRouteAction.read(node);
      case "FollowTrajectoryAction" -> FollowTrajectoryAction.read(node);
      case "AcquirePositionAction" -> AcquirePositionAction.read(node);
      case "RandomRouteAction" -> new RandomRouteAction();
      default -> throw node.error("<" + node.name() + "> is not a routing action");
    };
  }

  private static PrivateAction appearance(Node node) {
    return switch (node.name()) {
      case "LightStateAction" -> LightAction.read(node);
      case "AnimationAction" -> unsupported(node, "entities are not animated");
      default -> throw node.error("<" + node.name() + "> is not an appearance action");
    };
  }

  private static PrivateAction controller(Node node) {
    return switch (node.name()) {
      case "AssignControllerAction" -> AssignControllerAction.read(node);
      case "OverrideControllerValueAction" -> OverrideControllerAction.read(node);
      case "ActivateControllerAction" -> ActivateControllerAction.read(node);
      default -> throw node.error("<" + node.name() + "> is not a controller action");
    };
  }

  private static NoAction unsupported(Node node, String consequence) {
    node.unsupported(consequence);
    return new NoAction(node.name());
  }

  /** Reads the content of a GlobalAction element. */
  public static GlobalAction readGlobal(Node holder) {
    Node node = holder.choice();
    return switch (node.name()) {
      case "EnvironmentAction" -> EnvironmentAction.read(node);
      case "EntityAction" -> EntityAction.read(node);
      case "ParameterAction" -> ValueAction.read(node, false);
      case "VariableAction" -> ValueAction.read(node, true);
      case "InfrastructureAction" -> SignalAction.read(node.one("TrafficSignalAction"));
      case "TrafficAction" -> traffic(node);
      case "SetMonitorAction" -> MonitorAction.read(node);
      default -> throw node.error("<" + node.name() + "> is not a global action");
    };
  }

  private static GlobalAction traffic(Node holder) {
    String name = holder.text("trafficName", "");
    Node node = holder.choice();
    return switch (node.name()) {
      case "TrafficSwarmAction" -> TrafficSwarmAction.read(node, name);
      case "TrafficStopAction" -> new TrafficStopAction(name);
      case "TrafficSourceAction" -> TrafficSourceAction.read(node, name);
      case "TrafficSinkAction" -> TrafficSinkAction.read(node, name);
      case "TrafficAreaAction" -> TrafficAreaAction.read(node, name);
      default -> throw node.error("<" + node.name() + "> is not a traffic action");
    };
  }

  /** Reads a UserDefinedAction element. */
  public static GlobalAction readUserDefined(Node node) {
    return CustomCommandAction.read(node);
  }
}
