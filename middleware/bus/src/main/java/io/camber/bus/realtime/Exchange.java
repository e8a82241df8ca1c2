package io.camber.bus.realtime;

import io.camber.bus.Qos;
import io.camber.bus.node.NodeReply.Outgoing;
import io.camber.bus.node.NodeReply.Recipient;
import io.camber.bus.node.Port;
import io.camber.bus.transport.BusMessage;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Hands values between the nodes of one process. Safe for any thread. */
final class Exchange {
  /** A port of a node on this exchange. */
  private record Place(ExchangeDelivery delivery, int port) {}

  private final Map<String, List<Place>> inputs = new ConcurrentHashMap<>();
  private final Map<String, Map<String, BusMessage<?>>> latched = new ConcurrentHashMap<>();
  private final Map<String, Place> servers = new ConcurrentHashMap<>();
  private final Map<String, Place> clients = new ConcurrentHashMap<>();

  void connect(ExchangeDelivery delivery, List<Port> ports) {
    for (int number = 0; number < ports.size(); number++) {
      Place place = new Place(delivery, number);
      Port port = ports.get(number);
      if (port instanceof Port.Input input) {
        connectInput(input.topic().name(), place);
      } else if (port instanceof Port.Server server) {
        String service = server.service().name();
        Place previous = servers.putIfAbsent(service, place);
        if (previous != null) {
          throw new IllegalStateException(
              "service " + service + " is served by " + previous.delivery().node() + " already");
        }
      } else if (port instanceof Port.Client client) {
        clients.put(client.service().name() + "/" + delivery.node(), place);
      }
    }
  }

  private synchronized void connectInput(String topic, Place place) {
    inputs.computeIfAbsent(topic, name -> new CopyOnWriteArrayList<>()).add(place);
    latched
        .getOrDefault(topic, Map.of())
        .values()
        .forEach(message -> place.delivery().arrive(place.port(), 0, message));
  }

  /** Delivers one message; false when nobody serves the service that it asks. */
  boolean send(Outgoing outgoing) {
    BusMessage<?> message = outgoing.message();
    Recipient recipient = outgoing.recipient();
    if (recipient instanceof Recipient.Server server) {
      return to(servers.get(server.service()), 0, message);
    }
    if (recipient instanceof Recipient.Asker asker) {
      return to(clients.get(asker.service() + "/" + asker.node()), asker.question(), message);
    }
    publish(message);
    return true;
  }

  private static boolean to(@Nullable Place place, long question, BusMessage<?> message) {
    if (place != null) {
      place.delivery().arrive(place.port(), question, message);
    }
    return place != null;
  }

  private void publish(BusMessage<?> message) {
    String topic = message.topic().name();
    if (message.topic().qos().durability() == Qos.Durability.TRANSIENT_LOCAL) {
      latch(topic, message);
      return;
    }
    deliver(topic, message);
  }

  private synchronized void latch(String topic, BusMessage<?> message) {
    latched
        .computeIfAbsent(topic, name -> new TreeMap<>())
        .put(message.envelope().publisher(), message);
    deliver(topic, message);
  }

  private void deliver(String topic, BusMessage<?> message) {
    for (Place place : inputs.getOrDefault(topic, List.of())) {
      place.delivery().arrive(place.port(), 0, message);
    }
  }
}
