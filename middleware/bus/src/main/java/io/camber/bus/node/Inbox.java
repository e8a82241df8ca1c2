package io.camber.bus.node;

import io.camber.bus.Qos;
import io.camber.bus.transport.BusMessage;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What waits for a node: work, and observations that ride along with the next work. Bounded per port. */
final class Inbox {
  /** One thing that waits. */
  private record Waiting(NodeCall.Item item, boolean isWork) {}

  private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();
  private int work;
  private long overruns;
  private long expired;

  /**
   * Adds an item; when {@code depth} items of its port wait already, the oldest of them falls. Of transient-local topics the
   * depth is each publisher's own: what one of them says once is not to fall because others speak too.
   *
   * @return whether there was room for all
   */
  boolean add(NodeCall.Item item, boolean isWork, int depth) {
    boolean hasRoom = count(item) < depth;
    if (!hasRoom) {
      dropOldest(item);
      overruns++;
    }
    waiting.addLast(new Waiting(item, isWork));
    if (isWork) {
      work++;
    }
    return hasRoom;
  }

  boolean hasWork() {
    return work > 0;
  }

  /** Appends everything that waits and is still worth something, in order of arrival; is empty afterwards. */
  void drainTo(List<NodeCall.Item> target, long timeNs) {
    for (Waiting each : waiting) {
      if (isExpired(each.item().message(), timeNs)) {
        expired++;
      } else {
        target.add(each.item());
      }
    }
    waiting.clear();
    work = 0;
  }

  private static boolean isExpired(@Nullable BusMessage<?> message, long timeNs) {
    if (message == null) {
      return false;
    }
    long lifespanNs = message.topic().qos().lifespanNs();
    return lifespanNs > 0 && timeNs - message.envelope().publishTimeNs() > lifespanNs;
  }

  /** Messages whose lifespan ended while they waited. */
  long expired() {
    return expired;
  }

  /** Items that fell because their port's depth was reached. */
  long overruns() {
    return overruns;
  }

  private static boolean isOfOneQueue(NodeCall.Item a, NodeCall.Item b) {
    BusMessage<?> first = a.message();
    BusMessage<?> second = b.message();
    return a.port() == b.port()
        && (first == null
            || second == null
            || first.topic().qos().durability() == Qos.Durability.VOLATILE
            || first.envelope().publisher().equals(second.envelope().publisher()));
  }

  private int count(NodeCall.Item item) {
    int count = 0;
    for (Waiting each : waiting) {
      if (isOfOneQueue(each.item(), item)) {
        count++;
      }
    }
    return count;
  }

  private void dropOldest(NodeCall.Item item) {
    Iterator<Waiting> iterator = waiting.iterator();
    while (iterator.hasNext()) {
      Waiting each = iterator.next();
      if (isOfOneQueue(each.item(), item)) {
        iterator.remove();
        if (each.isWork()) {
          work--;
        }
        return;
      }
    }
  }
}
