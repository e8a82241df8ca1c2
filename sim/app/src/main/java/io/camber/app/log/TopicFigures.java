package io.camber.app.log;

import io.camber.mcap.McapFile;
import io.camber.mcap.MessageSelection;
import java.io.IOException;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** How often and how much a topic of a log speaks. */
public final class TopicFigures {
  private static final double NS = 1e-9;

  private final String topic;
  private long messages;
  private long bytes;
  private long firstNs;
  private long lastNs;
  private long gapNsMax;
  private long lost;
  private final SortedMap<Integer, Long> sequences = new TreeMap<>();

  private TopicFigures(String topic) {
    this.topic = topic;
  }

  /** Reads the selection once; topics by name. */
  public static Collection<TopicFigures> of(
      McapFile log, MessageSelection selection, Consumer<String> damage) throws IOException {
    SortedMap<String, TopicFigures> topics = new TreeMap<>();
    LogReading.each(log, selection, damage, (channel, message) -> {
      topics
          .computeIfAbsent(channel.topic(), TopicFigures::new)
          .add(
              channel.id(),
              message.sequence(),
              message.logTimeNs(),
              message.payload().remaining());
      return true;
    });
    return topics.values();
  }

  private void add(int channel, long sequence, long timeNs, int size) {
    if (messages == 0) {
      firstNs = timeNs;
    } else {
      gapNsMax = Math.max(gapNsMax, timeNs - lastNs);
    }
    Long before = sequences.put(channel, sequence);
    if (before != null && sequence > before) {
      lost += sequence - before - 1;
    }
    lastNs = timeNs;
    messages++;
    bytes += size;
  }

  public String topic() {
    return topic;
  }

  public long messages() {
    return messages;
  }

  public long bytes() {
    return bytes;
  }

  /** Numbers that are missing between sequences of one publisher. */
  public long lost() {
    return lost;
  }

  /** Between first and last message. */
  public double spanS() {
    return (lastNs - firstNs) * NS;
  }

  /** Intervals a second; 0 for a single message. */
  public double hz() {
    return messages < 2 || lastNs == firstNs ? 0.0 : (messages - 1) / spanS();
  }

  public double gapSMax() {
    return gapNsMax * NS;
  }

  public double bytesPerS() {
    return lastNs == firstNs ? 0.0 : bytes / spanS();
  }
}
