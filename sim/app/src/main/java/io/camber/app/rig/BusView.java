package io.camber.app.rig;

import io.camber.bus.transport.Endpoint;
import io.camber.bus.transport.Endpoint.Direction;
import io.camber.bus.transport.Wire;
import java.util.List;
import java.util.TreeSet;

/** What is on a bus at one moment, seen without subscribing to anything. */
public record BusView(List<Endpoint> endpoints) {
  public BusView {
    endpoints = List.copyOf(endpoints);
  }

  /** Looks at the bus now. */
  public static BusView of(Wire wire) {
    return new BusView(wire.endpoints());
  }

  /** Names of topics that somebody publishes or wants, in order. */
  public List<String> topics() {
    TreeSet<String> names = new TreeSet<>();
    endpoints.forEach(endpoint -> names.add(endpoint.topic().name()));
    return List.copyOf(names);
  }

  /** Names of nodes, in order. */
  public List<String> nodes() {
    TreeSet<String> names = new TreeSet<>();
    endpoints.forEach(endpoint -> names.add(endpoint.node()));
    return List.copyOf(names);
  }

  public List<Endpoint> ofTopic(String topic, Direction direction) {
    return endpoints.stream()
        .filter(endpoint -> endpoint.topic().name().equals(topic))
        .filter(endpoint -> endpoint.direction() == direction)
        .toList();
  }

  public List<Endpoint> ofNode(String node) {
    return endpoints.stream().filter(endpoint -> endpoint.node().equals(node)).toList();
  }
}
