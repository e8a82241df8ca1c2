package io.camber.app.simulation;

import io.camber.app.sensors.MountedSensor;
import io.camber.app.sensors.SensorRig;
import io.camber.bus.Node;
import io.camber.bus.node.NodeSpec;
import io.camber.map.RoadMap;
import io.camber.sim.node.GnssNode;
import io.camber.sim.node.ImuNode;
import io.camber.sim.node.TruthPerceptionNode;
import io.camber.sim.node.VehicleReportNode;
import io.camber.sim.node.WheelNode;
import io.camber.sim.node.WorldNode;
import io.camber.sim.scene.town.SceneModel;
import io.camber.sim.sensor.inertial.ChassisSensorConfig;
import io.camber.sim.sensor.inertial.GnssConfig;
import io.camber.sim.sensor.inertial.ImuConfig;
import io.camber.sim.sensor.inertial.SkyView;
import io.camber.sim.sensor.inertial.WheelConfig;
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
      SimulationOptions options,
      World world,
      RoadMap map,
      VehicleDescription vehicle,
      SensorRig rig) {
    List<NodeSpec> specs = new ArrayList<>();
    specs.add(
        spec(NodeNames.VEHICLE_REPORT, new VehicleReportNode(ChassisSensorConfig.familyCar())));
    specs.add(spec(NodeNames.IMU, new ImuNode(ImuConfig.automotive())));
    specs.add(spec(NodeNames.GNSS, new GnssNode(GnssConfig.corrected(), new SkyView(map))));
    specs.add(spec(NodeNames.WHEELS, new WheelNode(WheelConfig.toneRing(), vehicle)));
    if (options.sensors() == Sensors.ALL) {
      SceneModel scene = new SceneModel(map, world.frame().actors(), options.seed());
      rig.check(vehicle);
      for (MountedSensor sensor : rig.sensors()) {
        long latencyNs = sensor.latencyNs().orElse(Latencies.ns(nodeName(sensor)));
        specs.add(NodeSpec.world(nodeName(sensor), latencyNs, context -> sensor.node(scene, map)));
      }
    }
    if (options.perception() == Perception.TRUTH) {
      specs.add(spec(NodeNames.TRUTH_PERCEPTION, new TruthPerceptionNode()));
    }
    return specs;
  }

  /** The first lidar and camera keep the names that they have in runs of one each. */
  private static String nodeName(MountedSensor sensor) {
    return switch (sensor.id()) {
      case "lidar_top" -> NodeNames.LIDAR;
      case "camera_front" -> NodeNames.CAMERA;
      default -> "sensor." + sensor.id();
    };
  }

  private static NodeSpec spec(String name, Node node) {
    return NodeSpec.world(name, Latencies.ns(name), context -> node);
  }
}
