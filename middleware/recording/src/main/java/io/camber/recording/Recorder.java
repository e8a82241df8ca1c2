package io.camber.recording;

import io.camber.bus.Envelope;
import io.camber.bus.Schema;
import io.camber.mcap.McapRecord;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes a drive. The caller's thread only copies the bytes; a thread of its own compresses and writes. The order of calls is
 * the order in the file.
 *
 * <p>A file is called {@code NAME.part} until it is complete; what a killed process leaves behind opens without repair and
 * holds at least the messages that were {@link #acknowledged()}. {@link #close()} may be called from a shutdown hook while
 * another thread still records: what comes later is ignored.
 *
 * <p>When the disk is full the run goes on: messages are dropped and counted, the listener is told, and writing goes on once
 * there is room. When it is slow the caller waits or the message is dropped, as configured.
 */
public final class Recorder implements Closeable {
  /** Channel metadata key that names the publishing node; viewers draw their topic graph from it. */
  public static final String PUBLISHER_KEY = "callerid";

  /** Small messages are passed on by count, so that a killed process loses little. */
  private static final int STEPS_MAX = 4096;

  private final RecorderConfig config;
  private final DriveWriter drive;
  private final WriterThread writer;
  private final ChannelIds channels = new ChannelIds();
  private @Nullable Batch batch;
  private long recorded;
  private long droppedBehind;
  private boolean closed;

  private Recorder(RecorderConfig config, DriveWriter drive) {
    this.config = config;
    this.drive = drive;
    this.writer = new WriterThread(drive, config);
    this.batch = writer.takeFree();
  }

  /** Starts {@code file}; its folder must exist. */
  public static Recorder create(Path file, RecorderConfig config) throws IOException {
    return create(file, config, RecorderListener.NONE);
  }

  /** Starts {@code file}; the listener hears when the disk is full. */
  public static Recorder create(Path file, RecorderConfig config, RecorderListener listener)
      throws IOException {
    return create(file, config, listener, DiskFile::create);
  }

  static Recorder create(
      Path file, RecorderConfig config, RecorderListener listener, DiskFile.Factory disk)
      throws IOException {
    return new Recorder(config, new DriveWriter(file, config, disk, listener));
  }

  /** Takes one message as it went over the bus; the bytes are copied before the call returns. */
  public synchronized void record(
      Schema schema, Envelope envelope, byte[] payload, int offset, int length) {
    if (closed) {
      return;
    }
    recorded++;
    Batch open = open();
    if (open == null) {
      droppedBehind++;
      return;
    }
    int channel = channels.idOf(schema, envelope, open);
    int start = open.copy(payload, offset, length);
    long sequence = envelope.sequence();
    long timeNs = envelope.publishTimeNs();
    open.message(
        timeNs,
        (to, payloads) -> to.write(channel, sequence, timeNs, timeNs, payloads, start, length));
    passOnWhenFull(open);
  }

  /** The batch being filled; null when the disk is behind and the caller must not wait. */
  private @Nullable Batch open() {
    Batch open = batch;
    if (open == null) {
      open = config.whenBehind() == RecorderConfig.WhenBehind.WAIT
          ? writer.takeFree()
          : writer.pollFree().orElse(null);
      batch = open;
    }
    return open;
  }

  private Batch openWaiting() {
    Batch open = batch != null ? batch : writer.takeFree();
    batch = open;
    return open;
  }

  /** Adds a file that belongs to the drive, such as its scenario or map. */
  public synchronized void attach(String name, String mediaType, byte[] content) {
    if (closed) {
      return;
    }
    McapRecord.Attachment attachment =
        new McapRecord.Attachment(0, 0, name, mediaType, ByteBuffer.wrap(content.clone()));
    Batch open = openWaiting();
    open.fact((to, payloads) -> to.write(attachment));
    passOnWhenFull(open);
  }

  /** Adds named facts about the drive, such as seed and versions; written in the map's order. */
  public synchronized void note(String name, Map<String, String> facts) {
    if (closed) {
      return;
    }
    McapRecord.Metadata metadata = new McapRecord.Metadata(name, facts);
    Batch open = openWaiting();
    open.fact((to, payloads) -> to.write(metadata));
    passOnWhenFull(open);
  }

  /** Why messages are being dropped, or why the recording is incomplete. */
  public Optional<IOException> failure() {
    return writer.failure();
  }

  /** Messages that {@link #record} was given. */
  public synchronized long recorded() {
    return recorded;
  }

  /** Messages, from the first on, that survive should this process be killed now. */
  public long acknowledged() {
    return drive.acknowledged();
  }

  /** Messages, from the first on, that survive a power cut now. Grows no more once the disk has failed to sync. */
  public long synced() {
    return drive.synced();
  }

  /**
   * Messages that are not in the file: the disk was full, or behind while the caller must not wait. Exact after {@link #close};
   * when memory ran out never too few.
   */
  public synchronized long dropped() {
    return droppedBehind + drive.dropped();
  }

  /** Passes on what waits for its batch to fill, without waiting for it to be written. */
  public synchronized void flush() {
    if (!closed && batch != null && batch.size() > 0) {
      writer.submit(batch);
      batch = null;
    }
  }

  /** Writes what is pending, completes the file and gives it its name. Calls after the first do nothing. */
  @Override
  public synchronized void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    if (batch != null) {
      writer.submit(batch);
    }
    writer.close();
  }

  private void passOnWhenFull(Batch open) {
    boolean isLong = open.spanNs() >= config.container().chunkSpanNs();
    if (isLong || open.bytes() >= config.batchBytes() || open.size() >= STEPS_MAX) {
      writer.submit(open);
      batch = null;
    }
  }
}
