package io.camber.app.recorded;

import io.camber.diagnostics.InputException;
import io.camber.mcap.Compression;
import io.camber.mcap.MalformedMcapException;
import io.camber.mcap.McapConfig;
import io.camber.mcap.McapLimits;
import io.camber.mcap.McapReader;
import io.camber.mcap.McapRecord;
import io.camber.mcap.McapWriter;
import io.camber.mcap.tool.WholeFile;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Cuts a few seconds out of a log into a small log of its own. What is said once, such as the map, comes along. */
public final class Clip {
  /** Messages this early are taken along whenever the clip begins: map, mission, vehicle, calibration. */
  private static final long BEGINNING_NS = 1_000_000L;

  private static final String BUS = "/bus/";

  private Clip() {}

  /**
   * Cuts.
   *
   * @param fromNs first log time
   * @param toNs last log time
   * @return messages in the clip
   */
  public static long cut(Path drive, long fromNs, long toNs, Path target) {
    try (McapReader reader = new McapReader(
            new BufferedInputStream(Files.newInputStream(drive), 1 << 20), McapLimits.DEFAULT);
        WholeFile whole = WholeFile.of(target)) {
      long messages;
      try (McapWriter writer = new McapWriter(
          new BufferedOutputStream(Files.newOutputStream(whole.place())),
          McapConfig.indexed(Compression.LZ4))) {
        messages = copy(reader, writer, fromNs, toNs);
      }
      whole.finish();
      return messages;
    } catch (MalformedMcapException e) {
      throw new InputException(drive + ": cannot be read: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new InputException(drive + ": cannot be cut into " + target + ": " + e, e);
    }
  }

  private static long copy(McapReader reader, McapWriter writer, long fromNs, long toNs)
      throws IOException {
    Set<Integer> channels = new TreeSet<>();
    Set<Integer> schemas = new TreeSet<>();
    long count = 0;
    for (Optional<McapRecord.Message> next = reader.nextMessage();
        next.isPresent();
        next = reader.nextMessage()) {
      McapRecord.Message message = next.get();
      McapRecord.Channel channel = reader.channel(message.channelId());
      long time = message.logTimeNs();
      boolean inside = time >= fromNs && time <= toNs;
      boolean isOnce = time <= BEGINNING_NS && !channel.topic().startsWith(BUS);
      if (inside || isOnce) {
        Optional<McapRecord.Schema> schema = reader.schemaOf(channel);
        if (schema.isPresent() && schemas.add(schema.get().id())) {
          writer.addSchema(schema.get());
        }
        if (channels.add(channel.id())) {
          writer.addChannel(channel);
        }
        byte[] payload = new byte[message.payload().remaining()];
        message.payload().duplicate().get(payload);
        writer.write(
            channel.id(),
            message.sequence(),
            time,
            message.publishTimeNs(),
            payload,
            0,
            payload.length);
        count++;
      }
    }
    return count;
  }
}
