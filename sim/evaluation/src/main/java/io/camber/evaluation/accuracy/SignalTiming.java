package io.camber.evaluation.accuracy;

import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.Owner;
import io.camber.evaluation.statistics.Samples;
import io.camber.scene.SignalColor;
import io.camber.scene.SignalState;
import io.camber.scene.SignalStates;
import io.camber.truth.SignalTruth;
import io.camber.truth.TruthFrame;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** How soon a change of a traffic light is seen, and how often a change is seen that never was. */
public final class SignalTiming {
  private static final double NS = 1e-9;

  private final SortedMap<String, SignalColor> actual = new TreeMap<>();
  private final SortedMap<String, Long> changedNs = new TreeMap<>();
  private final SortedMap<String, SignalColor> seen = new TreeMap<>();
  private List<SignalTruth> last = List.of();
  private final Samples latencies = new Samples();
  private int falseChanges;
  private long firstNs = -1;
  private long lastNs = -1;

  /** Takes in the world at one step; what changes before the stack drives is not waited for. */
  public void update(TruthFrame frame) {
    if (!frame.egoEngaged()) {
      changedNs.clear();
    }
    if (frame.signals().equals(last)) {
      return;
    }
    last = frame.signals();
    for (SignalTruth signal : frame.signals()) {
      SignalColor before = actual.put(signal.signalId(), signal.color());
      if (before != null && before != signal.color() && frame.egoEngaged()) {
        changedNs.put(signal.signalId(), frame.timeNs());
      }
    }
  }

  /** Takes in what the stack published at that time. */
  public void update(SignalStates states, long publishTimeNs) {
    firstNs = firstNs < 0 ? publishTimeNs : firstNs;
    lastNs = publishTimeNs;
    for (SignalState state : states.signals()) {
      if (state.color() != SignalColor.UNKNOWN) {
        see(state, publishTimeNs);
      }
    }
  }

  private void see(SignalState state, long timeNs) {
    SignalColor before = seen.put(state.signalId(), state.color());
    boolean isRight = state.color() == actual.get(state.signalId());
    Long since = changedNs.get(state.signalId());
    if (isRight && since != null && since <= timeNs) {
      changedNs.remove(state.signalId());
      latencies.add((timeNs - since) * NS);
    }
    boolean pending = since != null;
    falseChanges += before != null && before != state.color() && !isRight && !pending ? 1 : 0;
  }

  /** Adds metrics. */
  public void report(Findings findings) {
    findings.add(Metric.free(
            "signals.latency.p95",
            latencies.quantile(0.95),
            "s",
            Owner.PERCEPTION,
            Metric.Better.LOWER)
        .because("no light changed while it was seen"));
    double minutes = (lastNs - firstNs) * NS / 60.0;
    findings.add(Metric.free(
            "signals.flickerPerMinute",
            seen.isEmpty() || minutes <= 0.0 ? Double.NaN : falseChanges / minutes,
            "1/min",
            Owner.PERCEPTION,
            Metric.Better.LOWER)
        .because("no light was seen"));
  }
}
