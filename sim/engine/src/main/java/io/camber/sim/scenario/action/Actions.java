package io.camber.sim.scenario.action;

import io.camber.sim.scenario.document.Node;

/** Reads action elements. */
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
      case "ControllerAction" -> {
        node.children().forEach(Actions::controller);
        yield new NoAction("ControllerAction");
      }
      case "ActivateControllerAction" -> {
        controller(node);
        yield new NoAction("ActivateControllerAction");
      }
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
      case "RandomRouteAction" -> unsupported(node, "the entity goes straight on at junctions");
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

  /** Controllers are named, not simulated: their entity follows the storyboard. */
  private static void controller(Node node) {
    if (node.name().equals("AssignControllerAction")) {
      node.unsupported("the entity keeps following the storyboard");
    } else if (node.name().equals("OverrideControllerValueAction")) {
      node.unsupported("pedals and steering wheel of entities are not simulated");
    } else if (node.name().equals("ActivateControllerAction")) {
      node.unsupported("entities follow the storyboard, or the stack drives them");
    } else {
      throw node.error("<" + node.name() + "> is not a controller action");
    }
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
      case "TrafficAction" -> unsupported(node, "no traffic is generated");
      case "SetMonitorAction" -> unsupported(node, "monitors are not kept");
      default -> throw node.error("<" + node.name() + "> is not a global action");
    };
  }

  /** Reads a UserDefinedAction element. */
  public static GlobalAction readUserDefined(Node node) {
    node.warn("a user-defined action has no effect");
    node.ignoreAll();
    return new NoAction("UserDefinedAction");
  }
}
