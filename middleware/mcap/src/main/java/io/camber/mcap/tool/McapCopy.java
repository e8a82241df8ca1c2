package io.camber.mcap.tool;

import io.camber.mcap.MalformedMcapException;
import io.camber.mcap.McapConfig;
import io.camber.mcap.McapFile;
import io.camber.mcap.McapRecord;
import io.camber.mcap.McapWriter;
import io.camber.mcap.MessageCursor;
import io.camber.mcap.MessageSelection;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Copies messages with their schemas and channels, attachments and metadata from one or more files into a new one, by log
 * time; equal times come in the order of the sources. What of a source is damaged is left out and told. The target gets its
 * name when it is complete.
 */
public final class McapCopy {
  private static final long PROGRESS_EVERY = 1 << 14;

  private final McapConfig config;
  private final MessageSelection selection;
  private final UnaryOperator<String> rename;
  private final Predicate<McapRecord.Channel> isLatched;
  private final LongConsumer progress;

  /** What was copied, and what could not be. */
  public record Result(long messages, long attachments, long metadata, List<String> damage) {}

  /**
   * Prepares a copy.
   *
   * @param rename new names for topics
   * @param isLatched whether a channel's newest message is owed to whoever comes late, here to a copy that begins late: it is
   *     copied with the time at which the copy begins
   * @param progress is told now and then how many messages were copied
   */
  public McapCopy(
      McapConfig config,
      MessageSelection selection,
      UnaryOperator<String> rename,
      Predicate<McapRecord.Channel> isLatched,
      LongConsumer progress) {
    this.config = config;
    this.selection = selection;
    this.rename = rename;
    this.isLatched = isLatched;
    this.progress = progress;
  }

  /** Copies; the folder of the target must exist. */
  public Result copy(List<Path> sources, Path target) throws IOException {
    List<Source> open = new ArrayList<>();
    try (WholeFile whole = WholeFile.of(target)) {
      for (Path source : sources) {
        open.add(new Source(open.size(), McapFile.salvage(source), selection));
      }
      Result result;
      try (McapWriter writer = new McapWriter(Files.newOutputStream(whole.place()), config)) {
        result = copy(open, writer);
      }
      whole.finish();
      return result;
    } finally {
      for (Source source : open) {
        source.close();
      }
    }
  }

  private Result copy(List<Source> sources, McapWriter writer) throws IOException {
    ChannelMapping mapping = new ChannelMapping(writer, rename);
    long attachments = 0;
    long metadata = 0;
    PriorityQueue<Source> due =
        new PriorityQueue<>(Comparator.comparing(Source::dueNs, Long::compareUnsigned)
            .thenComparingInt(source -> source.number));
    for (Source source : sources) {
      source.ids = mapping.map(source.file.summary());
      attachments += source.copyAttachments(writer);
      metadata += source.copyMetadata(writer);
      if (source.advance()) {
        due.add(source);
      }
    }
    long messages = 0;
    for (Source source : sources) {
      messages += source.copyLatched(writer, selection, isLatched);
    }
    for (Source source = due.poll(); source != null; source = due.poll()) {
      writer.write(source.take());
      messages++;
      if (messages % PROGRESS_EVERY == 0) {
        progress.accept(messages);
      }
      if (source.advance()) {
        due.add(source);
      }
    }
    List<String> damage = new ArrayList<>();
    sources.forEach(source -> damage.addAll(source.damage));
    return new Result(messages, attachments, metadata, List.copyOf(damage));
  }

  /** One file with its next message. */
  private static final class Source implements Closeable {
    final int number;
    final McapFile file;
    final MessageCursor cursor;
    final List<String> damage = new ArrayList<>();
    Map<Integer, Integer> ids = Map.of();
    McapRecord.@Nullable Message next;

    Source(int number, McapFile file, MessageSelection selection) {
      this.number = number;
      this.file = file;
      this.cursor = file.messages(selection);
      damage.addAll(file.damage());
    }

    boolean advance() throws IOException {
      Optional<McapRecord.Message> found = next(cursor);
      next = found.orElse(null);
      return found.isPresent();
    }

    private Optional<McapRecord.Message> next(MessageCursor from) throws IOException {
      while (true) {
        try {
          return from.next();
        } catch (MalformedMcapException e) {
          damage.add(String.valueOf(e.getMessage()));
        }
      }
    }

    /** What latched channels had said last when the copy begins. */
    long copyLatched(
        McapWriter writer, MessageSelection wanted, Predicate<McapRecord.Channel> isLatched)
        throws IOException {
      SortedMap<Integer, McapRecord.Message> newest = new TreeMap<>();
      Optional<MessageSelection> before = before(wanted, isLatched);
      if (before.isPresent()) {
        MessageCursor earlier = file.messages(before.get());
        for (Optional<McapRecord.Message> message = next(earlier);
            message.isPresent();
            message = next(earlier)) {
          if (isLatched.test(file.summary().channel(message.get().channelId()))) {
            newest.put(message.get().channelId(), kept(message.get(), wanted.startNs()));
          }
        }
      }
      for (McapRecord.Message message : newest.values()) {
        writer.write(message);
      }
      return newest.size();
    }

    private Optional<MessageSelection> before(
        MessageSelection wanted, Predicate<McapRecord.Channel> isLatched) {
      SortedSet<String> topics = new TreeSet<>();
      for (McapRecord.Channel channel : file.summary().channels().values()) {
        boolean isWanted = wanted.topics().isEmpty() || wanted.topics().contains(channel.topic());
        if (isWanted && isLatched.test(channel)) {
          topics.add(channel.topic());
        }
      }
      return topics.isEmpty() || wanted.startNs() == 0
          ? Optional.empty()
          : Optional.of(new MessageSelection(topics, 0, wanted.startNs() - 1));
    }

    /** Outlives the cursor that it came from. */
    private McapRecord.Message kept(McapRecord.Message message, long timeNs) {
      ByteBuffer payload = ByteBuffer.allocate(message.payload().remaining());
      payload.put(message.payload().duplicate()).flip();
      return new McapRecord.Message(
          mapped(message), message.sequence(), timeNs, message.publishTimeNs(), payload);
    }

    private int mapped(McapRecord.Message message) {
      Integer id = ids.get(message.channelId());
      if (id == null) {
        throw new IllegalStateException("channel id=" + message.channelId() + " was not announced");
      }
      return id;
    }

    long dueNs() {
      return due().logTimeNs();
    }

    McapRecord.Message take() {
      McapRecord.Message message = due();
      return new McapRecord.Message(
          mapped(message),
          message.sequence(),
          message.logTimeNs(),
          message.publishTimeNs(),
          message.payload());
    }

    private McapRecord.Message due() {
      McapRecord.Message message = next;
      if (message == null) {
        throw new IllegalStateException("no message is due");
      }
      return message;
    }

    long copyAttachments(McapWriter writer) throws IOException {
      long copied = 0;
      for (McapRecord.AttachmentIndex index : file.summary().attachments()) {
        try {
          writer.write(file.attachment(index));
          copied++;
        } catch (MalformedMcapException e) {
          damage.add(String.valueOf(e.getMessage()));
        }
      }
      return copied;
    }

    long copyMetadata(McapWriter writer) throws IOException {
      long copied = 0;
      for (McapRecord.MetadataIndex index : file.summary().metadata()) {
        try {
          writer.write(file.metadata(index));
          copied++;
        } catch (MalformedMcapException e) {
          damage.add(String.valueOf(e.getMessage()));
        }
      }
      return copied;
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}
