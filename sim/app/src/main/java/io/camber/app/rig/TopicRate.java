package io.camber.app.rig;

import io.camber.bus.transport.Endpoint;
import io.camber.bus.transport.Endpoint.Direction;
import java.util.List;

/**
 * How much went through a topic between two looks at its publishers' counters.
 *
 * @param lost messages that subscribers missed meanwhile
 */
public record TopicRate(String topic, long messages, long bytes, long lost, double windowS) {
  static TopicRate between(String topic, BusView first, BusView second, double windowS) {
    return new TopicRate(
        topic,
        sum(second, topic, true) - sum(first, topic, true),
        bytes(second, topic) - bytes(first, topic),
        sum(second, topic, false) - sum(first, topic, false),
        windowS);
  }

  private static long sum(BusView view, String topic, boolean published) {
    List<Endpoint> ends =
        view.ofTopic(topic, published ? Direction.PUBLISHES : Direction.SUBSCRIBES);
    return ends.stream()
        .mapToLong(end -> published ? end.counters().messages() : end.counters().lost())
        .sum();
  }

  private static long bytes(BusView view, String topic) {
    return view.ofTopic(topic, Direction.PUBLISHES).stream()
        .mapToLong(end -> end.counters().bytes())
        .sum();
  }

  public double hz() {
    return messages / windowS;
  }

  public double bytesPerS() {
    return bytes / windowS;
  }
}
