package io.camber.bus.realtime;

import io.camber.bus.Envelope;
import io.camber.bus.MalformedMessageException;
import io.camber.bus.PayloadBuffer;
import io.camber.bus.Topic;
import io.camber.bus.node.NodeReply.Outgoing;
import io.camber.bus.node.NodeReply.Recipient;
import io.camber.bus.node.Port;
import io.camber.bus.transport.Bell;
import io.camber.bus.transport.BusMessage;
import io.camber.bus.transport.OriginBytes;
import io.camber.bus.transport.Payload;
import io.camber.bus.transport.Waiting;
import io.camber.bus.transport.Wire;
import io.camber.bus.transport.WireHandler;
import io.camber.bus.transport.WireHeader;
import io.camber.bus.transport.WireReader;
import io.camber.bus.transport.WireTopic;
import io.camber.bus.transport.WireWriter;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/** A node's ends on a wire: one reader per topic it wants, one writer per topic it has published on. */
final class WireDelivery implements Delivery {
  private static final int BATCH = 64;

  /** A reader and what is done with what it reads. */
  private record Source(WireReader reader, WireHandler handler) {}

  /** A service of this node, asked or served, and its port. */
  private record ServicePort(String service, int port) {}

  private final String node;
  private final Wire wire;
  private final Bell bell;
  private final List<Source> sources = new ArrayList<>();
  private final Map<String, WireWriter> writers = new TreeMap<>();
  private final WireHeader header = new WireHeader();
  private final OriginBytes origins = new OriginBytes();
  private Arrivals arrivals = new NoArrivals();
  private long malformed;

  WireDelivery(String node, Wire wire, Waiting waiting) {
    this.node = node;
    this.wire = wire;
    this.bell = wire.openBell(node, waiting);
  }

  @Override
  public void connect(List<Port> ports) {
    Map<String, List<Integer>> inputs = new TreeMap<>();
    Map<String, List<ServicePort>> serving = new TreeMap<>();
    Map<String, List<ServicePort>> asking = new TreeMap<>();
    for (int number = 0; number < ports.size(); number++) {
      Port port = ports.get(number);
      if (port instanceof Port.Input input) {
        List<Integer> wanting =
            inputs.computeIfAbsent(input.topic().name(), name -> connectTopic(input.topic()));
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

  private List<Integer> connectTopic(Topic<?> topic) {
    List<Integer> ports = new ArrayList<>();
    open(WireTopic.of(topic), (publisher, head, payload) -> {
      BusMessage<?> message = decode(topic, publisher, head, copy(payload));
      for (int i = 0; i < ports.size(); i++) {
        arrivals.message(ports.get(i), message);
      }
    });
    return ports;
  }

  private List<ServicePort> connectServers(Topic<?> questions) {
    List<ServicePort> services = new ArrayList<>();
    open(ServiceFrames.wireTopic(questions), (publisher, head, payload) -> {
      ServiceFrames.Frame frame = ServiceFrames.read(payload);
      for (ServicePort each : services) {
        if (each.service().equals(frame.service())) {
          arrivals.message(each.port(), decode(questions, frame.asker(), head, frame.content()));
        }
      }
    });
    return services;
  }

  private List<ServicePort> connectClients(Topic<?> answers) {
    List<ServicePort> services = new ArrayList<>();
    open(ServiceFrames.wireTopic(answers), (publisher, head, payload) -> {
      ServiceFrames.Frame frame = ServiceFrames.read(payload);
      for (ServicePort each : services) {
        if (frame.asker().equals(node) && each.service().equals(frame.service())) {
          BusMessage<?> answer = decode(answers, publisher, head, frame.content());
          arrivals.answer(each.port(), frame.question(), answer);
        }
      }
    });
    return services;
  }

  private void open(WireTopic topic, WireHandler handler) {
    WireHandler guarded = (publisher, head, payload) -> {
      try {
        handler.onMessage(publisher, head, payload);
      } catch (MalformedMessageException e) {
        malformed++;
      }
    };
    sources.add(new Source(wire.openReader(topic, node, bell), guarded));
  }

  private static byte[] copy(ByteBuffer payload) {
    byte[] bytes = new byte[payload.remaining()];
    payload.get(bytes);
    return bytes;
  }

  private static <T> BusMessage<T> decode(
      Topic<T> topic, String publisher, WireHeader head, byte[] bytes) {
    Envelope envelope = new Envelope(
        topic.name(),
        publisher,
        head.sequence(),
        head.publishTimeNs(),
        head.measurementTimeNs(),
        OriginBytes.decode(head));
    Payload payload = Payload.unhashed(PayloadBuffer.of(bytes));
    return new BusMessage<>(topic, envelope, topic.codec().decode(payload.view()), payload);
  }

  @Override
  public Bell bell() {
    return bell;
  }

  @Override
  public BooleanSupplier hasMessages() {
    return this::findsMessages;
  }

  private boolean findsMessages() {
    for (int i = 0; i < sources.size(); i++) {
      if (sources.get(i).reader().hasMessages()) {
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
  }

  @Override
  public boolean send(Outgoing outgoing) {
    BusMessage<?> message = outgoing.message();
    Envelope envelope = message.envelope();
    header.set(envelope.sequence(), envelope.publishTimeNs(), envelope.measurementTimeNs());
    origins.encode(envelope.origins(), header);
    Payload payload = message.payload().orElseThrow();
    Recipient recipient = outgoing.recipient();
    if (recipient instanceof Recipient.Everybody) {
      return writer(WireTopic.of(message.topic())).send(header, payload.view());
    }
    WireWriter writer = writer(ServiceFrames.wireTopic(message.topic()));
    if (recipient instanceof Recipient.Asker asker) {
      return writer.send(
          header, ServiceFrames.write(asker.service(), asker.node(), asker.question(), payload));
    }
    String service = ((Recipient.Server) recipient).service();
    return writer.send(header, ServiceFrames.write(service, node, envelope.sequence(), payload));
  }

  private WireWriter writer(WireTopic topic) {
    return writers.computeIfAbsent(topic.name(), name -> wire.openWriter(topic, node));
  }

  @Override
  public long malformed() {
    return malformed;
  }

  @Override
  public void close() {
    sources.forEach(source -> source.reader().close());
    writers.values().forEach(WireWriter::close);
    bell.close();
  }

  /** Before the first poll nobody reads. */
  private static final class NoArrivals implements Arrivals {
    @Override
    public void message(int port, BusMessage<?> message) {
      throw new IllegalStateException("a message arrived at port " + port + " outside a poll");
    }

    @Override
    public void answer(int port, long question, BusMessage<?> message) {
      throw new IllegalStateException("an answer arrived at port " + port + " outside a poll");
    }
  }
}
