package io.camber.bus.realtime;

import io.camber.bus.Qos;
import io.camber.bus.Topic;
import io.camber.bus.node.NodeBody;
import io.camber.bus.node.NodeCall;
import io.camber.bus.node.NodeReply;
import io.camber.bus.node.Port;
import io.camber.bus.transport.BusMessage;
import io.camber.bus.transport.MessageListener;
import java.util.ArrayList;
import java.util.List;

/** A body that publishes nothing and shows a listener whatever arrives. */
final class ListeningBody implements NodeBody {
  /** Ten seconds of the fastest topics. */
  private static final int DEPTH = 1000;

  private final List<Port> ports = new ArrayList<>();
  private final MessageListener listener;

  ListeningBody(List<? extends Topic<?>> topics, MessageListener listener) {
    topics.forEach(topic -> ports.add(new Port.Input(deep(topic), Port.Use.WORK)));
    this.listener = listener;
  }

  private static <T> Topic<T> deep(Topic<T> topic) {
    Qos qos = topic.qos();
    Qos deep =
        new Qos(qos.reliability(), DEPTH, qos.durability(), qos.deadlineNs(), qos.lifespanNs());
    return new Topic<>(topic.name(), topic.type(), topic.codec(), deep);
  }

  @Override
  public Started start(long timeNs) {
    return new Started(ports, NodeReply.NOTHING);
  }

  @Override
  public NodeReply call(NodeCall call) {
    for (NodeCall.Item item : call.items()) {
      BusMessage<?> message = item.message();
      if (message != null) {
        listener.onMessage(message);
      }
    }
    return NodeReply.NOTHING;
  }
}
