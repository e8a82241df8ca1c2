package io.camber.bus.realtime;

import io.camber.bus.QosEvent;
import io.camber.bus.node.Agenda;
import io.camber.bus.transport.Endpoint;
import io.camber.bus.transport.Endpoint.Direction;
import io.camber.bus.transport.WireEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Tells a node what befalls the topics that it watches on a wire: publishers that come, die or fall silent, ends that do not
 * fit, messages that were lost on the way. Owned by the node's thread, but for {@link #hear}.
 */
final class TopicWatch {
  private static final long LOOK_NS = Heartbeat.PERIOD_NS;

  /** What is known of a publisher of a topic. */
  private static final class Publisher {
    private long beats;
    private long beatenNs;
    private boolean isAlive;
  }

  private final String node;
  private final Agenda agenda;
  private final Delivery delivery;
  private final Set<String> topics;
  private final Map<String, Map<String, Publisher>> publishers = new TreeMap<>();
  private final Map<String, Long> lost = new TreeMap<>();
  private final ConcurrentLinkedQueue<WireEvent> heard = new ConcurrentLinkedQueue<>();
  private long nextNs = Long.MIN_VALUE;

  TopicWatch(String node, Agenda agenda, Delivery delivery) {
    this.node = node;
    this.agenda = agenda;
    this.delivery = delivery;
    this.topics = new TreeSet<>(agenda.watchedTopics());
    topics.forEach(topic -> publishers.put(topic, new TreeMap<>()));
  }

  /** Takes in what happened; true when the node should be woken for it. Any thread. */
  boolean hear(WireEvent event) {
    boolean concerns =
        !topics.isEmpty() && (event.topic().isEmpty() || topics.contains(event.topic()));
    if (concerns) {
      heard.add(event);
    }
    return concerns;
  }

  boolean hasNews() {
    return !heard.isEmpty();
  }

  /** Tells the agenda what is new. */
  void look(long nowNs) {
    if (topics.isEmpty()) {
      return;
    }
    WireEvent event = heard.poll();
    boolean isDue = event != null || nowNs >= nextNs;
    while (event != null) {
      take(event);
      event = heard.poll();
    }
    if (isDue) {
      nextNs = nowNs + LOOK_NS;
      lookAtPublishers(nowNs);
      topics.forEach(this::lookForLosses);
    }
  }

  private void take(WireEvent event) {
    switch (event.kind()) {
      case SCHEMA_MISMATCH, QOS_MISMATCH -> agenda.tell(event.topic(), QosEvent.INCOMPATIBLE);
      case NODE_FOUND, NODE_LEFT, NODE_DIED, NODE_REFUSED, READER_OVERRUN, MALFORMED -> {}
    }
  }

  private void lookForLosses(String topic) {
    long now = delivery.lost(topic);
    Long before = lost.put(topic, now);
    if (now > (before == null ? 0 : before)) {
      agenda.tell(topic, QosEvent.MESSAGES_LOST);
    }
  }

  private void lookAtPublishers(long nowNs) {
    List<Endpoint> ends = delivery.endpoints();
    Map<String, Long> beats = delivery.beats();
    for (Map.Entry<String, Map<String, Publisher>> each : publishers.entrySet()) {
      Set<String> present = new TreeSet<>();
      for (Endpoint end : ends) {
        boolean isPublishing = end.direction() == Direction.PUBLISHES
            && end.topic().name().equals(each.getKey())
            && !end.node().equals(node);
        if (isPublishing) {
          present.add(end.node());
          each.getValue().computeIfAbsent(end.node(), name -> new Publisher());
        }
      }
      each.getValue().forEach((name, publisher) -> {
        boolean isAlive = present.contains(name) && isBeating(publisher, beats.get(name), nowNs);
        if (isAlive != publisher.isAlive) {
          publisher.isAlive = isAlive;
          agenda.tell(
              each.getKey(), isAlive ? QosEvent.LIVELINESS_GAINED : QosEvent.LIVELINESS_LOST);
        }
      });
    }
  }

  /** Who has never given a heartbeat, as a peer in another language, lives as long as it is there. */
  private static boolean isBeating(Publisher publisher, @Nullable Long beats, long nowNs) {
    if (beats == null) {
      return true;
    }
    if (beats != publisher.beats) {
      publisher.beats = beats;
      publisher.beatenNs = nowNs;
    }
    return nowNs - publisher.beatenNs <= Heartbeat.LEASE_NS;
  }
}
