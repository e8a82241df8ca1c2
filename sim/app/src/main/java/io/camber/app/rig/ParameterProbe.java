package io.camber.app.rig;

import io.camber.app.simulation.StandardTopics;
import io.camber.bus.MalformedMessageException;
import io.camber.bus.node.NodeSpec;
import io.camber.bus.parameter.ParameterAnswer;
import io.camber.bus.parameter.ParameterRequest.Assignment;
import io.camber.bus.parameter.ParameterState;
import io.camber.bus.realtime.NodeTiming;
import io.camber.bus.realtime.RealtimeConfig;
import io.camber.bus.realtime.RealtimeExecutor;
import io.camber.bus.realtime.RunClock;
import io.camber.bus.transport.Bell;
import io.camber.bus.transport.Endpoint.Direction;
import io.camber.bus.transport.Waiting;
import io.camber.bus.transport.Wire;
import io.camber.bus.transport.WireReader;
import io.camber.bus.transport.WireTopic;
import io.camber.messages.Topics;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Reads and changes parameters on a live bus for people at a terminal. */
public final class ParameterProbe implements AutoCloseable {
  private static final long LOOK_NS = 20_000_000L;

  /** Everybody found has been heard, and nobody new turns up for so long. */
  private static final long SETTLED_NS = 300_000_000L;

  private static final long LISTEN_NS = 3_000_000_000L;
  private static final long ASK_NS = 500_000_000L;
  private static final int ASKS = 10;

  private final Wire wire;
  private final String name = "probe-" + ProcessHandle.current().pid();

  private ParameterProbe(Wire wire) {
    this.wire = wire;
  }

  public static ParameterProbe join(BusAddress address) {
    return new ParameterProbe(address.open(new WireLog()));
  }

  /** The parameters of every node that has some, by node. Empty when there is none or the bus carries none. */
  public SortedMap<String, ParameterState> states() {
    SortedMap<String, ParameterState> heard = new TreeMap<>();
    long startNs = System.nanoTime();
    long newsNs = startNs;
    try (Bell bell = wire.openBell(name, Waiting.BLOCK);
        WireReader reader = wire.openReader(WireTopic.of(Topics.PARAMETERS), name, bell)) {
      while (System.nanoTime() - startNs < LISTEN_NS) {
        int count = reader.poll((publisher, header, payload) -> keep(heard, payload), 64);
        newsNs = count > 0 ? System.nanoTime() : newsNs;
        boolean isSettled = System.nanoTime() - newsNs > SETTLED_NS;
        if (isSettled && !heard.isEmpty() && heard.keySet().containsAll(publishers())) {
          return heard;
        }
        bell.await(reader::hasMessages, LOOK_NS);
      }
    }
    return heard;
  }

  private static void keep(SortedMap<String, ParameterState> heard, java.nio.ByteBuffer payload) {
    try {
      ParameterState state = Topics.PARAMETERS.codec().decode(payload);
      heard.put(state.node(), state);
    } catch (MalformedMessageException e) {
      throw new io.camber.diagnostics.InputException(
          "somebody on the bus publishes parameters of another build: " + e.getMessage(), e);
    }
  }

  private List<String> publishers() {
    return BusView.of(wire).ofTopic(Topics.PARAMETERS.name(), Direction.PUBLISHES).stream()
        .map(end -> end.node())
        .toList();
  }

  /**
   * Asks the node until it answers, for some seconds; a change that is made twice is the same change.
   *
   * @return empty when the node does not answer
   */
  public Optional<ParameterAnswer> set(String node, List<Assignment> assignments)
      throws InterruptedException {
    BlockingQueue<Optional<ParameterAnswer>> heard = new LinkedBlockingQueue<>();
    RealtimeConfig config = new RealtimeConfig(0, false, StandardTopics.RUNTIME);
    NodeSpec asking = NodeSpec.world(name, 0, context -> self -> {
      var client = self.parametersOf(node);
      self.timer(ASK_NS, 0, timeNs -> {
        if (timeNs < ASKS * ASK_NS) {
          client.set(assignments, ASK_NS, answer -> heard.add(Optional.of(answer)), () -> {});
        } else {
          heard.add(Optional.empty());
        }
      });
    });
    try (RealtimeExecutor executor =
        RealtimeExecutor.over(wire, config, RunClock.since(RunClock.wallNs()))) {
      executor.add(asking, NodeTiming.SKIPPING);
      executor.start();
      Optional<ParameterAnswer> answer = heard.poll((ASKS + 2) * ASK_NS, TimeUnit.NANOSECONDS);
      return answer == null ? Optional.empty() : answer;
    }
  }

  @Override
  public void close() {
    wire.close();
  }
}
