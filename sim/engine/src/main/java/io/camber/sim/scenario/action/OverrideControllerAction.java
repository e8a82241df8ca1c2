package io.camber.sim.scenario.action;

import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.document.Plays;
import io.camber.sim.scenario.document.Plays.Support;
import io.camber.sim.scenario.entity.Entity;
import io.camber.sim.scenario.entity.Pedals;
import io.camber.sim.scenario.entity.Stage;
import java.util.Optional;
import java.util.Set;

/**
 * OverrideControllerValueAction: presses pedals. Throttle and brakes act as shares of what the entity is capable of; clutch,
 * gear and steering wheel are not simulated, which a warning says when one is active.
 *
 * @param pedals empty to release them
 */
@Plays(
    value = {"OverrideControllerValueAction", "Throttle", "Brake", "ParkingBrake", "BrakePercent"},
    support = Support.PARTLY,
    note = "acts on an active controller that has a model")
@Plays(
    value = {"BrakeForce", "Clutch", "SteeringWheel", "Gear", "ManualGear", "AutomaticGear"},
    support = Support.NOT,
    note = "warning when active")
record OverrideControllerAction(Optional<Pedals> pedals) implements PrivateAction {
  static OverrideControllerAction read(Node node) {
    double throttle = 0.0;
    double brake = 0.0;
    boolean pressed = false;
    for (Node control : node.children()) {
      boolean active = control.truth("active", false);
      switch (control.name()) {
        case "Throttle" -> throttle = active ? control.number("value") : 0.0;
        case "Brake", "ParkingBrake" -> brake = Math.max(brake, active ? force(control) : 0.0);
        case "Clutch", "Gear", "SteeringWheel" -> {
          if (active) {
            control.warn("<" + control.name() + "> is not simulated: the entity follows its lane");
          }
          control.ignoreAll();
          continue;
        }
        default -> throw control.error("<" + control.name() + "> is not a control to override");
      }
      control.ignoreAttributes("value", "maxRate");
      pressed |= active;
    }
    return new OverrideControllerAction(
        pressed ? Optional.of(new Pedals(throttle, brake)) : Optional.empty());
  }

  /** A share of the largest force: an attribute until version 1.1, a percentage since. */
  private static double force(Node brake) {
    Optional<Node> percent = brake.find("BrakePercent");
    if (percent.isPresent()) {
      percent.get().ignoreAttributes("maxRate");
      return percent.get().number("value") / 100.0;
    }
    Optional<Node> newtons = brake.find("BrakeForce");
    if (newtons.isPresent()) {
      newtons.get().unsupported("forces need a mass; give a <BrakePercent>");
      return 0.0;
    }
    return brake.number("value", 0.0);
  }

  @Override
  public Set<Domain> domains() {
    return Set.of();
  }

  @Override
  public ActionRun start(Stage stage, Entity actor) {
    actor.setPedals(pedals.orElse(null));
    return ActionRun.DONE;
  }
}
