package io.camber.bus.realtime;

import io.camber.bus.Envelope;
import io.camber.bus.MalformedMessageException;
import io.camber.bus.PayloadBuffer;
import io.camber.bus.Topic;
import io.camber.bus.node.NodeReply.Outgoing;
import io.camber.bus.node.Port;
import io.camber.bus.transport.Bell;
import io.camber.bus.transport.BusMessage;
import io.camber.bus.transport.Ending;
import io.camber.bus.transport.Endpoint;
import io.camber.bus.transport.OriginBytes;
import io.camber.bus.transport.Payload;
import io.camber.bus.transport.Waiting;
import io.camber.bus.transport.Wire;
import io.camber.bus.transport.WireHandler;
import io.camber.bus.transport.WireHeader;
import io.camber.bus.transport.WireReader;
import io.camber.bus.transport.WireTopic;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** A node's ends on a wire: one reader per topic it wants. */
final class WireDelivery implements Delivery {
  private static final int BATCH = 64;

  /** A reader and what is done with what it reads. */
  private record Source(String topic, WireReader reader, WireHandler handler) {}

  /** A service of this node, asked or served, and its port. */
  private record ServicePort(String service, int port) {}

  private final String node;
  private final Wire wire;
  private final Bell bell;
  private final List<Source> sources = new ArrayList<>();
  /** Looked at last: their messages call the node at once, and it should know the others by then. */
  private final List<Source> lending = new ArrayList<>();

  private final HeartbeatReader heartbeats;
  private final WireSender sender;
  private final BooleanSupplier hasMessages = this::findsMessages;
  private Arrivals arrivals = new NoArrivals();
  private long malformed;

  WireDelivery(String node, Wire wire, Waiting waiting) {
    this.node = node;
    this.wire = wire;
    this.bell = wire.openBell(node, waiting);
    this.heartbeats = new HeartbeatReader(wire, node);
    this.sender = new WireSender(node, wire);
  }

  @Override
  public void connect(List<Port> ports) {
    Map<String, List<Integer>> inputs = new TreeMap<>();
    Map<String, List<Integer>> loans = new TreeMap<>();
    Map<String, List<ServicePort>> serving = new TreeMap<>();
    Map<String, List<ServicePort>> asking = new TreeMap<>();
    for (int number = 0; number < ports.size(); number++) {
      Port port = ports.get(number);
      if (port instanceof Port.Input input) {
        boolean isLoaned = isOnlyLoaned(ports, input.topic());
        List<Integer> wanting = (isLoaned ? loans : inputs)
            .computeIfAbsent(
                input.topic().name(),
                name -> isLoaned ? connectLoan(input.topic()) : connectTopic(input.topic()));
        wanting.add(number);
      } else if (port instanceof Port.Server server) {
        Topic<?> questions = server.service().request();
        serving
            .computeIfAbsent(questions.name(), name -> connectServers(questions))
            .add(new ServicePort(server.service().name(), number));
      } else if (port instanceof Port.Client client) {
        Topic<?> answers = client.service().answer();
        asking
            .computeIfAbsent(answers.name(), name -> connectClients(answers))
            .add(new ServicePort(client.service().name(), number));
      }
    }
  }

  /** A node that also keeps messages of the topic gets copies for all purposes. */
  private static boolean isOnlyLoaned(List<Port> ports, Topic<?> topic) {
    for (Port port : ports) {
      boolean isOfTopic =
          port instanceof Port.Input input && input.topic().name().equals(topic.name());
      if (isOfTopic && ((Port.Input) port).use() != Port.Use.LOANED) {
        return false;
      }
    }
    return true;
  }

  private List<Integer> connectTopic(Topic<?> topic) {
    List<Integer> ports = new ArrayList<>();
    sources.add(open(WireTopic.of(topic), (publisher, head, payload) -> {
      BusMessage<?> message = decode(topic, publisher, head, copy(payload));
      for (int i = 0; i < ports.size(); i++) {
        arrivals.message(ports.get(i), message);
      }
    }));
    return ports;
  }

  private List<Integer> connectLoan(Topic<?> topic) {
    List<Integer> ports = new ArrayList<>();
    lending.add(open(WireTopic.of(topic), (publisher, head, payload) -> {
      BusMessage<?> message = inPlace(topic, publisher, head, payload);
      for (int i = 0; i < ports.size(); i++) {
        arrivals.loaned(ports.get(i), message);
      }
    }));
    return ports;
  }

