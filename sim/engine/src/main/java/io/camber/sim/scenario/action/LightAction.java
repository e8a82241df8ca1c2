package io.camber.sim.scenario.action;

import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.document.Plays;
import io.camber.sim.scenario.document.Plays.Support;
import io.camber.sim.scenario.entity.Entity;
import io.camber.sim.scenario.entity.Stage;
import io.camber.truth.ActorLights;
import java.util.EnumSet;
import java.util.Set;

/** LightStateAction: switches lamps of a vehicle. Lamps the world does not model are named at reading. */
@Plays(
    value = {"LightStateAction", "LightState", "LightType", "VehicleLight"},
    support = Support.PARTLY,
    note =
        "on or off at once: brake, indicators, warning and head lamps; others are read without effect")
@Plays(
    value = {"Color", "ColorRgb", "ColorCmyk"},
    support = Support.PARTLY,
    note = "read, without effect")
@Plays(value = "UserDefinedLight", support = Support.NOT, note = "warning")
record LightAction(Lamp lamp, boolean lit) implements PrivateAction {
  /** Lamps of OpenSCENARIO 1.2. */
  enum Lamp {
    DAYTIME_RUNNING_LIGHTS,
    LOW_BEAM,
    HIGH_BEAM,
    FOG_LIGHTS,
    FOG_LIGHTS_FRONT,
    FOG_LIGHTS_REAR,
    BRAKE_LIGHTS,
    WARNING_LIGHTS,
    INDICATOR_LEFT,
    INDICATOR_RIGHT,
    REVERSING_LIGHTS,
    LICENSE_PLATE_ILLUMINATION,
    SPECIAL_PURPOSE_LIGHTS
  }

  static LightAction read(Node node) {
    node.ignoreAttributes("transitionTime");
    Node state = node.one("LightState");
    state.ignoreAttributes("luminousIntensity", "flashingOnDuration", "flashingOffDuration");
    state.ignore("Color");
    Node type = node.one("LightType").choice();
    String mode = state.text("mode");
    boolean lit = !mode.equals("off");
    if (!type.name().equals("VehicleLight")) {
      type.unsupported("only lamps of vehicles are switched");
      return new LightAction(Lamp.SPECIAL_PURPOSE_LIGHTS, lit);
    }
    return new LightAction(type.oneOf("vehicleLightType", Lamp.class), lit);
  }

  @Override
  public Set<Domain> domains() {
    return EnumSet.of(Domain.LIGHTS);
  }

  @Override
  public ActionRun start(Stage stage, Entity actor) {
    ActorLights now = actor.lights();
    actor.setLights(
        switch (lamp) {
          case BRAKE_LIGHTS ->
            new ActorLights(lit, now.indicatorLeft(), now.indicatorRight(), now.headlamps());
          case WARNING_LIGHTS -> new ActorLights(now.brake(), lit, lit, now.headlamps());
          case INDICATOR_LEFT ->
            new ActorLights(now.brake(), lit, now.indicatorRight(), now.headlamps());
          case INDICATOR_RIGHT ->
            new ActorLights(now.brake(), now.indicatorLeft(), lit, now.headlamps());
          case LOW_BEAM, HIGH_BEAM, DAYTIME_RUNNING_LIGHTS ->
            new ActorLights(now.brake(), now.indicatorLeft(), now.indicatorRight(), lit);
          case FOG_LIGHTS,
              FOG_LIGHTS_FRONT,
              FOG_LIGHTS_REAR,
              REVERSING_LIGHTS,
              LICENSE_PLATE_ILLUMINATION,
              SPECIAL_PURPOSE_LIGHTS -> now;
        });
    return ActionRun.DONE;
  }
}
