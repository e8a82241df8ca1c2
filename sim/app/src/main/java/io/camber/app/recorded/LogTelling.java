package io.camber.app.recorded;

import io.camber.bus.Envelope;
import io.camber.bus.Origins;
import io.camber.diagnostics.InputException;
import io.camber.mcap.MalformedMcapException;
import io.camber.mcap.McapLimits;
import io.camber.mcap.McapReader;
import io.camber.mcap.McapRecord;
import io.camber.messages.EnvelopeCodec;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells a log's messages in the order in which they were recorded, each with the envelope that follows it there. One without (of
 * a foreign log, or of a recorder that had to drop) is told with what the container knows of it.
 */
final class LogTelling {
  private final McapReader reader;
  private final Hearer hearer;
  private McapRecord.@Nullable Message waiting;

  /** Hears one message; the payload is its own to read. */
  interface Hearer {
    void hear(Envelope envelope, ByteBuffer payload);
  }

  private LogTelling(McapReader reader, Hearer hearer) {
    this.reader = reader;
    this.hearer = hearer;
  }

  /**
   * Tells a whole log.
   *
   * @throws InputException when there is none, or it is damaged
   */
  static void tell(Path file, Hearer hearer) {
    if (!Files.exists(file)) {
      throw new InputException(file + ": no such drive");
    }
    try (McapReader reader = new McapReader(
        new BufferedInputStream(Files.newInputStream(file), 1 << 20), McapLimits.DEFAULT)) {
      new LogTelling(reader, hearer).tell();
    } catch (MalformedMcapException e) {
      throw new InputException(file + ": cannot be read: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new InputException(file + ": cannot be read: " + e, e);
    }
  }

  private void tell() throws IOException {
    for (Optional<McapRecord.Message> next = reader.nextMessage();
        next.isPresent();
        next = reader.nextMessage()) {
      McapRecord.Message message = next.get();
      if (topic(message).equals(EnvelopeCodec.TOPIC)) {
        complete(EnvelopeCodec.decode(message.payload().duplicate()));
      } else {
        tellWaiting();
        waiting = message;
      }
    }
    tellWaiting();
  }

  private void complete(Envelope envelope) {
    McapRecord.Message message = waiting;
    if (message != null
        && envelope.topic().equals(topic(message))
        && envelope.publishTimeNs() == message.publishTimeNs()) {
      waiting = null;
      hearer.hear(envelope, message.payload().duplicate());
    }
  }

  private void tellWaiting() {
    McapRecord.Message message = waiting;
    if (message != null) {
      waiting = null;
      hearer.hear(bare(message), message.payload().duplicate());
    }
  }

  private String topic(McapRecord.Message message) {
    return reader.channel(message.channelId()).topic();
  }

  private Envelope bare(McapRecord.Message message) {
    return new Envelope(
        topic(message),
        "",
        message.sequence(),
        message.logTimeNs(),
        message.publishTimeNs(),
        Origins.NONE);
  }
}
