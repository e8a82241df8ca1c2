package io.camber.bus.node;

import io.camber.bus.Qos;
import io.camber.bus.QosEvent;

/** Counts the time since the last message of a watched topic against its deadline. */
final class DeadlineWatch {
  private final int port;
  private final String topic;
  private final long deadlineNs;
  private long nextNs;

  DeadlineWatch(int port, String topic, Qos qos, long startNs) {
    this.port = port;
    this.topic = topic;
    this.deadlineNs = qos.deadlineNs();
    this.nextNs = after(startNs);
  }

  private long after(long timeNs) {
    return deadlineNs == 0 ? Long.MAX_VALUE : timeNs + deadlineNs;
  }

  int port() {
    return port;
  }

  String topic() {
    return topic;
  }

  boolean watches(String name) {
    return topic.equals(name);
  }

  void arrived(long timeNs) {
    nextNs = after(timeNs);
  }

  long nextNs() {
    return nextNs;
  }

  NodeCall.Item take(long timeNs) {
    nextNs = after(timeNs);
    return NodeCall.Item.event(port, QosEvent.DEADLINE_MISSED);
  }
}
