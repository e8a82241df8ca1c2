package io.camber.app.rig;

import io.camber.bus.Topic;
import io.camber.bus.transport.Bell;
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

/** A guest on a bus that looks, listens and speaks for people at a terminal. */
public final class BusProbe implements AutoCloseable {
  private static final long LOOK_NS = 50_000_000L;

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

  /** Publishes encoded messages on a topic at a rate. */
  public void publish(Topic<?> topic, byte[] payload, int count, double hz)
      throws InterruptedException {
    WireHeader header = new WireHeader();
    try (WireWriter writer = wire.openWriter(WireTopic.of(topic), name)) {
      for (int i = 0; i < count; i++) {
        writer.send(header.set(i, 0, 0), ByteBuffer.wrap(payload));
        Thread.sleep(Math.round(1e3 / hz));
      }
    }
  }

  @Override
  public void close() {
    wire.close();
  }
}
