package io.camber.app.drive;

import io.camber.bus.MalformedMessageException;
import io.camber.bus.Topic;
import io.camber.diagnostics.InputException;
import io.camber.mcap.MalformedMcapException;
import io.camber.mcap.McapFile;
import io.camber.mcap.McapRecord;
import io.camber.mcap.MessageCursor;
import io.camber.mcap.MessageSelection;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The messages of some topics of a log, decoded, in order of log time. */
public final class LogMessages implements Closeable {
  private final Path file;
  private final McapFile log;
  private final MessageCursor cursor;
  private final Map<String, Topic<?>> topics = new HashMap<>();

  private LogMessages(Path file, McapFile log, Set<Topic<?>> wanted) throws IOException {
    this.file = file;
    this.log = log;
    wanted.forEach(topic -> topics.put(topic.name(), topic));
    this.cursor = log.messages(new MessageSelection(new TreeSet<>(topics.keySet()), 0L, -1L));
  }

  /** One value. */
  public record Item(Topic<?> topic, Object value, long timeNs, long sequence) {}

  /** Opens a log for the topics given. */
  public static LogMessages open(Path file, Set<Topic<?>> wanted) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new InputException(file + ": there is no such log");
    }
    try {
      return new LogMessages(file, McapFile.open(file), wanted);
    } catch (MalformedMcapException e) {
      throw new InputException(unreadable(e), e);
    }
  }

  static String unreadable(MalformedMcapException e) {
    return e.getMessage() + "; camber log recover saves what can be read of a damaged log";
  }

  /** Names of all topics in the log. */
  public Set<String> topicNames() {
    return log.summary().channels().values().stream()
        .map(McapRecord.Channel::topic)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The next value; empty at the end. */
  public Optional<Item> next() throws IOException {
    Optional<McapRecord.Message> message = cursor.next();
    if (message.isEmpty()) {
      return Optional.empty();
    }
    McapRecord.Message found = message.get();
    String name = log.summary().channel(found.channelId()).topic();
    Topic<?> topic = Optional.<Topic<?>>ofNullable(topics.get(name)).orElseThrow();
    try {
      Object value = topic.codec().decode(found.payload().duplicate());
      return Optional.of(new Item(topic, value, found.logTimeNs(), found.sequence()));
    } catch (MalformedMessageException e) {
      throw new InputException(
          file + ": " + name + " at " + found.logTimeNs() + " ns is " + e.getMessage(), e);
    }
  }

  @Override
  public void close() throws IOException {
    log.close();
  }
}
