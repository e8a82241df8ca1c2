package io.camber.messages;

import io.camber.bus.Codec;
import io.camber.bus.Qos;
import io.camber.bus.Topic;
import io.camber.scene.FreeSpace;
import io.camber.scene.GroundPoints;
import io.camber.scene.ImageDetections;
import io.camber.sensing.CameraCalibration;
import io.camber.sensing.CameraImage;
import io.camber.sensing.LidarCalibration;
import io.camber.sensing.LidarSweep;
import io.camber.sensing.RadarCalibration;
import io.camber.sensing.RadarReturns;
import io.camber.sensing.SignalPhases;
import io.camber.sensing.UltrasonicEcho;
import io.camber.truth.CameraLayers;
import io.camber.truth.LidarLabels;

/** Topics of the sensors of a rig: {@code camera_rear_left} speaks on {@code /sensor/camera/rear_left/...}. */
public final class SensorTopics {
  private SensorTopics() {}

  public static Topic<LidarSweep> lidarSweep(String sensorId) {
    return topic(sensorId, "sweep", LidarSweep.class, SensingCodec.LIDAR_SWEEP, Qos.SENSOR);
  }

  public static Topic<LidarCalibration> lidarCalibration(String sensorId) {
    return topic(
        sensorId,
        "calibration",
        LidarCalibration.class,
        SensingCodec.LIDAR_CALIBRATION,
        Qos.LATCHED);
  }

  public static Topic<CameraImage> cameraImage(String sensorId) {
    return topic(sensorId, "image", CameraImage.class, SensingCodec.CAMERA_IMAGE, Qos.SENSOR);
  }

  public static Topic<CameraCalibration> cameraCalibration(String sensorId) {
    return topic(
        sensorId,
        "calibration",
        CameraCalibration.class,
        SensingCodec.CAMERA_CALIBRATION,
        Qos.LATCHED);
  }

  /** Road users in a camera's images. */
  public static Topic<ImageDetections> cameraDetections(String sensorId) {
    return new Topic<>(
        "/perception/" + path(sensorId) + "/detections",
        ImageDetections.class,
        ImageDetectionCodec.IMAGE_DETECTIONS,
        Qos.RESULT);
  }

  /** What a camera's images truly show: closed to the stack. */
  public static Topic<CameraLayers> cameraLayers(String sensorId) {
    return new Topic<>(
        Topics.TRUTH_PREFIX + path(sensorId) + "/layers",
        CameraLayers.class,
        LayerCodec.CAMERA_LAYERS,
        Qos.SENSOR);
  }

  /** Which points of a lidar's sweeps are ground. */
  public static Topic<GroundPoints> groundPoints(String sensorId) {
    return new Topic<>(
        "/perception/" + path(sensorId) + "/ground",
        GroundPoints.class,
        GroundCodec.GROUND_POINTS,
        Qos.RESULT);
  }

  /** The free ground around a lidar. */
  public static Topic<FreeSpace> freeSpace(String sensorId) {
    return new Topic<>(
        "/perception/" + path(sensorId) + "/free_space",
        FreeSpace.class,
        GroundCodec.FREE_SPACE,
        Qos.RESULT);
  }

  /** What the points of a lidar's sweeps truly hit: closed to the stack. */
  public static Topic<LidarLabels> lidarLabels(String sensorId) {
    return new Topic<>(
        Topics.TRUTH_PREFIX + path(sensorId) + "/labels",
        LidarLabels.class,
        GroundCodec.LIDAR_LABELS,
        Qos.SENSOR);
  }

  public static Topic<RadarReturns> radarReturns(String sensorId) {
    return topic(sensorId, "returns", RadarReturns.class, SensingCodec.RADAR_RETURNS, Qos.SENSOR);
  }

  public static Topic<RadarCalibration> radarCalibration(String sensorId) {
    return topic(
        sensorId,
        "calibration",
        RadarCalibration.class,
        SensingCodec.RADAR_CALIBRATION,
        Qos.LATCHED);
  }

  public static Topic<UltrasonicEcho> ultrasonicEcho(String sensorId) {
    return topic(sensorId, "echo", UltrasonicEcho.class, SensingCodec.ULTRASONIC_ECHO, Qos.SENSOR);
  }

  public static Topic<SignalPhases> signalPhases(String sensorId) {
    return topic(sensorId, "signals", SignalPhases.class, SensingCodec.SIGNAL_PHASES, Qos.SENSOR);
  }

  private static <T> Topic<T> topic(
      String sensorId, String what, Class<T> type, Codec<T> codec, Qos qos) {
    return new Topic<>("/sensor/" + path(sensorId) + "/" + what, type, codec, qos);
  }

  private static String path(String sensorId) {
    int kindEnd = sensorId.indexOf('_');
    if (kindEnd <= 0 || kindEnd == sensorId.length() - 1) {
      throw new IllegalArgumentException(
          "sensorId=" + sensorId + " is not a kind and a place, such as lidar_top");
    }
    return sensorId.substring(0, kindEnd) + "/" + sensorId.substring(kindEnd + 1);
  }
}
