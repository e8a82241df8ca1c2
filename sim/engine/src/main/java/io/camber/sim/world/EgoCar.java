package io.camber.sim.world;

import io.camber.geometry.Pose3;
import io.camber.map.RoadMap;
import io.camber.sim.dynamics.Ground;
import io.camber.sim.dynamics.Plant;
import io.camber.sim.dynamics.PlantConfig;
import io.camber.sim.dynamics.PlantState;
import io.camber.sim.dynamics.SingleTrackPlant;
import io.camber.sim.dynamics.doubletrack.DoubleTrackPlant;
import io.camber.truth.ActorLights;
import io.camber.truth.ActorTruth;
import io.camber.truth.WheelTruth;
import io.camber.vehicle.ControlCommand;
import io.camber.vehicle.VehicleDescription;
import java.util.Optional;

/** The ego once the stack drives it: plant, actuator watch and the road under it. */
final class EgoCar {
  private final ActorTruth start;
  private final Plant plant;
  private final double halfTrackM;
  private final RoadSurface surface;
  private final CommandWatch watch;
  private Pose3 road;
  private double frictionScale = 1.0;

  /** Takes over in full motion, on the curvature and with the acceleration that the scenario gave it. */
  EgoCar(
      WorldConfig config,
      VehicleDescription vehicle,
      RoadMap map,
      long timeNs,
      ActorTruth start,
      double curvaturePerM) {
    this.start = start;
    plant = config
        .vehicle()
        .<Plant>map(DoubleTrackPlant::new)
        .orElseGet(() -> new SingleTrackPlant(PlantConfig.of(vehicle)));
    halfTrackM =
        config.vehicle().map(car -> car.unit().axles().get(0).trackM() / 2.0).orElse(0.0);
    surface = new RoadSurface(map, vehicle.wheelbaseM());
    road = surface.place(
        start.mapFromReference().toPose2(), start.mapFromReference().z());
    double accel =
        Math.max(-vehicle.decelMps2Max(), Math.min(vehicle.accelMps2Max(), start.accelMps2()));
    plant.reset(road.toPose2(), start.speedMps(), curvaturePerM, accel, ground());
    watch = new CommandWatch(config, timeNs, plant.state().steeringAngle(), accel);
  }

  /** One step that begins at {@code timeNs} under the newest command, on a road whose weather scales the friction. */
  void step(long timeNs, Optional<ControlCommand> command, double weatherFriction) {
    frictionScale = weatherFriction;
    watch.update(timeNs, command);
    plant.step(World.STEP_NS, watch.steeringAngle(), watch.accelMps2(), ground());
    road = surface.place(plant.state().mapFromBase(), road.z());
  }

  /** From now on with ideal actuators. */
  void obeyAtOnce() {
    plant.obeyAtOnce();
  }

  /** The single-track model knows neither sides nor what lanes are made of. */
  private Ground ground() {
    if (halfTrackM == 0.0) {
      return new Ground(road.pitch(), frictionScale);
    }
    return new Ground(
        road.pitch(),
        road.roll(),
        frictionScale * surface.frictionAt(road.yaw(), halfTrackM),
        frictionScale * surface.frictionAt(road.yaw(), -halfTrackM));
  }

  Optional<WheelTruth> wheels() {
    return plant.wheels();
  }

  ActorTruth truth() {
    PlantState state = plant.state();
    boolean hazard = watch.hasHazardLights();
    return new ActorTruth(
        start.name(),
        start.objectClass(),
        start.kind(),
        new Pose3(
            road.x(),
            road.y(),
            road.z(),
            road.yaw(),
            road.pitch() + state.bodyPitch(),
            road.roll() + state.bodyRoll()),
        start.size(),
        start.centerOffsetM(),
        start.centerOffsetLeftM(),
        state.speedMps(),
        state.accelMps2(),
        state.yawRateRadps(),
        state.steeringAngle(),
        new ActorLights(state.isBraking(), hazard, hazard, start.lights().headlamps()));
  }
}
