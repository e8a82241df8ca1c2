package io.camber.app.ticket;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.camber.app.simulation.RunFolder;
import io.camber.bus.Envelope;
import io.camber.bus.MalformedMessageException;
import io.camber.bus.Origins;
import io.camber.bus.Topic;
import io.camber.diagnostics.InputException;
import io.camber.jury.ticket.Scan;
import io.camber.jury.ticket.ScannedRun;
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
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows a log to the checks: a run folder, or any MCAP file whose topics this stack knows. */
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

  /** Scans a run folder or a file. */
  public static ScannedRun of(Path runOrFile) {
    boolean isRun = Files.isDirectory(runOrFile);
    Path drive = isRun ? runOrFile.resolve(RunFolder.DRIVE) : runOrFile;
    if (!Files.exists(drive)) {
      throw new InputException(drive + ": no such drive");
    }
    Scan scan = new LoggedScan(drive).scan();
    Path result = runOrFile.resolve(RunFolder.RESULT);
    if (!isRun || !Files.exists(result)) {
      String name = String.valueOf(drive.getFileName());
      return new ScannedRun(
          runOrFile.toString(), name, 0, digest(drive), scan.miles(), scan.findings());
    }
    try {
      JsonObject json = JsonParser.parseString(Files.readString(result)).getAsJsonObject();
      return new ScannedRun(
          runOrFile.toString(),
          json.get("scenario").getAsString(),
          json.get("seed").getAsLong(),
          json.get("hash").getAsString(),
          scan.miles(),
          scan.findings());
    } catch (IOException | JsonParseException | IllegalStateException | NullPointerException e) {
      throw new InputException(result + ": is not a result of camber run: " + e.getMessage(), e);
    }
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

  private static String digest(Path file) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (var in = Files.newInputStream(file)) {
        byte[] buffer = new byte[1 << 16];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
          digest.update(buffer, 0, read);
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new InputException(file + ": cannot be read: " + e.getMessage(), e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
