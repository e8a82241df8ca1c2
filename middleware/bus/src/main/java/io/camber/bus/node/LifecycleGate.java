package io.camber.bus.node;

import io.camber.bus.Publisher;
import io.camber.bus.Qos;
import io.camber.bus.lifecycle.LifecycleRequest;
import io.camber.bus.lifecycle.LifecycleState;
import io.camber.bus.lifecycle.LifecycleStatus;
import io.camber.bus.lifecycle.LifecycleTopics;
import io.camber.bus.transport.BusMessage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps an inactive node from receiving anything: what comes for the node's own ports is dropped, but of transient-local
 * topics the newest message of each publisher waits, as nobody would send it again. A node of a run without lifecycle is always active.
 */
final class LifecycleGate {
  /** Whose newest message waits for a port. */
  private record Kept(int port, String publisher) {}

  private final LocalNode node;
  private final Map<Kept, NodeCall.Item> waiting = new LinkedHashMap<>();
  private LifecycleState state = LifecycleState.ACTIVE;
  private int ownPorts = Integer.MAX_VALUE;
  private Publisher<LifecycleStatus> statuses = new Unheard();

  LifecycleGate(LocalNode node) {
    this.node = node;
  }

  /** Takes up the lifecycle, before the node's own code starts. */
  void open(LifecycleTopics topics) {
    statuses = new NodePublisher<>(node, topics.states());
    move(LifecycleState.UNCONFIGURED);
  }

  /**
   * The node's own code has started.
   *
   * @param declared ports that are the node's own; later ones are the runtime's and always open
   */
  void configured(int declared, LifecycleTopics topics) {
    ownPorts = declared;
    move(LifecycleState.INACTIVE);
    node.serve(topics.serviceOf(node.name()), this::change);
    move(LifecycleState.ACTIVE);
  }

  private LifecycleStatus change(LifecycleRequest request) {
    LifecycleState wanted = request.active() ? LifecycleState.ACTIVE : LifecycleState.INACTIVE;
    if (state != wanted && state != LifecycleState.FINALIZED) {
      move(wanted);
    }
    return status();
  }

  /** The node will not be called again. */
  void finish() {
    if (state != LifecycleState.FINALIZED) {
      move(LifecycleState.FINALIZED);
    }
  }

  private void move(LifecycleState next) {
    state = next;
    LifecycleStatus status = status();
    statuses.publish(status, status.timeNs());
  }

  private LifecycleStatus status() {
    return new LifecycleStatus(node.clock().timeNs(), node.name(), state);
  }

  boolean isActive() {
    return state == LifecycleState.ACTIVE;
  }

  /** Whether the node may take the item now. */
  boolean admits(NodeCall.Item item) {
    if (isActive() || item.port() >= ownPorts) {
      return true;
    }
    BusMessage<?> message = item.message();
    if (message != null && message.topic().qos().durability() == Qos.Durability.TRANSIENT_LOCAL) {
      Kept kept = new Kept(item.port(), message.envelope().publisher());
      waiting.remove(kept); // the newest waits behind what came before it
      waiting.put(kept, item);
    }
    return false;
  }

  /** What waited while the node was inactive, once it is active again. */
  List<NodeCall.Item> released() {
    if (waiting.isEmpty() || !isActive()) {
      return List.of();
    }
    List<NodeCall.Item> released = new ArrayList<>(waiting.values());
    waiting.clear();
    return released;
  }

  /** Where no lifecycle is carried. */
  private static final class Unheard implements Publisher<LifecycleStatus> {
    @Override
    public void publish(LifecycleStatus value, long measurementTimeNs) {}

    @Override
    public void publishSample(LifecycleStatus value, long measurementTimeNs) {}
  }
}
