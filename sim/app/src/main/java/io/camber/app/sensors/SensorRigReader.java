package io.camber.app.sensors;

import io.camber.app.yaml.YamlEntry;
import io.camber.diagnostics.InputException;
import io.camber.geometry.Vec3;
import io.camber.sim.sensor.camera.CameraConfig;
import io.camber.sim.sensor.lidar.LidarConfig;
import io.camber.sim.sensor.radar.RadarConfig;
import io.camber.sim.sensor.ultrasonic.UltrasonicConfig;
import io.camber.sim.sensor.v2x.SignalReceiverConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Reads a sensor rig:
 *
 * <pre>
 *   sensors:
 *     - id: camera_front             # kind and place; lidar_, camera_, radar_, ultrasonic_ or v2x_
 *       mount: [1.75, 0, 1.32]       # m in base_link: centre of the rear axle on the ground, x forward, y left
 *       yaw_deg: 0                   # to the left; also pitch_deg (nose down) and roll_deg
 *       width: 640                   # of cameras: pixels, field of view, lens, noise
 *       height: 360
 *       fov_deg: 70
 *       rate_hz: 10
 *       latency_ms: 20               # from exposure to bus
 *       clock_offset_ms: 0           # its clock ahead of the run's
 * </pre>
 *
 * Angles are in degrees, as in data sheets. What a sensor does not say is that of the default one of its kind.
 */
final class SensorRigReader {
  private static final int PIXELS_MAX = 4096 * 2304;
  private static final long SECOND_NS = 1_000_000_000L;
  private static final long STEP_NS = 10_000_000L;

  private final String file;
  private final String text;

  SensorRigReader(String file, String text) {
    this.file = file;
    this.text = text;
  }

  SensorRig read() {
    List<MountedSensor> sensors = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    for (Node each : sensorNodes()) {
      YamlEntry entry = new YamlEntry(file, each);
      MountedSensor sensor = sensor(entry);
      entry.finish();
      if (ids.contains(sensor.id())) {
        throw entry.wrong("id: there are two sensors called " + sensor.id());
      }
      ids.add(sensor.id());
      sensors.add(sensor);
    }
    return new SensorRig(file, sensors);
  }

  private List<Node> sensorNodes() {
    try {
      Node root = new Compose(LoadSettings.builder().setLabel(file).build())
          .composeString(text)
          .orElseThrow(() -> new InputException(file + ": is empty"));
      if (root instanceof MappingNode mapping
          && mapping.getValue().size() == 1
          && YamlEntry.text(mapping.getValue().get(0).getKeyNode()).equals("sensors")
          && mapping.getValue().get(0).getValueNode() instanceof SequenceNode list) {
        return list.getValue();
      }
      throw new InputException(file + ":1: is no rig: it needs a list 'sensors' and nothing else");
    } catch (YamlEngineException e) {
      throw new InputException(file + ": is not YAML: " + e.getMessage(), e);
    }
  }

  private MountedSensor sensor(YamlEntry entry) {
    String id = entry.text("id");
    if (!id.matches("(lidar|camera|radar|ultrasonic|v2x)_[a-z0-9_]+")) {
      throw entry.wrong(
          "id: '" + id + "' does not begin with lidar_, camera_, radar_, ultrasonic_ or v2x_");
    }
    OptionalLong latencyNs = entry.has("latency_ms")
        ? OptionalLong.of(Math.round(entry.number("latency_ms", 0, 0, 1000) * 1e6))
        : OptionalLong.empty();
    double offsetS = entry.number("clock_offset_ms", 0, -10_000, 10_000) * 1e-3;
    try {
      return sensor(id, entry, latencyNs, offsetS);
    } catch (IllegalArgumentException e) {
      throw entry.wrong(id + ": " + e.getMessage());
    }
  }

  private static MountedSensor sensor(
      String id, YamlEntry entry, OptionalLong latencyNs, double offsetS) {
    int line = entry.line();
    return switch (id.substring(0, id.indexOf('_'))) {
      case "lidar" ->
        new MountedSensor.Lidar(
            lidar(id, entry), line, latencyNs, offsetS, LidarKeys.tellsTruth(entry));
      case "radar" ->
        new MountedSensor.Radar(
            radar(id, entry),
            periodNs(entry, 20.0),
            line,
            latencyNs,
            offsetS,
            ImperfectionKeys.hearsScenery(entry));
      case "ultrasonic" ->
        new MountedSensor.Ultrasonic(
            ultrasonic(id, entry), periodNs(entry, 20.0), line, latencyNs, offsetS);
      case "v2x" -> radio(id, entry, latencyNs, offsetS);
      default -> {
        CameraConfig config = camera(id, entry);
        yield new MountedSensor.Camera(
            config,
            periodNs(entry, 10.0),
            line,
            latencyNs,
            offsetS,
            CameraKeys.output(entry, config));
      }
    };
  }

