package io.camber.app.recorded;

import io.camber.bus.Envelope;
import io.camber.bus.MalformedMessageException;
import io.camber.bus.Topic;
import io.camber.diagnostics.InputException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Some topics of a log, decoded. */
public final class LoggedTopics {
  private LoggedTopics() {}

  /**
   * Tells every message of these topics, in the order in which they were recorded.
   *
   * @throws InputException when the log is not there, damaged, or holds other messages under these names
   */
  public static void tell(Path file, List<Topic<?>> topics, BiConsumer<Envelope, Object> hearer) {
    Map<String, Topic<?>> wanted = new TreeMap<>();
    topics.forEach(topic -> wanted.put(topic.name(), topic));
    LogTelling.tell(file, (envelope, payload) -> {
      Topic<?> topic = wanted.get(envelope.topic());
      if (topic != null) {
        try {
          hearer.accept(envelope, topic.codec().decode(payload));
        } catch (MalformedMessageException e) {
          throw new InputException(
              file + ": a message of " + topic.name() + " is not of this stack: " + e.getMessage(),
              e);
        }
      }
    });
  }
}
