package io.camber.sim.node;

import io.camber.bus.Node;
import io.camber.bus.NodeContext;
import io.camber.bus.Publisher;
import io.camber.messages.Topics;
import io.camber.sim.sensor.inertial.ChassisSensor;
import io.camber.sim.sensor.inertial.ChassisSensorConfig;
import io.camber.sim.world.World;
import io.camber.vehicle.VehicleReport;

/** What the car says about itself, on the bus at 100 Hz. */
public final class VehicleReportNode implements Node {
  private final ChassisSensorConfig defaults;

  public VehicleReportNode(ChassisSensorConfig defaults) {
    this.defaults = defaults;
  }

  @Override
  public void start(NodeContext context) {
    ChassisSensor sensor = new ChassisSensor(context.config(defaults), context.seed("errors"));
    Publisher<VehicleReport> reports = context.publisher(Topics.VEHICLE_REPORT);
    EgoSampling.every(
        World.STEP_NS,
        context,
        (frame, ego) -> reports.publishSample(
            sensor.sample(frame.timeNs(), ego, frame.egoEngaged()), frame.timeNs()));
  }
}
