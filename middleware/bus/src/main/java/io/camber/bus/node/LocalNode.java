package io.camber.bus.node;

import io.camber.bus.Cancellation;
import io.camber.bus.Clock;
import io.camber.bus.Handler;
import io.camber.bus.Health;
import io.camber.bus.HealthReport;
import io.camber.bus.Latest;
import io.camber.bus.NodeContext;
import io.camber.bus.Origins;
import io.camber.bus.Publisher;
import io.camber.bus.QosEvent;
import io.camber.bus.QosHandler;
import io.camber.bus.Service;
import io.camber.bus.ServiceClient;
import io.camber.bus.ServiceHandler;
import io.camber.bus.TimerHandler;
import io.camber.bus.Topic;
import io.camber.bus.node.NodeReply.Outgoing;
import io.camber.bus.node.NodeReply.Recipient;
import io.camber.bus.parameter.NodeParameters;
import io.camber.bus.parameter.ParameterClient;
import io.camber.bus.parameter.ParameterTable;
import io.camber.bus.parameter.service.ParameterAsker;
import io.camber.bus.parameter.service.ParameterServer;
import io.camber.bus.parameter.service.ParameterTopics;
import io.camber.bus.transport.BusMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongUnaryOperator;

/** A node in this process: the context that its code sees, and the body that an executor calls. */
public final class LocalNode implements NodeBody, NodeContext {
  private final NodeSpec spec;
  private final RunTerms terms;
  private final LongUnaryOperator publishTime;
  private final NodeHealth health;
  private final ParameterTable parameters;
  private final LifecycleGate lifecycle;
  private final DeclaredPorts ports;
  private final Alarms alarms = new Alarms();
  private final Set<String> asked = new TreeSet<>();
  private final Map<String, MessageSequence> sequences = new TreeMap<>();

  private List<Outgoing> outgoing = new ArrayList<>();
  private long callTimeNs;
  private Origins origins = Origins.NONE;
  private boolean observing;

  /**
   * Makes a node that has not started.
   *
   * @param publishTime from the time of a call to the time at which what it publishes appears
   */
  public LocalNode(NodeSpec spec, RunTerms terms, LongUnaryOperator publishTime) {
    this.spec = spec;
    this.terms = terms;
    this.publishTime = publishTime;
    this.ports = new DeclaredPorts(name());
    this.health = new NodeHealth(
        name(),
        this::nowNs,
        terms
            .topics()
            .health()
            .map(topic -> reporting(new NodePublisher<>(this, topic)))
            .orElse(report -> {}));
    this.parameters = new ParameterTable(name(), spec.parameters());
    this.lifecycle = new LifecycleGate(this);
  }

  private static java.util.function.Consumer<HealthReport> reporting(
      NodePublisher<HealthReport> publisher) {
    return report -> publisher.publish(report, report.timeNs());
  }

  // ---- the body that an executor calls

  @Override
  public Started start(long timeNs) {
    callTimeNs = timeNs;
    RuntimeTopics topics = terms.topics();
    topics.lifecycle().ifPresent(lifecycle::open);
    spec.factory().create(this).start(this);
    parameters.complete();
    int declared = ports.count();
    topics.parameters().ifPresent(each -> ParameterServer.open(this, parameters, each));
    topics.lifecycle().ifPresent(each -> lifecycle.configured(declared, each));
    ports.close();
    return new Started(ports.list(), reply(Optional.empty()));
  }

  @Override
  public NodeReply call(NodeCall call) {
    callTimeNs = call.timeNs();
    try {
      observing = false;
      for (NodeCall.Item item : call.items()) {
        origins = Origins.NONE;
        if (lifecycle.admits(item)) {
          take(item);
        }
      }
      for (NodeCall.Item item : lifecycle.released()) {
        origins = Origins.NONE;
        take(item);
      }
      return reply(Optional.empty());
    } catch (RuntimeException e) {
      outgoing = new ArrayList<>();
      observing = false;
      health.error("node-failed", String.valueOf(e));
      return reply(Optional.of(e));
    }
  }

  @Override
  public NodeReply finish(long timeNs) {
    callTimeNs = timeNs;
    lifecycle.finish();
    return reply(Optional.empty());
  }

  private void take(NodeCall.Item item) {
    if (item.port() == NodeCall.Item.WAKE) {
      alarms.fire(callTimeNs);
    } else {
      ports.take(item);
    }
  }

  private NodeReply reply(Optional<RuntimeException> failure) {
    List<Outgoing> published = List.of();
    if (!outgoing.isEmpty()) {
      published = outgoing;
      outgoing = new ArrayList<>(published.size());
    }
    long wakeNs = lifecycle.isActive() ? alarms.nextNs() : Long.MAX_VALUE;
    boolean isNothing = published.isEmpty() && failure.isEmpty() && wakeNs == Long.MAX_VALUE;
    return isNothing ? NodeReply.NOTHING : new NodeReply(published, wakeNs, failure);
  }

  // ---- the context that the node's code sees

  @Override
  public String name() {
    return spec.name();
  }

  @Override
  public Clock clock() {
    return this::nowNs;
  }

  private long nowNs() {
    return callTimeNs;
  }

  @Override
  public <T> Publisher<T> publisher(Topic<T> topic) {
    refuseClosed(topic.name());
    return new NodePublisher<>(this, topic);
  }

