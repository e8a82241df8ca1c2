package io.camber.drives.log;

import io.camber.bus.Qos;
import io.camber.bus.Topic;
import io.camber.messages.Topics;
import io.camber.sensing.CameraCalibration;
import io.camber.sensing.CameraImage;
import io.camber.sensing.LidarCalibration;
import io.camber.sensing.LidarSweep;
import java.util.Locale;

/**
 * Topics of sensors that our own car does not have. The main lidar and the main front camera of a drive come on the topics that
 * our nodes read, whatever the source calls them.
 */
public final class DriveTopics {
  private DriveTopics() {}

  public static Topic<CameraImage> image(String id) {
    return new Topic<>(
        "/sensor/camera/" + word(id) + "/image",
        CameraImage.class,
        Topics.CAMERA_IMAGE.codec(),
        Qos.SENSOR);
  }

  public static Topic<CameraCalibration> cameraCalibration(String id) {
    return new Topic<>(
        "/sensor/camera/" + word(id) + "/calibration",
        CameraCalibration.class,
        Topics.CAMERA_CALIBRATION.codec(),
        Qos.LATCHED);
  }

  public static Topic<LidarSweep> sweep(String id) {
    return new Topic<>(
        "/sensor/lidar/" + word(id) + "/sweep",
        LidarSweep.class,
        Topics.LIDAR_SWEEP.codec(),
        Qos.SENSOR);
  }

  public static Topic<LidarCalibration> lidarCalibration(String id) {
    return new Topic<>(
        "/sensor/lidar/" + word(id) + "/calibration",
        LidarCalibration.class,
        Topics.LIDAR_CALIBRATION.codec(),
        Qos.LATCHED);
  }

  /** A name as part of a topic: letters, digits and underscores, never empty. */
  public static String word(String id) {
    String word =
        id.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_+|_+$", "");
    return word.isEmpty() ? "unnamed" : word;
  }
}
