package io.camber.viewer.foxglove;

import com.google.protobuf.ByteString;
import io.camber.bus.Schema;
import io.camber.mcap.McapConfig;
import io.camber.mcap.McapRecord;
import io.camber.mcap.McapWriter;
import io.camber.viewer.drive.DriveMessage;
import io.camber.viewer.drive.DriveSource;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The made topics of a drive as a log of their own, to be merged with the drive's. */
public final class FoxgloveLog implements Closeable {
  private final McapWriter writer;
  private final Map<String, List<Made>> bySource = new TreeMap<>();
  private long messages;

  /** A made topic in the file. */
  private static final class Made {
    final Channel channel;
    long sequence;

    Made(Channel channel) {
      this.channel = channel;
    }
  }

  private FoxgloveLog(McapWriter writer) {
    this.writer = writer;
  }

  /** Makes everything that viewers can draw of a drive; returns how many messages that are. */
  public static long write(DriveSource drive, Path target, McapConfig config) throws IOException {
    try (FoxgloveLog log = new FoxgloveLog(new McapWriter(Files.newOutputStream(target), config))) {
      log.announce(Derivation.of(drive));
      drive.read(
          log.bySource.keySet(), drive.span().startNs(), drive.span().endNs(), log::translate);
      return log.messages;
    } catch (UncheckedIOException e) {
      throw new IOException(e.getCause());
    }
  }

  private void announce(List<Derived> all) {
    Map<String, Integer> schemas = new TreeMap<>();
    for (int i = 0; i < all.size(); i++) {
      Channel channel = Channel.of(i + 1, all.get(i));
      Schema schema = channel.schema();
      int known = schemas.size();
      int schemaId = schemas.computeIfAbsent(schema.name(), name -> known + 1);
      if (schemaId > known) {
        writer.addSchema(new McapRecord.Schema(
            schemaId, schema.name(), schema.encoding(), schema.description()));
      }
      writer.addChannel(
          new McapRecord.Channel(channel.id(), schemaId, channel.topic(), "protobuf", Map.of()));
      bySource
          .computeIfAbsent(channel.source(), source -> new ArrayList<>())
          .add(new Made(channel));
    }
  }

  private void translate(DriveMessage message) {
    for (Made made : bySource.getOrDefault(message.topic(), List.of())) {
      Optional<ByteString> payload = made.channel.payload(message);
      if (payload.isPresent()) {
        write(made, message.timeNs(), payload.get().toByteArray());
      }
    }
  }

  private void write(Made made, long timeNs, byte[] payload) {
    try {
      writer.write(made.channel.id(), made.sequence, timeNs, timeNs, payload, 0, payload.length);
      made.sequence++;
      messages++;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
