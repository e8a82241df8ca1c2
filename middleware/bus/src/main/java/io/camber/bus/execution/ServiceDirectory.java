package io.camber.bus.execution;

import io.camber.bus.node.NodeCall.Item;
import io.camber.bus.node.NodeReply.Recipient;
import io.camber.bus.transport.BusMessage;
import java.util.Map;
import java.util.TreeMap;

/** Who answers which service and who asks it. Questions and answers go to one recipient each. */
final class ServiceDirectory {
  private record Place(NodeSeat seat, int port) {}

  private record Asking(String service, String node) implements Comparable<Asking> {
    @Override
    public int compareTo(Asking other) {
      int order = service.compareTo(other.service);
      return order == 0 ? node.compareTo(other.node) : order;
    }
  }

  private final Map<String, Place> servers = new TreeMap<>();
  private final Map<Asking, Place> clients = new TreeMap<>();

  void serve(String service, NodeSeat seat, int port) {
    Place previous = servers.putIfAbsent(service, new Place(seat, port));
    if (previous != null) {
      throw new IllegalStateException("service " + service + " is served by "
          + previous.seat().name() + " already, " + seat.name() + " cannot serve it too");
    }
  }

  void ask(String service, NodeSeat seat, int port) {
    clients.put(new Asking(service, seat.name()), new Place(seat, port));
  }

  void deliver(BusMessage<?> question, Recipient.Server recipient) {
    Place server = servers.get(recipient.service());
    if (server == null) {
      throw new IllegalStateException("node " + question.envelope().publisher() + " asks service "
          + recipient.service() + ", which nobody serves");
    }
    server.seat().admit(Item.message(server.port(), question));
  }

  void deliver(BusMessage<?> answer, Recipient.Asker recipient) {
    Place client = clients.get(new Asking(recipient.service(), recipient.node()));
    if (client != null) {
      client.seat().admit(Item.answer(client.port(), recipient.question(), answer));
    }
  }
}