  private static UltrasonicConfig ultrasonic(String id, YamlEntry entry) {
    UltrasonicConfig usual = UltrasonicConfig.front();
    double[] mount = entry.mount(usual.mountX(), usual.mountY(), usual.mountZ());
    return new UltrasonicConfig(
        id,
        mount[0],
        mount[1],
        mount[2],
        entry.degrees("yaw_deg", usual.mountYaw()),
        entry.degrees("fov_deg", usual.fieldOfView()),
        entry.number("range_min_m", usual.rangeMinM(), 0.0, 1.0),
        entry.number("range_max_m", usual.rangeMaxM(), 0.2, 20.0),
        entry.number("range_noise_m", usual.rangeStdM(), 0.0, 1.0),
        entry.number("misses", usual.missShare(), 0.0, 1.0));
  }

  private static MountedSensor radio(
      String id, YamlEntry entry, OptionalLong latencyNs, double offsetS) {
    SignalReceiverConfig usual = SignalReceiverConfig.usual();
    double[] mount = entry.mount(1.0, 0.0, 1.5);
    return new MountedSensor.SignalRadio(
        new SignalReceiverConfig(
            id,
            entry.number("range_m", usual.rangeM(), 1.0, 5000.0),
            entry.number("loss", usual.lossShare(), 0.0, 1.0)),
        new Vec3(mount[0], mount[1], mount[2]),
        periodNs(entry, 10.0),
        entry.line(),
        latencyNs,
        offsetS);
  }

  private static long periodNs(YamlEntry entry, double usualHz) {
    long periodNs = Math.round(SECOND_NS / entry.number("rate_hz", usualHz, 0.1, 100.0));
    if (periodNs % STEP_NS != 0) {
      throw entry.wrong(
          "rate_hz: a period of " + periodNs * 1e-6 + " ms is no multiple of the world's 10 ms");
    }
    return periodNs;
  }

  private static LidarConfig lidar(String id, YamlEntry entry) {
    LidarConfig usual = LidarConfig.roof();
    double[] mount = entry.mount(usual.mountX(), usual.mountY(), usual.mountZ());
    return new LidarConfig(
        id,
        mount[0],
        mount[1],
        mount[2],
        entry.degrees("yaw_deg", usual.mountYaw()),
        entry.degrees("pitch_deg", usual.mountPitch()),
        entry.degrees("roll_deg", usual.mountRoll()),
        (int) entry.number("columns", usual.columnCount(), 16, 8192),
        periodNs(entry, 10.0),
        entry.number("range_min_m", usual.rangeMinM(), 0.1, 10.0),
        entry.number("range_max_m", usual.rangeMaxM(), 10.0, 500.0),
        entry.number("range_noise_m", usual.rangeStdM(), 0.0, 1.0),
        usual.jitterStd(),
        entry.number("dropout", usual.dropout(), 0.0, 1.0),
        entry.has("profile") ? entry.text("profile") : usual.profile(),
        ImperfectionKeys.echoes(entry));
  }

  private static CameraConfig camera(String id, YamlEntry entry) {
    CameraConfig usual = CameraConfig.windscreen();
    double[] mount = entry.mount(usual.mountX(), usual.mountY(), usual.mountZ());
    int width = (int) entry.number("width", usual.width(), 16, 8192);
    int height = (int) entry.number("height", usual.height(), 16, 8192);
    if ((long) width * height > PIXELS_MAX) {
      throw entry.wrong("width: an image of " + width + " x " + height + " is larger than "
          + PIXELS_MAX + " pixels; no camera of a car delivers that");
    }
    return new CameraConfig(
        id,
        mount[0],
        mount[1],
        mount[2],
        entry.degrees("yaw_deg", usual.mountYaw()),
        entry.degrees("pitch_deg", usual.mountPitch()),
        entry.degrees("roll_deg", usual.mountRoll()),
        width,
        height,
        entry.degrees("fov_deg", usual.fieldOfView()),
        entry.number("k1", usual.k1(), -0.2, 0.2),
        entry.number("k2", usual.k2(), -0.1, 0.1),
        entry.number("noise", usual.noiseStd(), 0.0, 50.0),
        usual.exposureStd(),
        ImperfectionKeys.optics(entry));
  }

  private static RadarConfig radar(String id, YamlEntry entry) {
    RadarConfig usual = RadarConfig.front();
    double[] mount = entry.mount(usual.mountX(), usual.mountY(), usual.mountZ());
    return new RadarConfig(
        id,
        mount[0],
        mount[1],
        mount[2],
        entry.degrees("yaw_deg", usual.mountYaw()),
        entry.degrees("fov_deg", usual.fieldOfView()),
        entry.number("range_max_m", usual.rangeMaxM(), 5.0, 500.0),
        entry.number("range_noise_m", usual.rangeStdM(), 0.0, 10.0),
        entry.degrees("azimuth_noise_deg", usual.azimuthStd()),
        entry.number("speed_noise_mps", usual.rangeRateStdMps(), 0.0, 10.0),
        entry.number("clutter", usual.clutterMean(), 0.0, 100.0),
        entry.number("ghosts", usual.ghostShare(), 0.0, 1.0));
  }
}
