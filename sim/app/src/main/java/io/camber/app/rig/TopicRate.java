package io.camber.app.rig;

import io.camber.bus.transport.Endpoint;
import io.camber.bus.transport.Endpoint.Direction;
import io.camber.bus.transport.WireCounters;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * How much went through a topic between two looks at its publishers' counters.
 *
 * @param lost messages that subscribers missed meanwhile
 */
public record TopicRate(String topic, long messages, long bytes, long lost, double windowS) {
  /** One end as the same process keeps it; who comes back after a death counts anew. */
  private record End(String host, long pid, String node, Direction direction) {
    static End of(Endpoint end) {
      return new End(end.host(), end.pid(), end.node(), end.direction());
    }
  }

  static TopicRate between(String topic, BusView first, BusView second, double windowS) {
    return new TopicRate(
        topic,
        grown(topic, Direction.PUBLISHES, first, second, WireCounters::messages),
        grown(topic, Direction.PUBLISHES, first, second, WireCounters::bytes),
        grown(topic, Direction.SUBSCRIBES, first, second, WireCounters::lost),
        windowS);
  }

  /** What an end counted in between; all of it where the end began in between. */
  private static long grown(
      String topic,
      Direction direction,
      BusView first,
      BusView second,
      ToLongFunction<WireCounters> counter) {
    Map<End, Long> before = new HashMap<>(); // asked by key only
    for (Endpoint end : first.ofTopic(topic, direction)) {
      before.put(End.of(end), counter.applyAsLong(end.counters()));
    }
    long sum = 0;
    for (Endpoint end : second.ofTopic(topic, direction)) {
      long now = counter.applyAsLong(end.counters());
      long then = before.getOrDefault(End.of(end), 0L);
      sum += now >= then ? now - then : now; // opened anew by the same process
    }
    return sum;
  }

  public double hz() {
    return messages / windowS;
  }

  public double bytesPerS() {
    return bytes / windowS;
  }
}
