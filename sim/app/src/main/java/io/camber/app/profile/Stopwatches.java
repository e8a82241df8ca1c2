package io.camber.app.profile;

import io.camber.app.simulation.NodeBodies;
import io.camber.bus.node.NodeBody;
import io.camber.bus.node.NodeCall;
import io.camber.bus.node.NodeReply;
import io.camber.bus.node.NodeSpec;
import io.camber.bus.node.RunTerms;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Nodes in this process, one at a time, with a stopwatch at each of the car's. */
public final class Stopwatches implements NodeBodies {
  private static final double MS = 1e-6;

  /** Calls before this many are not counted: their code is not compiled yet. */
  private final int warmUp;

  private final Map<String, List<Double>> times = new LinkedHashMap<>();

  public Stopwatches(int warmUp) {
    this.warmUp = warmUp;
  }

  @Override
  public void begin(List<NodeSpec> nodes) {}

  @Override
  public NodeBody body(NodeSpec spec, RunTerms terms) {
    NodeBody body = HERE.body(spec, terms);
    return spec.essential()
        ? body
        : new Timed(body, times.computeIfAbsent(spec.name(), name -> new ArrayList<>()));
  }

  @Override
  public int threads(int wanted, int nodes) {
    return 1;
  }

  @Override
  public void close() {}

  /** What was measured. */
  public List<NodeProfile.Times> times() {
    List<NodeProfile.Times> all = new ArrayList<>();
    times.forEach((node, measured) -> {
      List<Double> ms =
          new ArrayList<>(measured.subList(Math.min(warmUp, measured.size()), measured.size()));
      Collections.sort(ms);
      if (!ms.isEmpty()) {
        all.add(new NodeProfile.Times(
            node, ms.size(), at(ms, 0.5), at(ms, 0.95), at(ms, 0.99), at(ms, 1.0)));
      }
    });
    return all;
  }

  private static double at(List<Double> sorted, double share) {
    return sorted.get(Math.min(sorted.size() - 1, (int) (share * sorted.size())));
  }

  private record Timed(NodeBody body, List<Double> ms) implements NodeBody {
    @Override
    public Started start(long timeNs) {
      return body.start(timeNs);
    }

    @Override
    public NodeReply call(NodeCall call) {
      long startNs = System.nanoTime();
      NodeReply reply = body.call(call);
      if (!reply.outgoing().isEmpty()) {
        ms.add((System.nanoTime() - startNs) * MS);
      }
      return reply;
    }

    @Override
    public NodeReply finish(long timeNs) {
      return body.finish(timeNs);
    }
  }
}