  private List<ServicePort> connectServers(Topic<?> questions) {
    List<ServicePort> services = new ArrayList<>();
    sources.add(open(ServiceFrames.wireTopic(questions), (publisher, head, payload) -> {
      ServiceFrames.Frame frame = ServiceFrames.read(payload);
      for (ServicePort each : services) {
        if (each.service().equals(frame.service())) {
          arrivals.message(each.port(), decode(questions, frame.asker(), head, frame.content()));
        }
      }
    }));
    return services;
  }

  private List<ServicePort> connectClients(Topic<?> answers) {
    List<ServicePort> services = new ArrayList<>();
    sources.add(open(ServiceFrames.wireTopic(answers), (publisher, head, payload) -> {
      ServiceFrames.Frame frame = ServiceFrames.read(payload);
      for (ServicePort each : services) {
        if (frame.asker().equals(node) && each.service().equals(frame.service())) {
          BusMessage<?> answer = decode(answers, publisher, head, frame.content());
          arrivals.answer(each.port(), frame.question(), answer);
        }
      }
    }));
    return services;
  }

  private Source open(WireTopic topic, WireHandler handler) {
    WireHandler guarded = (publisher, head, payload) -> {
      try {
        handler.onMessage(publisher, head, payload);
      } catch (MalformedMessageException e) {
        malformed++;
      }
    };
    return new Source(topic.name(), wire.openReader(topic, node, bell), guarded);
  }

  private static byte[] copy(ByteBuffer payload) {
    byte[] bytes = new byte[payload.remaining()];
    payload.get(bytes);
    return bytes;
  }

  private static <T> BusMessage<T> decode(
      Topic<T> topic, String publisher, WireHeader head, byte[] bytes) {
    Payload payload = Payload.unhashed(PayloadBuffer.of(bytes));
    // not the payload's own view, which cannot be written: protobuf copies all of such a buffer
    // first
    T value = topic.codec().decode(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
    return new BusMessage<>(topic, envelope(topic, publisher, head), value, payload);
  }

  /** A message whose bulk stays where its sender put it, as long as the wire's handler runs. */
  private static <T> BusMessage<T> inPlace(
      Topic<T> topic, String publisher, WireHeader head, ByteBuffer payload) {
    T value = topic.codec().decode(payload);
    return new BusMessage<>(topic, envelope(topic, publisher, head), value, null);
  }

  private static Envelope envelope(Topic<?> topic, String publisher, WireHeader head) {
    return new Envelope(
        topic.name(),
        publisher,
        head.sequence(),
        head.publishTimeNs(),
        head.measurementTimeNs(),
        OriginBytes.decode(head));
  }

  @Override
  public Bell bell() {
    return bell;
  }

  @Override
  public BooleanSupplier hasMessages() {
    return hasMessages;
  }

  private boolean findsMessages() {
    return finds(sources) || finds(lending);
  }

  private static boolean finds(List<Source> among) {
    for (int i = 0; i < among.size(); i++) {
      if (among.get(i).reader().hasMessages()) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void poll(Arrivals target) {
    arrivals = target;
    for (int i = 0; i < sources.size(); i++) {
      Source source = sources.get(i);
      source.reader().poll(source.handler(), BATCH);
    }
    for (int i = 0; i < lending.size(); i++) {
      Source source = lending.get(i);
      source.reader().poll(source.handler(), 1);
    }
  }

  @Override
  public boolean send(Outgoing outgoing) {
    return sender.send(outgoing);
  }

  @Override
  public void prepare() {
    sender.prepare();
  }

  @Override
  public void beat() {
    sender.beat();
  }

  @Override
  public Map<String, Long> beats() {
    return heartbeats.poll();
  }

  @Override
  public List<Endpoint> endpoints() {
    return wire.endpoints();
  }

  @Override
  public long lost(String topic) {
    return Stream.concat(sources.stream(), lending.stream())
        .filter(source -> source.topic().equals(topic))
        .mapToLong(source -> source.reader().counters().lost())
        .sum();
  }

  @Override
  public long malformed() {
    return malformed;
  }

  @Override
  public void close() {
    List<WireReader> readers =
        Stream.concat(sources.stream(), lending.stream()).map(Source::reader).toList();
    Ending ending = new Ending();
    ending.run(() -> wire.close(readers, sender.writers()));
    ending.run(heartbeats::close);
    ending.run(bell::close);
    ending.finish();
  }

  /** Before the first poll nobody reads. */
  private static final class NoArrivals implements Arrivals {
    @Override
    public void message(int port, BusMessage<?> message) {
      throw new IllegalStateException("a message arrived at port " + port + " outside a poll");
    }

    @Override
    public void loaned(int port, BusMessage<?> message) {
      message(port, message);
    }

    @Override
    public void answer(int port, long question, BusMessage<?> message) {
      throw new IllegalStateException("an answer arrived at port " + port + " outside a poll");
    }
  }
}
