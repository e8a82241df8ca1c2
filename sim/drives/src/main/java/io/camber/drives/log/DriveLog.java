package io.camber.drives.log;

import io.camber.bus.PayloadBuffer;
import io.camber.bus.Schema;
import io.camber.bus.Topic;
import io.camber.mcap.Compression;
import io.camber.mcap.McapConfig;
import io.camber.mcap.McapRecord;
import io.camber.mcap.McapWriter;
import io.camber.mcap.tool.WholeFile;
import io.camber.recording.Recorder;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Values on topics of ours, written to an MCAP file. The file lies beside its place until
 * {@link #finish()} gives it its name; closing before that removes it. Owned by one thread.
 */
public final class DriveLog implements Closeable {
  /** Whom an imported log names as publisher of everything in it. */
  public static final String PUBLISHER = "import";

  private final String publisher;
  private final WholeFile file;
  private final McapWriter writer;
  private final ImportProgress progress;
  private final ImportNotes notes = new ImportNotes();
  private final PayloadBuffer payload = new PayloadBuffer(1 << 16);
  private final Map<String, TopicCount> counts = new LinkedHashMap<>();
  private final Map<String, Integer> channels = new LinkedHashMap<>();
  private final Map<Schema, Integer> schemas = new LinkedHashMap<>();
  private long messages;
  private boolean finished;

  private DriveLog(String publisher, WholeFile file, McapWriter writer, ImportProgress progress) {
    this.publisher = publisher;
    this.file = file;
    this.writer = writer;
    this.progress = progress;
  }

  /** Begins {@code file} and makes its folders where they are missing. */
  public static DriveLog create(Path file, ImportProgress progress) throws IOException {
    return create(file, PUBLISHER, progress);
  }

  /** As {@link #create(Path, ImportProgress)}, in somebody else's name. */
  public static DriveLog create(Path file, String publisher, ImportProgress progress)
      throws IOException {
    Path folder = WholeFile.led(file).toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    WholeFile whole = WholeFile.of(file);
    OutputStream out = Files.newOutputStream(whole.place());
    try {
      McapWriter writer = new McapWriter(out, McapConfig.indexed(Compression.LZ4));
      return new DriveLog(publisher, whole, writer, progress);
    } catch (IOException | RuntimeException e) {
      out.close();
      whole.close();
      throw e;
    }
  }

  public ImportNotes notes() {
    return notes;
  }

  /** Writes one value; its time is when it was measured, nanoseconds since whatever the source counts from. */
  public <T> void write(Topic<T> topic, T value, long timeNs) throws IOException {
    payload.clear();
    topic.codec().encode(value, payload);
    TopicCount before = counts.get(topic.name());
    TopicCount now = before == null
        ? new TopicCount(topic.name(), topic.codec().schema().name(), 1, timeNs, timeNs)
        : before.and(timeNs);
    counts.put(topic.name(), now);
    writer.write(
        channel(topic), now.count() - 1, timeNs, timeNs, payload.array(), 0, payload.length());
    messages++;
  }

  /** True until something is written on a topic. */
  public boolean isNew(Topic<?> topic) {
    return !counts.containsKey(topic.name());
  }

  /** Puts a file of the source into the log as it is. */
  public void attach(String name, String mediaType, byte[] content) throws IOException {
    writer.write(new McapRecord.Attachment(0, 0, name, mediaType, ByteBuffer.wrap(content)));
  }

  /** Puts named facts into the log. */
  public void note(String name, Map<String, String> facts) throws IOException {
    writer.write(new McapRecord.Metadata(name, facts));
  }

  /** Tells whoever waits how much of the source was read. */
  public void progress(double done) {
    progress.at(Math.max(0.0, Math.min(1.0, done)), messages);
  }

  /** What was written, in order of first appearance. */
  public List<TopicCount> counts() {
    return List.copyOf(counts.values());
  }

  /** Completes the file and gives it its name. */
  public void finish() throws IOException {
    writer.close();
    file.finish();
    finished = true;
  }

  @Override
  public void close() throws IOException {
    if (!finished) {
      finished = true;
      try {
        writer.close();
      } finally {
        file.close();
      }
    }
  }

  private int channel(Topic<?> topic) {
    Integer known = channels.get(topic.name());
    if (known != null) {
      return known;
    }
    int id = channels.size() + 1;
    Schema schema = topic.codec().schema();
    writer.addChannel(new McapRecord.Channel(
        id,
        schema(schema),
        topic.name(),
        schema.encoding(),
        Map.of(Recorder.PUBLISHER_KEY, publisher)));
    channels.put(topic.name(), id);
    return id;
  }

  private int schema(Schema schema) {
    Integer known = schemas.get(schema);
    if (known != null) {
      return known;
    }
    int id = schemas.size() + 1;
    writer.addSchema(
        new McapRecord.Schema(id, schema.name(), schema.encoding(), schema.description()));
    schemas.put(schema, id);
    return id;
  }
}
