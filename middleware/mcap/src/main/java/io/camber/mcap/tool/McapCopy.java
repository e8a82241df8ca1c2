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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import java.util.function.ToIntFunction;
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
  private final ToIntFunction<McapRecord.Channel> held;
  private final LongConsumer progress;

  /** What was copied, and what could not be. */
  public record Result(long messages, long attachments, long metadata, List<String> damage) {}

  /**
   * Prepares a copy.
   *
   * @param rename new names for topics
   * @param held how many of a channel's newest messages are owed to whoever comes late, here to a copy that begins late: they are
   *     copied with the time at which the copy begins, unless the channel speaks at that very time
   * @param progress is told now and then how many messages were copied
   */
  public McapCopy(
      McapConfig config,
      MessageSelection selection,
      UnaryOperator<String> rename,
      ToIntFunction<McapRecord.Channel> held,
      LongConsumer progress) {
    this.config = config;
    this.selection = selection;
    this.rename = rename;
    this.held = held;
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
      messages += source.copyHeld(writer, selection, held);
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
    final Set<String> damage = new LinkedHashSet<>();
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

    /** What still held of what had been said when the copy begins. */
    long copyHeld(
        McapWriter writer, MessageSelection wanted, ToIntFunction<McapRecord.Channel> held)
        throws IOException {
      SortedSet<String> topics = holding(wanted, held);
      if (topics.isEmpty() || wanted.startNs() == 0) {
        return 0;
      }
      long startNs = wanted.startNs();
      SortedMap<Integer, Deque<McapRecord.Message>> newest = new TreeMap<>();
      MessageCursor earlier = file.messages(new MessageSelection(topics, 0, startNs - 1));
      for (Optional<McapRecord.Message> message = next(earlier);
          message.isPresent();
          message = next(earlier)) {
        int id = message.get().channelId();
        Deque<McapRecord.Message> last = newest.computeIfAbsent(id, any -> new ArrayDeque<>());
        last.add(kept(message.get(), startNs));
        if (last.size() > held.applyAsInt(file.summary().channel(id))) {
          last.remove();
        }
      }
      MessageCursor atStart = file.messages(new MessageSelection(topics, startNs, startNs));
      for (Optional<McapRecord.Message> message = next(atStart);
          message.isPresent();
          message = next(atStart)) {
        if (held.applyAsInt(file.summary().channel(message.get().channelId())) == 1) {
          newest.remove(message.get().channelId());
        }
      }
      long copied = 0;
      for (Deque<McapRecord.Message> last : newest.values()) {
        for (McapRecord.Message message : last) {
          writer.write(message);
          copied++;
        }
      }
      return copied;
    }

    private SortedSet<String> holding(
        MessageSelection wanted, ToIntFunction<McapRecord.Channel> held) {
      SortedSet<String> topics = new TreeSet<>();
      for (McapRecord.Channel channel : file.summary().channels().values()) {
        boolean isWanted = wanted.topics().isEmpty() || wanted.topics().contains(channel.topic());
        if (isWanted && held.applyAsInt(channel) > 0) {
          topics.add(channel.topic());
        }
      }
      return topics;
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
