package io.camber.sim.node;

import static io.camber.sim.node.Rig.MS;
import static org.assertj.core.api.Assertions.assertThat;

import io.camber.bus.Node;
import io.camber.bus.transport.BusMessage;
import io.camber.map.RoadMap;
import io.camber.sim.sensor.camera.CameraConfig;
import io.camber.sim.sensor.inertial.ChassisSensorConfig;
import io.camber.sim.sensor.inertial.GnssConfig;
import io.camber.sim.sensor.inertial.ImuConfig;
import io.camber.sim.sensor.inertial.WheelConfig;
import io.camber.sim.sensor.lidar.LidarConfig;
import io.camber.sim.sensor.radar.RadarConfig;
import io.camber.sim.sensor.ultrasonic.UltrasonicConfig;
import io.camber.sim.sensor.v2x.SignalReceiverConfig;
import io.camber.vehicle.VehicleDescription;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A sensor's bytes are its own business: they do not change when another sensor comes or goes. */
class StreamIndependenceTest {
  private static final List<String> SENSORS =
      List.of("report", "imu", "gnss", "wheels", "lidar", "camera", "radar", "ultrasonic", "v2x");

  @ParameterizedTest
  @ValueSource(
      strings = {"report", "imu", "gnss", "wheels", "lidar", "camera", "radar", "ultrasonic", "v2x"
      })
  void leavesAllOtherStreamsAloneWhenItIsTakenAway(String sensor) {
    SortedMap<String, ByteBuffer> all = streams(SENSORS);
    List<String> others = SENSORS.stream().filter(name -> !name.equals(sensor)).toList();

    SortedMap<String, ByteBuffer> left = streams(others);

    SortedMap<String, ByteBuffer> expected = new TreeMap<>(all);
    expected.keySet().removeIf(stream -> stream.startsWith(sensor + " "));
    assertThat(expected).hasSizeLessThan(all.size());
    assertThat(left).isEqualTo(expected);
  }

  /** Every payload of the sensors by publisher, topic and sequence. */
  private static SortedMap<String, ByteBuffer> streams(List<String> sensors) {
    Rig rig = Rig.withTruth();
    for (String sensor : sensors) {
      rig.add(sensor, 0, node(sensor), settings(sensor));
    }
    SortedMap<String, ByteBuffer> streams = new TreeMap<>();
    for (BusMessage<?> message : rig.run(200 * MS)) {
      var envelope = message.envelope();
      if (!envelope.publisher().equals("truth")) {
        streams.put(
            envelope.publisher() + " " + envelope.topic() + " " + envelope.sequence(),
            message.payload().orElseThrow().view());
      }
    }
    return streams;
  }

  private static Node node(String sensor) {
    return switch (sensor) {
      case "report" -> new VehicleReportNode(ChassisSensorConfig.familyCar());
      case "imu" -> new ImuNode(ImuConfig.automotive());
      case "gnss" -> new GnssNode(GnssConfig.corrected());
      case "wheels" -> new WheelNode(WheelConfig.toneRing(), VehicleDescription.midSizeCar());
      case "lidar" -> new LidarNode(LidarConfig.roof(), Rig.scene());
      case "camera" -> new CameraNode(CameraConfig.windscreen(), Rig.scene());
      case "radar" -> new RadarNode(RadarConfig.front(), 50 * MS);
      case "ultrasonic" -> new UltrasonicNode(UltrasonicConfig.front(), 50 * MS);
      case "v2x" -> new SignalReceiverNode(SignalReceiverConfig.usual(), RoadMap.empty(), 100 * MS);
      default -> throw new IllegalArgumentException("no sensor " + sensor);
    };
  }

  private static Map<String, String> settings(String sensor) {
    return switch (sensor) {
      case "lidar" -> Map.of("columnCount", "64");
      case "camera" -> Map.of("width", "64", "height", "36");
      default -> Map.of();
    };
  }
}
