package io.camber.bus.transport;

import io.camber.bus.Qos;
import io.camber.bus.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Hands over the immutable value itself, on the sender's thread. Single-threaded. */
public final class InProcessTransport implements Transport {
  private final Map<String, Channel<?>> channels = new TreeMap<>();

  @Override
  public <T> void attach(Topic<T> topic, Receiver<T> receiver) {
    Channel<T> channel = channel(topic);
    channel.receivers.add(receiver);
    BusMessage<T> latched = channel.latched;
    if (latched != null) {
      receiver.receive(latched);
    }
  }

  @Override
  public <T> void send(BusMessage<T> message) {
    Channel<T> channel = channel(message.topic());
    if (message.topic().qos().durability() == Qos.Durability.TRANSIENT_LOCAL) {
      channel.latched = message;
    }
    for (int i = 0; i < channel.receivers.size(); i++) {
      channel.receivers.get(i).receive(message);
    }
  }

  @Override
  public void close() {
    channels.clear();
  }

  @SuppressWarnings("unchecked") // the type of the channel was checked to be the type of the topic
  private <T> Channel<T> channel(Topic<T> topic) {
    Channel<?> channel =
        channels.computeIfAbsent(topic.name(), name -> new Channel<>(topic.type()));
    if (!channel.type.equals(topic.type())) {
      throw new IllegalArgumentException("topic " + topic.name() + " carries "
          + channel.type.getName() + ", not " + topic.type().getName());
    }
    return (Channel<T>) channel;
  }

  private static final class Channel<T> {
    private final Class<?> type;
    private final List<Receiver<T>> receivers = new ArrayList<>();
    private @Nullable BusMessage<T> latched;

    Channel(Class<?> type) {
      this.type = type;
    }
  }
}
