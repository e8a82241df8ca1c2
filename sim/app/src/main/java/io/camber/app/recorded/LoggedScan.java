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
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Shows a log to the checks: any MCAP file whose topics this stack knows. */
public final class LoggedScan {
  private final Path file;
  private final Optional<Consumer<Object>> witness;
  private final List<Heard> early = new ArrayList<>();
  private @Nullable Scan scan;

  /** A message before it was known whether there is a map. */
  private record Heard(Envelope envelope, Object value) {}

  private LoggedScan(Path file, Optional<Consumer<Object>> witness) {
    this.file = file;
    this.witness = witness;
  }

  /** Scans an MCAP file. */
  public static Scan of(Path file) {
    return of(file, Optional.empty());
  }

  /**
   * Scans an MCAP file.
   *
   * @param witness hears every decoded message, the truth too, which the scan never does
   */
  public static Scan of(Path file, Consumer<Object> witness) {
    return of(file, Optional.of(witness));
  }

  private static Scan of(Path file, Optional<Consumer<Object>> witness) {
    LoggedScan logged = new LoggedScan(file, witness);
    LogTelling.tell(file, logged::hear);
    return logged.begun(Optional.empty());
  }

  private void hear(Envelope envelope, ByteBuffer payload) {
    boolean isBulk = envelope.topic().equals(Topics.CAMERA_IMAGE.name());
    boolean isTruth = envelope.topic().startsWith(Topics.TRUTH_PREFIX);
    Optional<Topic<?>> topic =
        isBulk || (isTruth && witness.isEmpty()) ? Optional.empty() : Topics.find(envelope.topic());
    Object value = topic.isPresent() ? decode(topic.get(), payload) : envelope.topic();
    witness.ifPresent(listener -> listener.accept(value));
    if (!isTruth) {
      show(envelope, value);
    }
  }

  private void show(Envelope envelope, Object value) {
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
