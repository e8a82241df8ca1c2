package io.camber.app.simulation;

import io.camber.bus.Node;
import io.camber.bus.node.NodeSpec;
import io.camber.map.RoadMap;
import io.camber.sim.node.CameraNode;
import io.camber.sim.node.GnssNode;
import io.camber.sim.node.ImuNode;
import io.camber.sim.node.LidarNode;
import io.camber.sim.node.TruthPerceptionNode;
import io.camber.sim.node.VehicleReportNode;
import io.camber.sim.node.WheelNode;
import io.camber.sim.node.WorldNode;
import io.camber.sim.scene.SceneModel;
import io.camber.sim.sensor.camera.CameraConfig;
import io.camber.sim.sensor.inertial.ChassisSensorConfig;
import io.camber.sim.sensor.inertial.GnssConfig;
import io.camber.sim.sensor.inertial.ImuConfig;
import io.camber.sim.sensor.inertial.WheelConfig;
import io.camber.sim.sensor.lidar.LidarConfig;
import io.camber.sim.world.World;
import io.camber.vehicle.VehicleDescription;
import java.util.ArrayList;
import java.util.List;

/** The nodes around the stack: the world and what senses it. */
final class WorldNodes {
  private WorldNodes() {}

  static NodeSpec world(WorldNode node) {
    return spec(NodeNames.WORLD, node);
  }

  static List<NodeSpec> sensors(
      SimulationOptions options, World world, RoadMap map, VehicleDescription vehicle) {
    List<NodeSpec> specs = new ArrayList<>();
    specs.add(
        spec(NodeNames.VEHICLE_REPORT, new VehicleReportNode(ChassisSensorConfig.familyCar())));
    specs.add(spec(NodeNames.IMU, new ImuNode(ImuConfig.automotive())));
    specs.add(spec(NodeNames.GNSS, new GnssNode(GnssConfig.corrected())));
    specs.add(spec(NodeNames.WHEELS, new WheelNode(WheelConfig.toneRing(), vehicle)));
    if (options.sensors() == Sensors.ALL) {
      SceneModel scene = new SceneModel(map, world.frame().actors(), options.seed());
      specs.add(spec(NodeNames.LIDAR, new LidarNode(LidarConfig.roof(), scene)));
      specs.add(spec(NodeNames.CAMERA, new CameraNode(CameraConfig.windscreen(), scene)));
    }
    if (options.perception() == Perception.TRUTH) {
      specs.add(spec(NodeNames.TRUTH_PERCEPTION, new TruthPerceptionNode()));
    }
    return specs;
  }

  private static NodeSpec spec(String name, Node node) {
    return NodeSpec.world(name, Latencies.ns(name), context -> node);
  }
}
