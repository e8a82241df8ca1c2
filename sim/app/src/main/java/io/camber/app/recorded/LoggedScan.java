package io.camber.app.recorded;

import io.camber.bus.Envelope;
import io.camber.bus.MalformedMessageException;
import io.camber.bus.Topic;
import io.camber.diagnostics.InputException;
import io.camber.jury.ticket.Scan;
import io.camber.map.RoadMap;
import io.camber.messages.Topics;
import io.camber.scene.MapFile;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows a log to the checks: any MCAP file whose topics this stack knows. */
public final class LoggedScan {
  private final Path file;
  private final List<Heard> early = new ArrayList<>();
  private @Nullable Scan scan;

  /** A message before it was known whether there is a map. */
  private record Heard(Envelope envelope, Object value) {}

  private LoggedScan(Path file) {
    this.file = file;
  }

  /** Scans an MCAP file. */
  public static Scan of(Path file) {
    LoggedScan logged = new LoggedScan(file);
    LogTelling.tell(file, logged::hear);
    return logged.begun(Optional.empty());
  }

  private void hear(Envelope envelope, ByteBuffer payload) {
    boolean isBulk = envelope.topic().equals(Topics.CAMERA_IMAGE.name());
    Optional<Topic<?>> topic = isBulk || envelope.topic().startsWith(Topics.TRUTH_PREFIX)
        ? Optional.empty()
        : Topics.find(envelope.topic());
    Object value = topic.isPresent() ? decode(topic.get(), payload) : envelope.topic();
    boolean isResult = envelope.topic().equals(Topics.TRACKS.name())
        || envelope.topic().equals(Topics.PLAN.name());
    if (scan == null && value instanceof MapFile map) {
      begun(Optional.of(RoadMap.parse(map.name(), map.content())));
    } else if (scan == null && isResult) {
      begun(Optional.empty());
    }
    Scan begun = scan;
    if (begun == null) {
      early.add(new Heard(envelope, value));
    } else {
      begun.onMessage(envelope, value);
    }
  }

  private Object decode(Topic<?> topic, ByteBuffer payload) {
    try {
      return topic.codec().decode(payload.duplicate());
    } catch (MalformedMessageException e) {
      throw new InputException(
          file + ": a message of " + topic.name() + " is not of this stack: " + e.getMessage(), e);
    }
  }

  private Scan begun(Optional<RoadMap> map) {
    Scan present = scan;
    if (present == null) {
      Scan fresh = new Scan(map);
      early.forEach(heard -> fresh.onMessage(heard.envelope(), heard.value()));
      early.clear();
      scan = fresh;
      present = fresh;
    }
    return present;
  }
}
