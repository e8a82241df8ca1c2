package io.camber.evaluation.node;

import io.camber.bus.Node;
import io.camber.bus.NodeContext;
import io.camber.bus.Topic;
import io.camber.evaluation.Jury;
import io.camber.evaluation.report.DriveAlbum;
import io.camber.messages.Topics;
import java.util.List;

/** Feeds the jury and the album of pictures from the bus. Publishes nothing, so that watching never changes a run. */
public final class JuryNode implements Node {
  private static final List<Topic<?>> WATCHED = List.of(
      Topics.LIDAR_SWEEP,
      Topics.RADAR_RETURNS,
      Topics.IMU,
      Topics.GNSS,
      Topics.WHEELS,
      Topics.DETECTIONS,
      Topics.TRACKS,
      Topics.SIGNALS,
      Topics.EGO_POSE,
      Topics.FUTURES,
      Topics.ROUTE,
      Topics.PLAN,
      Topics.CONTROL_COMMAND,
      Topics.ACTUATION);

  private final Jury jury;
  private final DriveAlbum album;

  public JuryNode(Jury jury, DriveAlbum album) {
    this.jury = jury;
    this.album = album;
  }

  @Override
  public void start(NodeContext context) {
    context.subscribe(Topics.TRUTH_FRAME, (frame, envelope) -> {
      jury.onTruth(frame);
      album.onTruth(frame);
    });
    context.subscribe(Topics.CAMERA_IMAGE, (image, envelope) -> {
      jury.onMessage(envelope, image);
      album.onImage(image);
    });
    context.subscribe(Topics.TRUTH_EVENT, (event, envelope) -> jury.onEvent(event));
    WATCHED.forEach(topic -> watch(context, topic));
  }

  private <T> void watch(NodeContext context, Topic<T> topic) {
    context.subscribe(topic, (value, envelope) -> jury.onMessage(envelope, value));
  }
}
