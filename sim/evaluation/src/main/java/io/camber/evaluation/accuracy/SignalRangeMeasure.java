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

/** From how far the light that the ego comes to next is told rightly first: metres from the front bumper to its stop line. */
public final class SignalRangeMeasure implements Measure {
  private final SortedMap<String, SignalColor> seen = new TreeMap<>();
  private final SortedMap<String, Double> firstM = new TreeMap<>();
  private final SortedSet<String> met = new TreeSet<>();
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
      if (!firstM.containsKey(id) && isRight(id, situation.frame().signals())) {
        firstM.put(id, stop.distanceM());
      }
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
    findings.add(Metric.free(
            "signals.neverCorrect",
            started && !met.isEmpty() ? met.size() - firstM.size() : Double.NaN,
            "1",
            Owner.PERCEPTION,
            Metric.Better.LOWER)
        .because(none));
  }
}
