package io.camber.viewer.picture;

import io.camber.messages.Topics;
import io.camber.viewer.drive.DriveSource;
import io.camber.viewer.drive.DriveTopic;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which topics of a drive carry sweeps and images. They are known by their type, so that drives of other cars, with other
 * sensors, show as well.
 *
 * @param sweeps topics of lidar sweeps, in order of name
 * @param images topics of camera images, in order of name
 */
public record Roles(List<String> sweeps, List<String> images) {
  public Roles {
    sweeps = List.copyOf(sweeps);
    images = List.copyOf(images);
  }

  /** Looks at the types of a drive's topics. */
  public static Roles of(DriveSource drive) {
    return new Roles(
        named(drive, Topics.LIDAR_SWEEP.codec().schema().name()),
        named(drive, Topics.CAMERA_IMAGE.codec().schema().name()));
  }

  private static List<String> named(DriveSource drive, String schema) {
    return drive.topics().stream()
        .filter(topic -> topic.schema().name().equals(schema))
        .map(DriveTopic::name)
        .toList();
  }

  /** The topic beside a sensor's data that tells where the sensor sits. */
  public static String calibrationOf(String dataTopic) {
    return dataTopic.substring(0, dataTopic.lastIndexOf('/') + 1) + "calibration";
  }

  /** All of them. */
  public Set<String> all() {
    Set<String> all = new TreeSet<>(sweeps);
    all.addAll(images);
    return all;
  }
}
