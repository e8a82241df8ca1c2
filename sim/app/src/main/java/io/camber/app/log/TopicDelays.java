package io.camber.app.log;

import io.camber.bus.Envelope;
import io.camber.bus.MalformedMessageException;
import io.camber.mcap.McapFile;
import io.camber.mcap.MessageSelection;
import io.camber.messages.EnvelopeCodec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/** How old the messages of a topic were when they were published or, in logs of others, when they were logged. */
public final class TopicDelays {
  private TopicDelays() {}

  /** In ascending order, nanoseconds. */
  public static List<Long> ofNs(McapFile log, String topic, Consumer<String> damage)
      throws IOException {
    boolean ours = log.summary().channels().values().stream()
        .anyMatch(channel -> channel.topic().equals(EnvelopeCodec.TOPIC));
    SortedSet<String> wanted = new TreeSet<>(List.of(ours ? EnvelopeCodec.TOPIC : topic));
    List<Long> delays = new ArrayList<>();
    LogReading.each(log, new MessageSelection(wanted, 0, -1L), damage, (channel, message) -> {
      if (!ours) {
        delays.add(message.logTimeNs() - message.publishTimeNs());
        return true;
      }
      try {
        Envelope envelope = EnvelopeCodec.decode(message.payload().duplicate());
        if (envelope.topic().equals(topic)) {
          delays.add(envelope.publishTimeNs() - envelope.measurementTimeNs());
        }
      } catch (MalformedMessageException e) {
        damage.accept(String.valueOf(e.getMessage()));
      }
      return true;
    });
    Collections.sort(delays);
    return delays;
  }
}
