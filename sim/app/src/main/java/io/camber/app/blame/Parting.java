package io.camber.app.blame;

import io.camber.bus.transport.BusMessage;
import io.camber.bus.transport.MessageListener;
import io.camber.messages.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32;

/** The messages of a drive in their order, by what tells them apart: where two drives part is the first that is not the same. */
final class Parting implements MessageListener {
  private final List<Print> prints = new ArrayList<>();

  /** A message, its content by checksum. */
  private record Print(String topic, long sequence, long publishNs, long content) {
    String text() {
      return String.format(
          Locale.ROOT, "%s, message %d, at %.2f s", topic, sequence, publishNs * 1e-9);
    }
  }

  @Override
  public void onMessage(BusMessage<?> message) {
    String topic = message.envelope().topic();
    if (!topic.startsWith(Topics.TRUTH_PREFIX)) {
      CRC32 content = new CRC32();
      message.payload().ifPresent(payload -> content.update(payload.view()));
      prints.add(new Print(
          topic,
          message.envelope().sequence(),
          message.envelope().publishTimeNs(),
          content.getValue()));
    }
  }

  /** The first message of the other drive that this one has not; empty when the shorter of them is the beginning of the longer. */
  Optional<String> firstOtherThan(Parting other) {
    for (int i = 0; i < Math.min(prints.size(), other.prints.size()); i++) {
      if (!prints.get(i).equals(other.prints.get(i))) {
        return Optional.of(other.prints.get(i).text());
      }
    }
    return Optional.empty();
  }
}
