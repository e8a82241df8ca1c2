package io.camber.app.replay;

import io.camber.app.input.Suggestions;
import io.camber.app.log.LatchedChannels;
import io.camber.app.log.Logs;
import io.camber.bus.Envelope;
import io.camber.bus.MalformedMessageException;
import io.camber.bus.Origins;
import io.camber.bus.Topic;
import io.camber.diagnostics.InputException;
import io.camber.mcap.MalformedMcapException;
import io.camber.mcap.McapFile;
import io.camber.mcap.McapRecord;
import io.camber.mcap.MessageCursor;
import io.camber.mcap.MessageSelection;
import io.camber.messages.EnvelopeCodec;
import io.camber.messages.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The messages of a log that nodes of Camber can read, in file order: for our own logs the order in which the bus committed
 * them.
 *
 * @param skipped messages of topics or types that no node knows, by name
 * @param facts what the log says about the run that made it; empty for logs of others
 * @param exact whether every message has its envelope, but for what held already when the log was cut, so that a replay can be held against it bit by bit
 */
record Recording(
    List<Recorded> messages,
    Map<String, Long> skipped,
    List<String> damage,
    Map<String, String> facts,
    boolean exact) {
  private static final String FACTS = "camber.run";

  /** When the first message was published; 0 without any. */
  long startNs() {
    return messages.stream()
        .mapToLong(message -> message.envelope().publishTimeNs())
        .min()
        .orElse(0);
  }

  /** From the first message to the last. */
  long spanNs() {
    return messages.stream()
            .mapToLong(message -> message.envelope().publishTimeNs())
            .max()
            .orElse(0)
        - startNs();
  }

  private static final String PUBLISHER = "callerid";

  static Recording read(Path log, Map<String, String> remap) throws IOException {
    try (McapFile file = Logs.open(log)) {
      return new Reading(file, remap).read();
    }
  }

  /** Reads one file. */
  private static final class Reading {
    private final McapFile file;
    private final Map<String, String> remap;
    private final List<Recorded> messages = new ArrayList<>();
    private final Map<String, Long> skipped = new TreeMap<>();
    private final List<String> damage = new ArrayList<>();
    private final Map<Integer, Optional<Topic<?>>> topics = new TreeMap<>();
    private boolean exact = true;
    private boolean hasEnvelopes;

    Reading(McapFile file, Map<String, String> remap) {
      this.file = file;
      this.remap = remap;
      damage.addAll(file.damage());
    }

    /** Both ends of a change of name must be there. */
    private void checkRemap() {
      SortedSet<String> names = new TreeSet<>();
      file.summary().channels().values().forEach(channel -> names.add(channel.topic()));
      List<String> known = Topics.all().stream().map(Topic::name).toList();
      remap.forEach((from, to) -> {
        if (!names.contains(from)) {
          throw new InputException("--remap " + from + "=" + to + ": the log has no topic " + from
              + Suggestions.hint(from, names));
        }
        if (!known.contains(to)) {
          throw new InputException("--remap " + from + "=" + to + ": no node knows a topic " + to
              + Suggestions.hint(to, known));
        }
      });
    }

    Recording read() throws IOException {
      checkRemap();
      MessageCursor cursor = file.messagesInFileOrder(MessageSelection.ALL);
      Optional<McapRecord.Message> waiting = Optional.empty();
      for (Optional<McapRecord.Message> next = next(cursor);
          next.isPresent();
          next = next(cursor)) {
        McapRecord.Channel channel = file.summary().channel(next.get().channelId());
        if (channel.topic().equals(EnvelopeCodec.TOPIC)) {
          waiting = enveloped(waiting, envelope(next.get()));
        } else {
          waiting.ifPresent(this::bare);
          waiting = next;
        }
      }
      waiting.ifPresent(this::bare);
      exact &= hasEnvelopes;
      return new Recording(ordered(), skipped, List.copyOf(damage), facts(), exact);
    }

    /** Our own recorder keeps the order of the run; logs of others, as bags, are in any order. */
    private List<Recorded> ordered() {
      return exact
          ? List.copyOf(messages)
          : messages.stream()
              .sorted(Comparator.comparingLong(message -> message.envelope().publishTimeNs()))
              .toList();
    }

    private Optional<McapRecord.Message> next(MessageCursor cursor) throws IOException {
      while (true) {
        try {
          return cursor.next();
        } catch (MalformedMcapException e) {
          exact = false;
          damage.add(String.valueOf(e.getMessage()));
        }
      }
    }

    private static Envelope envelope(McapRecord.Message message) {
      try {
        return EnvelopeCodec.decode(message.payload().duplicate());
      } catch (MalformedMessageException e) {
        throw new InputException("the log has a broken envelope: " + e.getMessage(), e);
      }
    }

    private Optional<McapRecord.Message> enveloped(
        Optional<McapRecord.Message> waiting, Envelope envelope) {
      if (waiting.isEmpty()) {
        return Optional.empty();
      }
      McapRecord.Message message = waiting.get();
      if (file.summary().channel(message.channelId()).topic().equals(envelope.topic())
          && message.sequence() == envelope.sequence()) {
        hasEnvelopes = true;
        add(message, Optional.of(envelope));
      } else {
        bare(message);
      }
      return Optional.empty();
    }

    /** Without an envelope: from a log of others, or what still held when a log of ours was cut. */
    private void bare(McapRecord.Message message) {
      boolean isHeld = LatchedChannels.held(file.summary().channel(message.channelId())) > 0;
      exact &= isHeld && !hasEnvelopes;
      add(message, Optional.empty());
    }

    private void add(McapRecord.Message message, Optional<Envelope> envelope) {
      McapRecord.Channel channel = file.summary().channel(message.channelId());
      Optional<Topic<?>> topic = topics.computeIfAbsent(channel.id(), id -> topic(channel));
      if (topic.isEmpty()) {
        skipped.merge(channel.topic(), 1L, Long::sum);
        return;
      }
      String name = topic.get().name();
      Envelope known = envelope
          .map(found -> new Envelope(
              name,
              found.publisher(),
              found.sequence(),
              found.publishTimeNs(),
              found.measurementTimeNs(),
              found.origins()))
          .orElseGet(() -> new Envelope(
              name,
              channel.metadata().getOrDefault(PUBLISHER, "log"),
              message.sequence(),
              message.logTimeNs(),
              message.publishTimeNs(),
              Origins.NONE));
      messages.add(new Recorded(topic.get(), known, message.payload()));
    }

    private Optional<Topic<?>> topic(McapRecord.Channel channel) {
      String name = remap.getOrDefault(channel.topic(), channel.topic());
      String type =
          file.summary().schemaOf(channel).map(McapRecord.Schema::name).orElse("");
      return Topics.find(name).filter(topic -> topic.codec().schema().name().equals(type));
    }

    private Map<String, String> facts() throws IOException {
      for (McapRecord.MetadataIndex index : file.summary().metadata()) {
        if (index.name().equals(FACTS)) {
          return file.metadata(index).entries();
        }
      }
      return Map.of();
    }
  }
}
