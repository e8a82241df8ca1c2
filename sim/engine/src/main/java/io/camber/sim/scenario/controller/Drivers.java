package io.camber.sim.scenario.controller;

import io.camber.sim.scenario.entity.ControllerModel;
import io.camber.sim.scenario.entity.Entity;
import io.camber.sim.scenario.entity.EntityKind;
import io.camber.sim.scenario.entity.Motion;
import io.camber.sim.scenario.entity.Pedals;
import io.camber.sim.scenario.entity.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets the active controllers of all entities work. One that the stack drives is left alone. */
public final class Drivers {
  private final Stage stage;
  private final List<Seat> seats = new ArrayList<>();
  private @Nullable ReactivePool pool;

  /** An entity and the model that drives it since its latest activation. */
  private static final class Seat {
    private final Entity entity;
    private final int number;
    private int activation;
    private @Nullable SpeedModel model;

    Seat(Entity entity, int number) {
      this.entity = entity;
      this.number = number;
    }
  }

  /**
   * @param entities those that may get a controller
   */
  public Drivers(Stage stage, List<Entity> entities) {
    this.stage = stage;
    entities.forEach(entity -> seats.add(new Seat(entity, seats.size())));
  }

  /** Whether a controller of this model does something here. */
  public static boolean knows(ControllerModel controller) {
    return switch (controller.model()) {
      case "ACCController", "ALKSController", "ExternalController", "CamberTraffic" -> true;
      case "ALKS_R157SM_Controller" -> isModelled(controller);
      default -> false;
    };
  }

  private static boolean isModelled(ControllerModel controller) {
    String model = controller.properties().find("model").orElse("");
    return model.equals("Regulation") || model.equals("ReferenceDriver");
  }

  public void step(double dtS) {
    for (int i = 0; i < seats.size(); i++) {
      Seat seat = seats.get(i);
      SpeedModel before = seat.model;
      if (seat.entity.isExternal() || !seat.entity.isPresent()) {
        if (before != null) {
          before.rest();
        }
        continue;
      }
      if (seat.activation != seat.entity.activation()) {
        seat.activation = seat.entity.activation();
        if (before != null) {
          before.end();
        }
        Optional<ControllerModel> active = seat.entity.activeController();
        seat.model = active.flatMap(found -> model(found, seat)).orElse(null);
        seat.entity.setOverridden(
            seat.model != null && active.filter(ControllerModel::overrides).isPresent());
      }
      SpeedModel model = seat.model;
      if (model != null) {
        model.step(dtS);
        seat.entity.pedals().ifPresent(pedals -> press(pedals, seat.entity, dtS));
      }
    }
  }

  private Optional<SpeedModel> model(ControllerModel controller, Seat seat) {
    return switch (controller.model()) {
      case "ACCController", "ALKSController" ->
        Optional.of(new AccModel(controller, stage, seat.entity));
      case "ALKS_R157SM_Controller" -> laneKeeping(controller, seat.entity);
      case "CamberTraffic" -> traffic(controller, seat);
      case "ExternalController" -> Optional.of(new ExternalModel(seat.entity.driven()));
      default -> Optional.empty();
    };
  }

  private Optional<SpeedModel> traffic(ControllerModel controller, Seat seat) {
    if (seat.entity.model().kind() != EntityKind.VEHICLE || stage.net().isPlane()) {
      stage.report(
          "warning",
          "Controller",
          seat.entity.name() + " cannot drive as traffic does: no vehicle, or no road");
      return Optional.empty();
    }
    if (pool == null) {
      pool = new ReactivePool(stage, seats.size());
    }
    return Optional.of(
        new TrafficModel(pool, stage, seat.entity, TrafficManner.of(controller), seat.number));
  }

  private Optional<SpeedModel> laneKeeping(ControllerModel controller, Entity entity) {
    return switch (controller.properties().find("model").orElse("")) {
      case "Regulation" -> Optional.of(new RegulationModel(controller, stage, entity));
      case "ReferenceDriver" -> Optional.of(new ReferenceDriverModel(controller, stage, entity));
      default -> Optional.empty();
    };
  }

  /** Pedals override an active controller, within the entity's limits: a full pedal is the largest acceleration or deceleration it is capable of. */
  private static void press(Pedals pedals, Entity entity, double dtS) {
    Motion motion = entity.driven();
    double speed = motion.speedMps() + pedals.throttle() * entity.model().accelMps2Max() * dtS;
    double braked = pedals.brake() * entity.model().decelMps2Max() * dtS;
    double slowed = Math.max(0.0, Math.abs(speed) - braked);
    double limit = entity.model().speedMpsMax();
    motion.setSpeedMps(Math.copySign(Math.min(limit, slowed), speed));
  }
}
