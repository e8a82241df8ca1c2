package io.camber.viewer.picture;

import io.camber.bus.MalformedMessageException;
import io.camber.messages.EnvelopeCodec;
import io.camber.messages.Topics;
import io.camber.viewer.drive.DriveMessage;
import io.camber.viewer.drive.DriveSource;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Everything small that a drive carried in some seconds, as JSON: one array a stream, one row a message, times first. What
 * comes at 100 Hz is thinned to what an eye can follow. Times of sweeps and images are listed; their bytes are fetched apart.
 */
public final class SceneWindow {
  private final Roles roles;
  private final Clock clock;
  private final Streams streams = new Streams();
  private final Map<String, Consumer<DriveMessage>> readers = new TreeMap<>();
  private long unreadable;

  private SceneWindow(Roles roles, Clock clock) {
    this.roles = roles;
    this.clock = clock;
    MotionRows motion = new MotionRows(clock, streams);
    SceneRows scene = new SceneRows(clock, streams);
    PlanRows plans = new PlanRows(clock, streams);
    LatencyRows latency = new LatencyRows(clock, streams);
    readers.put(Topics.EGO_POSE.name(), m -> motion.pose(m, m.decode(Topics.EGO_POSE)));
    readers.put(
        Topics.VEHICLE_REPORT.name(), m -> motion.report(m, m.decode(Topics.VEHICLE_REPORT)));
    readers.put(
        Topics.CONTROL_COMMAND.name(),
        m -> motion.command("commands", m, m.decode(Topics.CONTROL_COMMAND)));
    readers.put(
        Topics.ACTUATION.name(), m -> motion.command("actuation", m, m.decode(Topics.ACTUATION)));
    readers.put(Topics.TRUTH_FRAME.name(), m -> scene.truth(m, m.decode(Topics.TRUTH_FRAME)));
    readers.put(Topics.DETECTIONS.name(), m -> scene.detections(m, m.decode(Topics.DETECTIONS)));
    readers.put(
        Topics.CAMERA_DETECTIONS.name(), m -> scene.seen(m, m.decode(Topics.CAMERA_DETECTIONS)));
    readers.put(Topics.TRACKS.name(), m -> scene.tracks(m, m.decode(Topics.TRACKS)));
    readers.put(Topics.SIGNALS.name(), m -> scene.signals(m, m.decode(Topics.SIGNALS)));
    readers.put(Topics.FUTURES.name(), m -> scene.futures(m, m.decode(Topics.FUTURES)));
    readers.put(Topics.PLAN.name(), m -> plans.plan(m, m.decode(Topics.PLAN)));
    readers.put(
        EnvelopeCodec.TOPIC,
        m -> latency.envelope(EnvelopeCodec.decode(m.payload().duplicate())));
    for (String topic : roles.all()) {
      readers.put(topic, m -> streams.of(topic).number(clock.seconds(m.timeNs())));
    }
  }

  /** The window from one time to another, both included. */
  public static byte[] of(DriveSource drive, Roles roles, Clock clock, long fromNs, long toNs)
      throws IOException {
    SceneWindow window = new SceneWindow(roles, clock);
    Set<String> topics = new TreeSet<>(window.readers.keySet());
    drive.read(topics, fromNs, toNs, window::take);
    return window.finish(fromNs, toNs);
  }

  private void take(DriveMessage message) {
    Consumer<DriveMessage> reader = readers.get(message.topic());
    if (reader != null) {
      try {
        reader.accept(message);
      } catch (MalformedMessageException e) {
        unreadable++;
      }
    }
  }

  private byte[] finish(long fromNs, long toNs) {
    Json json = new Json().object();
    json.name("from").number(clock.seconds(fromNs));
    json.name("to").number(clock.seconds(toNs));
    json.name("unreadable").whole(unreadable);
    json.name("sensors").array();
    roles.all().forEach(json::text);
    json.endArray().name("streams").object();
    streams.writeInto(json);
    return json.endObject().endObject().toBytes();
  }
}
