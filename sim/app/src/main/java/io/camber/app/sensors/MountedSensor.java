package io.camber.app.sensors;

import io.camber.bus.Node;
import io.camber.geometry.Vec3;
import io.camber.map.RoadMap;
import io.camber.sim.node.CameraNode;
import io.camber.sim.node.CameraOutput;
import io.camber.sim.node.LidarNode;
import io.camber.sim.node.RadarNode;
import io.camber.sim.node.SignalReceiverNode;
import io.camber.sim.node.UltrasonicNode;
import io.camber.sim.scene.town.SceneModel;
import io.camber.sim.sensor.camera.CameraConfig;
import io.camber.sim.sensor.lidar.LidarConfig;
import io.camber.sim.sensor.radar.RadarConfig;
import io.camber.sim.sensor.ultrasonic.UltrasonicConfig;
import io.camber.sim.sensor.v2x.SignalReceiverConfig;
import java.util.Optional;
import java.util.OptionalLong;

/** One sensor of a rig. */
public sealed interface MountedSensor {
  /** Unique in the rig; begins with the kind, as in {@code camera_front}. */
  String id();

  /** Where it sits in {@code base_link}. */
  Vec3 place();

  /** Line of the file that it begins at; 0 when it is in no file. */
  int line();

  /** From exposure to bus; absent for the usual one of the kind. */
  OptionalLong latencyNs();

  /** How far its clock is ahead of the run's. */
  double clockOffsetS();

  /** A node that simulates it. */
  Node node(SceneModel scene, RoadMap map);

  /**
   * A lidar.
   *
   * @param tellsTruth whether it publishes what its points truly hit
   */
  record Lidar(
      LidarConfig config, int line, OptionalLong latencyNs, double clockOffsetS, boolean tellsTruth)
      implements MountedSensor {
    /** A lidar that publishes sweeps alone. */
    public Lidar(LidarConfig config, int line, OptionalLong latencyNs, double clockOffsetS) {
      this(config, line, latencyNs, clockOffsetS, false);
    }

    @Override
    public String id() {
      return config.sensorId();
    }

    @Override
    public Vec3 place() {
      return new Vec3(config.mountX(), config.mountY(), config.mountZ());
    }

    @Override
    public Node node(SceneModel scene, RoadMap map) {
      return new LidarNode(config, scene, tellsTruth);
    }
  }

  /**
   * A camera.
   *
   * @param output what it publishes beside images, and on whose cable
   */
  record Camera(
      CameraConfig config,
      long periodNs,
      int line,
      OptionalLong latencyNs,
      double clockOffsetS,
      CameraOutput output)
      implements MountedSensor {
    /** A camera that publishes images alone. */
    public Camera(
        CameraConfig config, long periodNs, int line, OptionalLong latencyNs, double clockOffsetS) {
      this(config, periodNs, line, latencyNs, clockOffsetS, CameraOutput.IMAGES);
    }

    /** Name of the camera whose cable its images come out of, where somebody has swapped them. */
    Optional<String> cable() {
      return output.cable();
    }

    Camera onCableOf(String other) {
      return new Camera(config, periodNs, line, latencyNs, clockOffsetS, output.onCableOf(other));
    }

    @Override
    public String id() {
      return config.sensorId();
    }

    @Override
    public Vec3 place() {
      return new Vec3(config.mountX(), config.mountY(), config.mountZ());
    }

    @Override
    public Node node(SceneModel scene, RoadMap map) {
      return new CameraNode(config, scene, periodNs, output);
    }
  }

  /**
   * A radar.
   *
   * @param hearsScenery whether posts, signs, guard rails and walls answer it
   */
  record Radar(
      RadarConfig config,
      long periodNs,
      int line,
      OptionalLong latencyNs,
      double clockOffsetS,
      boolean hearsScenery)
      implements MountedSensor {
    @Override
    public String id() {
      return config.sensorId();
    }

    @Override
    public Vec3 place() {
      return new Vec3(config.mountX(), config.mountY(), config.mountZ());
    }

    @Override
    public Node node(SceneModel scene, RoadMap map) {
      return new RadarNode(config, periodNs, hearsScenery ? Optional.of(scene) : Optional.empty());
    }
  }

  /** An ultrasonic sensor. */
  record Ultrasonic(
      UltrasonicConfig config, long periodNs, int line, OptionalLong latencyNs, double clockOffsetS)
      implements MountedSensor {
    @Override
    public String id() {
      return config.sensorId();
    }

    @Override
    public Vec3 place() {
      return new Vec3(config.mountX(), config.mountY(), config.mountZ());
    }

    @Override
    public Node node(SceneModel scene, RoadMap map) {
      return new UltrasonicNode(config, periodNs);
    }
  }

  /** A receiver of what traffic lights say over the air. */
  record SignalRadio(
      SignalReceiverConfig config,
      Vec3 place,
      long periodNs,
      int line,
      OptionalLong latencyNs,
      double clockOffsetS)
      implements MountedSensor {
    @Override
    public String id() {
      return config.sensorId();
    }

    @Override
    public Node node(SceneModel scene, RoadMap map) {
      return new SignalReceiverNode(config, map, periodNs);
    }
  }
}
