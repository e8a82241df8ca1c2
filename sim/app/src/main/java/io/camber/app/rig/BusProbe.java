package io.camber.app.rig;

import io.camber.bus.MalformedMessageException;
import io.camber.bus.Service;
import io.camber.bus.ServiceClient;
import io.camber.bus.Topic;
import io.camber.bus.node.NodeSpec;
import io.camber.bus.node.RuntimeTopics;
import io.camber.bus.realtime.NodeTiming;
import io.camber.bus.realtime.RealtimeConfig;
import io.camber.bus.realtime.RealtimeExecutor;
import io.camber.bus.realtime.RunClock;
import io.camber.bus.transport.Bell;
import io.camber.bus.transport.Endpoint;
import io.camber.bus.transport.Endpoint.Direction;
import io.camber.bus.transport.Waiting;
import io.camber.bus.transport.Wire;
import io.camber.bus.transport.WireHandler;
import io.camber.bus.transport.WireHeader;
import io.camber.bus.transport.WireReader;
import io.camber.bus.transport.WireTopic;
import io.camber.bus.transport.WireWriter;
import io.camber.diagnostics.InputException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A guest on a bus that looks, listens and speaks for people at a terminal. */
public final class BusProbe implements AutoCloseable {
  private static final long LOOK_NS = 50_000_000L;

  /** Everybody found has been heard, and nothing new comes for so long. */
  private static final long SETTLED_NS = 300_000_000L;

  private static final long LATCHED_NS = 3_000_000_000L;
  private static final long ASK_NS = 500_000_000L;
  private static final long ANSWER_NS = 5_000_000_000L;

  private static final long MATCH_NS = 3_000_000_000L;
  private static final long MATCH_LOOK_MS = 10;
  private static final long LINK_MS = 100;

  private final Wire wire;
  private final String name = "probe-" + ProcessHandle.current().pid();

  private BusProbe(Wire wire) {
    this.wire = wire;
  }

  public static BusProbe join(BusAddress address) {
    return new BusProbe(address.open(new WireLog()));
  }

  public BusView look() {
    return BusView.of(wire);
  }

  /** Rates of the topics over a window, read from their publishers' counters. */
  public List<TopicRate> rates(List<String> topics, double windowS) throws InterruptedException {
    BusView first = look();
    long startNs = System.nanoTime();
    Thread.sleep(Math.round(windowS * 1e3));
    BusView second = look();
    double tookS = (System.nanoTime() - startNs) * 1e-9;
    List<TopicRate> rates = new ArrayList<>();
    topics.forEach(topic -> rates.add(TopicRate.between(topic, first, second, tookS)));
    return rates;
  }

  /** Hands up to {@code count} messages of a topic to the handler, for {@code timeoutS} at most; returns how many came. */
  public int listen(Topic<?> topic, int count, double timeoutS, WireHandler handler) {
    int seen = 0;
    long endNs = System.nanoTime() + Math.round(timeoutS * 1e9);
    try (Bell bell = wire.openBell(name, Waiting.BLOCK);
        WireReader reader = wire.openReader(WireTopic.of(topic), name, bell)) {
      while (seen < count && System.nanoTime() < endNs) {
        seen += reader.poll(handler, count - seen);
        bell.await(reader::hasMessages, LOOK_NS);
      }
    }
    return seen;
  }

  /** The newest value of each publisher of a transient-local topic, by publisher; waits until all have been heard. */
  public <T> SortedMap<String, T> latched(Topic<T> topic) {
    SortedMap<String, T> heard = new TreeMap<>();
    long startNs = System.nanoTime();
    long newsNs = startNs;
    try (Bell bell = wire.openBell(name, Waiting.BLOCK);
        WireReader reader = wire.openReader(WireTopic.of(topic), name, bell)) {
      while (System.nanoTime() - startNs < LATCHED_NS) {
        int count = reader.poll(
            (publisher, header, payload) -> heard.put(publisher, decode(topic, payload)), 64);
        newsNs = count > 0 ? System.nanoTime() : newsNs;
        boolean isSettled = System.nanoTime() - newsNs > SETTLED_NS;
        if (isSettled && !heard.isEmpty() && heard.keySet().containsAll(publishers(topic))) {
          return heard;
        }
        bell.await(reader::hasMessages, SETTLED_NS / 10);
      }
    }
    return heard;
  }

  private static <T> T decode(Topic<T> topic, ByteBuffer payload) {
    try {
      return topic.codec().decode(payload);
    } catch (MalformedMessageException e) {
      throw new InputException(
          "somebody publishes " + topic.name() + " of another build: " + e.getMessage(), e);
    }
  }

  private List<String> publishers(Topic<?> topic) {
    return look().ofTopic(topic.name(), Direction.PUBLISHES).stream()
        .map(Endpoint::node)
        .toList();
  }

  /**
   * Asks a node's service until it answers, for some seconds; the question must do no harm when it is asked twice.
   *
   * @return empty when the node does not answer
   */
  public <Q, A> Optional<A> ask(Service<Q, A> service, Q question) throws InterruptedException {
    BlockingQueue<A> answers = new LinkedBlockingQueue<>();
    NodeSpec asking = NodeSpec.world(name, 0, context -> self -> {
      ServiceClient<Q, A> client = self.client(service);
      self.timer(
          ASK_NS,
          0,
          timeNs ->
              client.ask(question, ASK_NS, (answer, envelope) -> answers.add(answer), () -> {}));
    });
    RealtimeConfig config = new RealtimeConfig(0, false, RuntimeTopics.NONE);
    try (RealtimeExecutor executor =
        RealtimeExecutor.over(wire, config, RunClock.since(RunClock.wallNs()))) {
      executor.add(asking, NodeTiming.SKIPPING);
      executor.start();
      return Optional.ofNullable(answers.poll(ANSWER_NS, TimeUnit.NANOSECONDS));
    }
  }

  /**
   * Publishes encoded messages on a topic at a rate, once somebody subscribes to it.
   *
   * @throws InputException when nobody did for some seconds, or a slow subscriber refused some
   */
  public void publish(Topic<?> topic, byte[] payload, int count, double hz)
      throws InterruptedException {
    if (!(hz > 0)) {
      throw new InputException("--hz " + hz + " is not a rate; give one above 0");
    }
    WireHeader header = new WireHeader();
    int refused = 0;
    try (WireWriter writer = wire.openWriter(WireTopic.of(topic), name)) {
      awaitSubscriber(WireTopic.of(topic));
      for (int i = 0; i < count; i++) {
        refused += writer.send(header.set(i, 0, 0), ByteBuffer.wrap(payload)) ? 0 : 1;
        Thread.sleep(Math.round(1e3 / hz));
      }
    }
    if (refused > 0) {
      throw new InputException("a slow subscriber of " + topic.name() + " refused " + refused
          + " of " + count + " messages; give a lower --hz");
    }
  }

  /** Over a network a link is there a moment after the other end is seen. */
  private void awaitSubscriber(WireTopic topic) throws InterruptedException {
    long startNs = System.nanoTime();
    while (look().ofTopic(topic.name(), Direction.SUBSCRIBES).stream()
        .noneMatch(end -> end.topic().schemaHash() == topic.schemaHash())) {
      if (System.nanoTime() - startNs > MATCH_NS) {
        throw new InputException(
            "nobody subscribes to " + topic.name() + ", so nothing was published");
      }
      Thread.sleep(MATCH_LOOK_MS);
    }
    Thread.sleep(LINK_MS);
  }

  @Override
  public void close() {
    wire.close();
  }
}
