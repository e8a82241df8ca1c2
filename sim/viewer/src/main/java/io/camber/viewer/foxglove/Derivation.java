package io.camber.viewer.foxglove;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Message;
import io.camber.bus.MalformedMessageException;
import io.camber.bus.Topic;
import io.camber.diagnostics.InputException;
import io.camber.messages.Topics;
import io.camber.viewer.drive.DriveMessage;
import io.camber.viewer.drive.DriveSource;
import io.camber.viewer.foxglove.proto.CameraCalibration;
import io.camber.viewer.foxglove.proto.CompressedImage;
import io.camber.viewer.foxglove.proto.FrameTransform;
import io.camber.viewer.foxglove.proto.Log;
import io.camber.viewer.foxglove.proto.PointCloud;
import io.camber.viewer.foxglove.proto.SceneUpdate;
import io.camber.viewer.picture.Roles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * What viewers can draw of a drive, each in the schema they know: sweeps as point clouds, images as JPEG, the ego as a frame,
 * everything else as scenes in the map's frame.
 */
final class Derivation {
  private final List<Derived> all = new ArrayList<>();

  private Derivation(Roles roles) {
    SceneMaker scenes = new SceneMaker();
    SensorMaker sensors = new SensorMaker();
    add(Topics.EGO_POSE, "/tf", FrameTransform.getDescriptor(), (m, v) -> sensors.ego(v));
    add(Topics.MAP, "/viz/map", SceneUpdate.getDescriptor(), (m, v) -> MapScene.of(v));
    add(Topics.VEHICLE_DESCRIPTION, "/viz/ego", SceneUpdate.getDescriptor(), scenes::ego);
    add(Topics.TRACKS, "/viz/tracks", SceneUpdate.getDescriptor(), scenes::tracks);
    add(Topics.FUTURES, "/viz/futures", SceneUpdate.getDescriptor(), scenes::futures);
    add(Topics.PLAN, "/viz/plan", SceneUpdate.getDescriptor(), scenes::plan);
    add(Topics.TRUTH_FRAME, "/viz/truth", SceneUpdate.getDescriptor(), scenes::truth);
    add(Topics.DIAGNOSTICS, "/viz/log", Log.getDescriptor(), (m, v) -> sensors.log(v));
    for (String sweep : roles.sweeps()) {
      add(
          named(Topics.LIDAR_SWEEP, sweep),
          "/viz" + sweep,
          PointCloud.getDescriptor(),
          (m, v) -> sensors.cloud(v));
      add(
          named(Topics.LIDAR_CALIBRATION, Roles.calibrationOf(sweep)),
          "/tf/" + frame(sweep),
          FrameTransform.getDescriptor(),
          (m, v) -> sensors.mounting(m, v.sensorId(), v.baseFromLidar()));
    }
    for (String image : roles.images()) {
      add(
          named(Topics.CAMERA_IMAGE, image),
          "/viz" + image,
          CompressedImage.getDescriptor(),
          (m, v) -> sensors.image(v));
      Topic<io.camber.sensing.CameraCalibration> calibration =
          named(Topics.CAMERA_CALIBRATION, Roles.calibrationOf(image));
      add(
          calibration,
          "/viz" + calibration.name(),
          CameraCalibration.getDescriptor(),
          sensors::calibration);
      add(
          calibration,
          "/tf/" + frame(image),
          FrameTransform.getDescriptor(),
          (m, v) -> sensors.eye(m, v));
    }
  }

  /** The made topics of a drive, as far as it has what they are made of. */
  static List<Derived> of(DriveSource drive) {
    List<String> topics = drive.topics().stream().map(topic -> topic.name()).toList();
    return new Derivation(Roles.of(drive))
        .all.stream().filter(made -> topics.contains(made.source())).toList();
  }

  private static <T> Topic<T> named(Topic<T> topic, String name) {
    return new Topic<>(name, topic.type(), topic.codec(), topic.qos());
  }

  private static String frame(String topic) {
    return topic.substring(1, topic.lastIndexOf('/')).replace('/', '_');
  }

  private <T> void add(
      Topic<T> source,
      String topic,
      Descriptor type,
      BiFunction<DriveMessage, T, ? extends Message> make) {
    all.add(new Derived(source.name(), topic, type, message -> {
      try {
        return Optional.of(make.apply(message, message.decode(source)));
      } catch (MalformedMessageException | InputException e) {
        return Optional.empty();
      }
    }));
  }
}
