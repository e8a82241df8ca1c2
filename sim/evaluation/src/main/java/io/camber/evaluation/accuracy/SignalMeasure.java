package io.camber.evaluation.accuracy;

import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.KeyEvent;
import io.camber.evaluation.judgement.Limit;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.Owner;
import io.camber.scene.SignalColor;
import io.camber.scene.SignalState;
import io.camber.scene.SignalStates;
import io.camber.truth.SignalTruth;
import io.camber.truth.TruthFrame;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Perceived against true traffic lights, message by message, at the time of the image. */
public final class SignalMeasure {
  private final Tally agreement = new Tally();
  private final Tally known = new Tally();
  private final Map<SignalColor, Map<SignalColor, Integer>> confusion =
      new EnumMap<>(SignalColor.class);
  private final Findings events = new Findings();
  private int greenWhenRed;

  /** Takes in one message; ignored when truth of its time is not at hand. */
  public void update(SignalStates states, TruthHistory truth) {
    Optional<TruthFrame> frame = truth.at(states.timeNs());
    if (frame.isEmpty()) {
      return;
    }
    for (SignalState state : states.signals()) {
      colorOf(frame.get(), state.signalId())
          .ifPresent(actual -> compare(states.timeNs(), state, actual));
    }
  }

  /** Adds metrics and events. */
  public void report(Findings findings) {
    findings.add(Metric.free(
        "signals.agreement", agreement.share(), "1", Owner.PERCEPTION, Metric.Better.HIGHER));
    findings.add(Metric.free(
        "signals.knownShare", known.share(), "1", Owner.PERCEPTION, Metric.Better.HIGHER));
    findings.add(Metric.limited(
        "signals.greenWhenRed",
        known.total() == 0 ? Double.NaN : greenWhenRed,
        "1",
        Limit.atMost(0.0),
        Owner.PERCEPTION));
    confusion.forEach((actual, told) -> told.forEach((seen, count) -> findings.add(Metric.free(
        "signals.confusion." + label(actual) + "." + label(seen),
        count,
        "1",
        Owner.PERCEPTION,
        Metric.Better.NEITHER))));
    events.events().forEach(findings::add);
  }

  private void compare(long timeNs, SignalState state, SignalColor actual) {
    confusion
        .computeIfAbsent(actual, unseen -> new EnumMap<>(SignalColor.class))
        .merge(state.color(), 1, Integer::sum);
    known.add(state.color() != SignalColor.UNKNOWN);
    if (state.color() == SignalColor.UNKNOWN) {
      return;
    }
    agreement.add(state.color() == actual);
    if (state.color() == SignalColor.GREEN && actual == SignalColor.RED) {
      greenWhenRed++;
      if (greenWhenRed == 1) {
        events.add(new KeyEvent(
            timeNs,
            KeyEvent.Severity.WARNING,
            "green-when-red",
            "light " + state.signalId() + " seen green while it is red"));
      }
    }
  }

  private static String label(SignalColor color) {
    return color.name().toLowerCase(Locale.ROOT);
  }

  private static Optional<SignalColor> colorOf(TruthFrame frame, String signalId) {
    return frame.signals().stream()
        .filter(signal -> signal.signalId().equals(signalId))
        .map(SignalTruth::color)
        .findFirst();
  }
}