  @Override
  public <T> void subscribe(Topic<T> topic, Handler<T> handler) {
    declareInput(topic, Port.Use.WORK, item -> handle(topic, item, handler));
  }

  @Override
  public <T> void subscribeLoaned(Topic<T> topic, Handler<T> handler) {
    declareInput(topic, Port.Use.LOANED, item -> handle(topic, item, handler));
  }

  @Override
  public <T> void observe(Topic<T> topic, Handler<T> handler) {
    declareInput(topic, Port.Use.OBSERVED, item -> {
      observing = true;
      handle(topic, item, handler);
      observing = false;
    });
  }

  private <T> void handle(Topic<T> topic, NodeCall.Item item, Handler<T> handler) {
    BusMessage<?> message = DeclaredPorts.messageOf(item);
    origins = message.envelope().origins();
    handler.handle(topic.type().cast(message.value()), message.envelope());
  }

  @Override
  public <T> Latest<T> latest(Topic<T> topic) {
    LatestCell<T> cell = new LatestCell<>(topic.type(), read -> origins = origins.merge(read));
    declareInput(topic, Port.Use.LATEST, item -> cell.set(DeclaredPorts.messageOf(item)));
    return cell;
  }

  private void declareInput(Topic<?> topic, Port.Use use, DeclaredPorts.Entrance entrance) {
    refuseClosed(topic.name());
    ports.declare(new Port.Input(topic, use), entrance);
  }

  @Override
  public void watch(Topic<?> topic, QosHandler handler) {
    refuseClosed(topic.name());
    ports.declare(
        new Port.Watch(topic),
        item -> handler.onQosEvent(QosEvent.of((int) item.number()), callTimeNs));
  }

  @Override
  public void timer(long periodNs, long offsetNs, TimerHandler handler) {
    ports.declare(new Port.Timer(periodNs, offsetNs), item -> handler.tick(item.number()));
  }

  @Override
  public Cancellation after(long delayNs, Runnable action) {
    if (delayNs <= 0) {
      throw new IllegalArgumentException("delayNs=" + delayNs + " is not positive");
    }
    return alarmAfter(delayNs, action)::run;
  }

  @Override
  public <R extends Record> R config(R defaults) {
    return ConfigRecords.override(defaults, spec.overrides(), name());
  }

  @Override
  public NodeParameters parameters() {
    return parameters;
  }

  @Override
  public ParameterClient parametersOf(String node) {
    ParameterTopics topics = terms
        .topics()
        .parameters()
        .orElseThrow(() -> new IllegalStateException("this run does not carry parameters"));
    return new ParameterAsker(this, node, topics);
  }

  @Override
  public Health health() {
    return health;
  }

  @Override
  public long seed(String purpose) {
    return Seeds.mix(terms.seed(), name() + "/" + purpose);
  }

  @Override
  public <Q, A> void serve(Service<Q, A> service, ServiceHandler<Q, A> handler) {
    NodePublisher<A> answers = new NodePublisher<>(this, service.answer());
    ports.declare(new Port.Server(service), item -> {
      BusMessage<?> question = DeclaredPorts.messageOf(item);
      var asked = question.envelope();
      origins = asked.origins();
      A answer = handler.answer(service.request().type().cast(question.value()));
      answers.publishTo(
          answer,
          asked.measurementTimeNs(),
          new Recipient.Asker(service.name(), asked.publisher(), asked.sequence()));
    });
  }

  @Override
  public <Q, A> ServiceClient<Q, A> client(Service<Q, A> service) {
    if (!asked.add(service.name())) {
      throw new IllegalStateException(
          "node " + name() + " has a client of service " + service.name() + " already");
    }
    ServiceCalls<Q, A> calls = new ServiceCalls<>(this, service);
    ports.declare(new Port.Client(service), item -> {
      BusMessage<?> answer = DeclaredPorts.messageOf(item);
      origins = answer.envelope().origins();
      calls.answer(item.number(), answer);
    });
    return calls;
  }

  private void refuseClosed(String topic) {
    if (spec.isClosed(topic)) {
      throw new IllegalStateException(
          "node " + name() + " belongs to the stack and may not use " + topic);
    }
  }

  /** Names of the parameters that the node has declared. */
  List<String> declaredParameters() {
    return parameters.names();
  }

  // ---- what its publishers need

  /** Sets an alarm; what it returns takes it back. */
  Runnable alarmAfter(long delayNs, Runnable action) {
    long timeNs = delayNs > Long.MAX_VALUE - callTimeNs ? Long.MAX_VALUE : callTimeNs + delayNs;
    return alarms.at(timeNs, action);
  }

  MessageSequence sequenceOf(String topic) {
    return sequences.computeIfAbsent(topic, name -> new MessageSequence());
  }

  void send(BusMessage<?> message, Recipient recipient) {
    outgoing.add(new Outgoing(message, recipient));
  }

  Origins origins() {
    return origins;
  }

  RunTerms.Encoding encoding() {
    return terms.encoding();
  }

  long publishTimeNs() {
    return publishTime.applyAsLong(callTimeNs);
  }

  void requirePublishing(String topic) {
    if (observing) {
      throw new IllegalStateException(
          "node " + name() + " publishes on " + topic + " while it only observes");
    }
  }
}
