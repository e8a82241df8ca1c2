package io.camber.recording;

import io.camber.bus.Envelope;
import io.camber.bus.Schema;
import io.camber.recording.mcap.McapRecord;
import io.camber.recording.mcap.McapWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;

/**
 * Writes a drive. The caller's thread only copies the bytes; a thread of its own compresses and writes. Nothing is ever
 * dropped: when the disk falls behind, the caller waits. The order of calls is the order in the file.
 *
 * <p>The file is called {@code NAME.part} until it is complete; what a killed process leaves behind can be read as a
 * stream. {@link #close()} may be called from a shutdown hook while another thread still records: what comes later is
 * ignored. When the disk fails the recording stops and the run goes on; {@link #failure()} tells, {@link #close()} throws.
 */
public final class Recorder implements Closeable {
  /** Channel metadata key that names the publishing node; viewers draw their topic graph from it. */
  public static final String PUBLISHER_KEY = "callerid";

  /** Small messages are passed on by count, so that a killed process loses little. */
  private static final int STEPS_MAX = 4096;

  private final Path file;
  private final Path part;
  private final RecorderConfig config;
  private final WriterThread writer;
  private final ChannelIds channels = new ChannelIds();
  private Batch batch;
  private boolean closed;

  private Recorder(Path file, Path part, RecorderConfig config, WriterThread writer) {
    this.file = file;
    this.part = part;
    this.config = config;
    this.writer = writer;
    this.batch = writer.takeFree();
  }

  /** Starts {@code file}; its folder must exist. */
  public static Recorder create(Path file, RecorderConfig config) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    OutputStream out = Files.newOutputStream(part);
    try {
      McapWriter container = new McapWriter(out, config.container());
      return new Recorder(file, part, config, new WriterThread(container, config));
    } catch (IOException | RuntimeException e) {
      out.close();
      throw e;
    }
  }

  /** Takes one message as it went over the bus; the bytes are copied before the call returns. */
  public synchronized void record(
      Schema schema, Envelope envelope, byte[] payload, int offset, int length) {
    if (closed) {
      return;
    }
    int channel = channels.idOf(schema, envelope, batch);
    int start = batch.copy(payload, offset, length);
    long sequence = envelope.sequence();
    long timeNs = envelope.publishTimeNs();
    batch.add(
        (to, payloads) -> to.write(channel, sequence, timeNs, timeNs, payloads, start, length));
    passOnWhenFull();
  }

  /** Adds a file that belongs to the drive, such as its scenario or map. */
  public synchronized void attach(String name, String mediaType, byte[] content) {
    if (closed) {
      return;
    }
    McapRecord.Attachment attachment =
        new McapRecord.Attachment(0, 0, name, mediaType, ByteBuffer.wrap(content.clone()));
    batch.add((to, payloads) -> to.write(attachment));
    passOnWhenFull();
  }

  /** Adds named facts about the drive, such as seed and versions; written in the map's order. */
  public synchronized void note(String name, Map<String, String> facts) {
    if (closed) {
      return;
    }
    McapRecord.Metadata metadata = new McapRecord.Metadata(name, facts);
    batch.add((to, payloads) -> to.write(metadata));
    passOnWhenFull();
  }

  /** Why the recording stopped early, if it did. */
  public Optional<IOException> failure() {
    return writer.failure();
  }

  /** Writes what is pending, completes the file and gives it its name. Calls after the first do nothing. */
  @Override
  public synchronized void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    writer.submit(batch);
    writer.close();
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private void passOnWhenFull() {
    if (batch.bytes() >= config.batchBytes() || batch.size() >= STEPS_MAX) {
      writer.submit(batch);
      batch = writer.takeFree();
    }
  }
}
