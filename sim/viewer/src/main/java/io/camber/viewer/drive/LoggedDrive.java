package io.camber.viewer.drive;

import io.camber.bus.Schema;
import io.camber.diagnostics.InputException;
import io.camber.mcap.MalformedMcapException;
import io.camber.mcap.McapFile;
import io.camber.mcap.McapRecord;
import io.camber.mcap.MessageCursor;
import io.camber.mcap.MessageSelection;
import io.camber.recording.Recorder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * A drive in an MCAP file; every look unpacks only the chunks it needs, and looks do not wait for each other. Of a recording that
 * was killed, what there is.
 */
public final class LoggedDrive implements DriveSource {
  private static final String DRIVE = "drive.mcap";

  /** How far a look for the newest message goes back before it goes back to the start. */
  private static final long[] LOOKS_NS = {150_000_000L, 2_000_000_000L, Long.MAX_VALUE};

  private final Path path;
  private final Optional<Path> folder;
  private final McapFile file;
  private final DriveSpan span;

  private LoggedDrive(Path path, Optional<Path> folder, McapFile file) {
    this.path = path;
    this.folder = folder;
    this.file = file;
    this.span = file.summary()
        .statistics()
        .map(found -> new DriveSpan(found.startNs(), found.endNs(), false))
        .orElseGet(() -> spanOf(file.summary().chunks()));
  }

  /**
   * Opens a log, or the log of a run folder.
   *
   * @throws InputException when there is none, or nothing of it can be read
   */
  public static LoggedDrive open(Path runOrLog) {
    Path named = Files.isDirectory(runOrLog) ? runOrLog.resolve(DRIVE) : runOrLog;
    Path part = named.resolveSibling(named.getFileName() + ".part");
    Path path = Files.exists(named) || !Files.exists(part) ? named : part;
    if (!Files.isRegularFile(path)) {
      throw new InputException(path + ": no such drive"
          + (path.equals(runOrLog) ? "" : "; was it run with --no-record?"));
    }
    try {
      Path parent = path.toAbsolutePath().normalize().getParent();
      boolean isRun = parent != null && Files.isRegularFile(parent.resolve("result.json"));
      return new LoggedDrive(
          path, isRun ? Optional.ofNullable(parent) : Optional.empty(), McapFile.salvage(path));
    } catch (MalformedMcapException e) {
      throw new InputException("a drive cannot be viewed: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new InputException(path + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private static DriveSpan spanOf(List<McapRecord.ChunkIndex> chunks) {
    long start = chunks.stream().mapToLong(McapRecord.ChunkIndex::startNs).min().orElse(0);
    long end = chunks.stream().mapToLong(McapRecord.ChunkIndex::endNs).max().orElse(0);
    return new DriveSpan(start, end, false);
  }

  @Override
  public String name() {
    Path named = folder.orElse(path.toAbsolutePath().normalize());
    return String.valueOf(named.getFileName());
  }

  @Override
  public List<DriveTopic> topics() {
    Map<String, DriveTopic> topics = new TreeMap<>();
    Map<Integer, Long> counts = file.summary()
        .statistics()
        .<Map<Integer, Long>>map(McapRecord.Statistics::channelMessageCounts)
        .orElse(Map.of());
    for (McapRecord.Channel channel : file.summary().channels().values()) {
      DriveTopic topic =
          new DriveTopic(channel.topic(), schemaOf(channel), counts.getOrDefault(channel.id(), 0L));
      topics.merge(
          channel.topic(),
          topic,
          (a, b) -> new DriveTopic(a.name(), a.schema(), a.count() + b.count()));
    }
    return new ArrayList<>(topics.values());
  }

  private Schema schemaOf(McapRecord.Channel channel) {
    Optional<McapRecord.Schema> schema = file.summary().schemaOf(channel);
    if (schema.isEmpty()) {
      return new Schema("", channel.messageEncoding(), new byte[0]);
    }
    ByteBuffer data = schema.get().data().duplicate();
    byte[] description = new byte[data.remaining()];
    data.get(description);
    return new Schema(schema.get().name(), schema.get().encoding(), description);
  }

  @Override
  public DriveSpan span() {
    return span;
  }

  @Override
  public void read(Set<String> topics, long fromNs, long toNs, Consumer<DriveMessage> to)
      throws IOException {
    if (topics.isEmpty() || toNs < fromNs) {
      return;
    }
    MessageCursor cursor = file.messages(
        new MessageSelection(new TreeSet<>(topics), Math.max(0, fromNs), Math.max(0, toNs)));
    for (Optional<McapRecord.Message> next = cursor.next();
        next.isPresent();
        next = cursor.next()) {
      to.accept(message(next.get()));
    }
  }

  @Override
  public Optional<DriveMessage> latest(String topic, long atNs) throws IOException {
    List<DriveMessage> newest = new ArrayList<>(1);
    for (long back : LOOKS_NS) {
      long fromNs = back == Long.MAX_VALUE ? 0 : atNs - back;
      read(Set.of(topic), fromNs, atNs, message -> {
        newest.clear();
        newest.add(message);
      });
      if (!newest.isEmpty()) {
        break;
      }
    }
    return newest.stream().findFirst();
  }

  private DriveMessage message(McapRecord.Message message) {
    McapRecord.Channel channel = file.summary().channel(message.channelId());
    return new DriveMessage(
        channel.topic(),
        channel.metadata().getOrDefault(Recorder.PUBLISHER_KEY, ""),
        message.logTimeNs(),
        message.payload());
  }

  @Override
  public Optional<Path> file() {
    return Optional.of(path);
  }

  @Override
  public Optional<Path> folder() {
    return folder;
  }

  @Override
  public List<String> notes() {
    List<String> notes = new ArrayList<>();
    for (McapRecord.MetadataIndex index : file.summary().metadata()) {
      try {
        file.metadata(index).entries().forEach((name, value) -> notes.add(name + "=" + value));
      } catch (IOException e) {
        throw new InputException(path + ": cannot be read: " + e.getMessage(), e);
      }
    }
    return notes;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
