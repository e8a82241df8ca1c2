package io.camber.app.ticket;

import io.camber.bus.Envelope;
import io.camber.bus.MalformedMessageException;
import io.camber.bus.Origins;
import io.camber.bus.Topic;
import io.camber.diagnostics.InputException;
import io.camber.jury.ticket.Scan;
import io.camber.map.RoadMap;
import io.camber.mcap.MalformedMcapException;
import io.camber.mcap.McapLimits;
import io.camber.mcap.McapReader;
import io.camber.mcap.McapRecord;
import io.camber.messages.EnvelopeCodec;
import io.camber.messages.Topics;
import io.camber.scene.MapFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows a log to the checks: any MCAP file whose topics this stack knows. */
public final class LoggedScan {
  private static final String ENVELOPES = "/bus/envelope";

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
    if (!Files.exists(file)) {
      throw new InputException(file + ": no such drive");
    }
    return new LoggedScan(file).scan();
  }

  private Scan scan() {
    try (McapReader reader = new McapReader(
        new BufferedInputStream(Files.newInputStream(file), 1 << 20), McapLimits.DEFAULT)) {
      read(reader);
    } catch (MalformedMcapException e) {
      throw new InputException(file + ": cannot be read: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new InputException(file + ": cannot be read: " + e, e);
    }
    return begun(Optional.empty());
  }

  private void read(McapReader reader) throws IOException {
    McapRecord.@Nullable Message waiting = null;
    for (Optional<McapRecord.Message> next = reader.nextMessage();
        next.isPresent();
        next = reader.nextMessage()) {
      McapRecord.Message message = next.get();
      String topic = reader.channel(message.channelId()).topic();
      if (topic.equals(ENVELOPES) && waiting != null) {
        hear(EnvelopeCodec.decode(message.payload().duplicate()), waiting.payload());
        waiting = null;
      } else if (!topic.equals(ENVELOPES)) {
        if (waiting != null) {
          hear(bare(reader, waiting), waiting.payload());
        }
        waiting = message;
      }
    }
    if (waiting != null) {
      hear(bare(reader, waiting), waiting.payload());
    }
  }

  /** Logs of others have no envelopes of ours. */
  private static Envelope bare(McapReader reader, McapRecord.Message message) {
    return new Envelope(
        reader.channel(message.channelId()).topic(),
        "",
        message.sequence(),
        message.logTimeNs(),
        message.publishTimeNs(),
        Origins.NONE);
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
