package io.camber.app.log;

import io.camber.mcap.MalformedMcapException;
import io.camber.mcap.McapFile;
import io.camber.mcap.McapRecord;
import io.camber.mcap.MessageCursor;
import io.camber.mcap.MessageSelection;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/** Goes through the messages of a log; a damaged chunk costs its messages and a word, not the rest. */
final class LogReading {
  private LogReading() {}

  /** What is done with a message; false ends the reading. */
  @FunctionalInterface
  interface Visitor {
    boolean visit(McapRecord.Channel channel, McapRecord.Message message) throws IOException;
  }

  static void each(
      McapFile log, MessageSelection selection, Consumer<String> damage, Visitor visitor)
      throws IOException {
    log.damage().forEach(damage);
    MessageCursor cursor = log.messages(selection);
    boolean more = true;
    while (more) {
      try {
        Optional<McapRecord.Message> message = cursor.next();
        more = message.isPresent()
            && visitor.visit(log.summary().channel(message.get().channelId()), message.get());
      } catch (MalformedMcapException e) {
        damage.accept(String.valueOf(e.getMessage()));
      }
    }
  }
}
