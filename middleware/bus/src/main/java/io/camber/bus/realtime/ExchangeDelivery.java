package io.camber.bus.realtime;

import io.camber.bus.node.NodeReply.Outgoing;
import io.camber.bus.node.Port;
import io.camber.bus.transport.Bell;
import io.camber.bus.transport.BusMessage;
import io.camber.bus.transport.Endpoint;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A node's end of an {@link Exchange}. The node's agenda bounds what waits, so the queue is as long as one call lasts. */
final class ExchangeDelivery implements Delivery {
  private record Arrival(int port, long question, BusMessage<?> message) {}

  private final String node;
  private final Exchange exchange;
  private final ParkBell bell = new ParkBell();
  private final ConcurrentLinkedQueue<Arrival> arrivals = new ConcurrentLinkedQueue<>();
  private List<Port> ports = List.of();

  ExchangeDelivery(String node, Exchange exchange) {
    this.node = node;
    this.exchange = exchange;
  }

  String node() {
    return node;
  }

  @Override
  public void connect(List<Port> ports) {
    this.ports = ports;
    exchange.connect(this, ports);
  }

  /** Takes a message in from any thread. */
  void arrive(int port, long question, BusMessage<?> message) {
    arrivals.add(new Arrival(port, question, message));
    bell.ring();
  }

  @Override
  public Bell bell() {
    return bell;
  }

  @Override
  public BooleanSupplier hasMessages() {
    return () -> !arrivals.isEmpty();
  }

  @Override
  public void poll(Arrivals target) {
    @Nullable Arrival arrival = arrivals.poll();
    while (arrival != null) {
      if (ports.get(arrival.port()) instanceof Port.Client) {
        target.answer(arrival.port(), arrival.question(), arrival.message());
      } else {
        target.message(arrival.port(), arrival.message());
      }
      arrival = arrivals.poll();
    }
  }

  @Override
  public boolean send(Outgoing outgoing) {
    return exchange.send(outgoing);
  }

  /** Nodes of one process live and die together; what one of them throws is its executor's to tell. */
  @Override
  public void beat() {}

  @Override
  public Map<String, Long> beats() {
    return Map.of();
  }

  @Override
  public List<Endpoint> endpoints() {
    return List.of();
  }

  @Override
  public long lost(String topic) {
    return 0;
  }

  @Override
  public long malformed() {
    return 0;
  }

  @Override
  public void close() {
    arrivals.clear();
  }
}
