package io.camber.evaluation.accuracy;

import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.Owner;
import io.camber.evaluation.judgement.TimeSeries;
import io.camber.evaluation.situation.Measure;
import io.camber.evaluation.situation.Situation;
import io.camber.evaluation.situation.StopAhead;
import io.camber.scene.SignalColor;
import io.camber.scene.SignalState;
import io.camber.scene.SignalStates;
import io.camber.truth.SignalTruth;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The lights that the ego comes to next: from how far they are told rightly first, metres from the front bumper to the stop line, and
 * whether what was told last is right, ten times a second.
 */
public final class SignalRangeMeasure implements Measure {
  private final SortedMap<String, SignalColor> seen = new TreeMap<>();
  private final SortedMap<String, Double> firstM = new TreeMap<>();
  private final SortedSet<String> met = new TreeSet<>();
  private final Tally agreement = new Tally();
  private final Tally known = new Tally();
  private boolean started;

  /** Takes in what the stack published. */
  public void update(SignalStates states) {
    started = true;
    for (SignalState state : states.signals()) {
      seen.put(state.signalId(), state.color());
    }
  }

  @Override
  public void update(Situation situation, TimeSeries series) {
    if (situation.stop().isEmpty()) {
      return;
    }
    StopAhead stop = situation.stop().get();
    for (String id : stop.signalIds()) {
      met.add(id);
      count(id, situation.frame().signals());
      if (!firstM.containsKey(id) && isRight(id, situation.frame().signals())) {
        firstM.put(id, stop.distanceM());
      }
    }
  }

  private void count(String id, List<SignalTruth> signals) {
    SignalColor color = seen.get(id);
    boolean isKnown = color != null && color != SignalColor.UNKNOWN;
    if (started) {
      known.add(isKnown);
    }
    if (isKnown) {
      agreement.add(isRight(id, signals));
    }
  }

  private boolean isRight(String id, List<SignalTruth> signals) {
    SignalColor color = seen.get(id);
    for (SignalTruth signal : signals) {
      if (signal.signalId().equals(id)) {
        return signal.color() == color;
      }
    }
    return false;
  }

  @Override
  public void report(Findings findings) {
    String none = started ? "no light stood on the ego's way" : "no light was seen";
    double least = firstM.values().stream().mapToDouble(it -> it).min().orElse(Double.NaN);
    findings.add(Metric.free(
            "signals.firstCorrectRangeMin", least, "m", Owner.PERCEPTION, Metric.Better.HIGHER)
        .because(none));
    higher(findings, "signals.next.agreement", agreement.share(), none);
    higher(findings, "signals.next.knownShare", known.share(), none);
    findings.add(Metric.free(
            "signals.neverCorrect",
            started && !met.isEmpty() ? met.size() - firstM.size() : Double.NaN,
            "1",
            Owner.PERCEPTION,
            Metric.Better.LOWER)
        .because(none));
  }

  private static void higher(Findings findings, String name, double value, String none) {
    findings.add(
        Metric.free(name, value, "1", Owner.PERCEPTION, Metric.Better.HIGHER).because(none));
  }
}
