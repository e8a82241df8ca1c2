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
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Perceived against true traffic lights, message by message, at the time of the image. */
public final class SignalMeasure {
  private static final String[][] PAIRS = pairs();

  private final Tally agreement = new Tally();
  private final Tally known = new Tally();
  private final SortedMap<String, Integer> confusion = new TreeMap<>();
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
    confusion.forEach((pair, count) -> findings.add(Metric.free(
        "signals.confusion." + pair, count, "1", Owner.PERCEPTION, Metric.Better.NEITHER)));
    events.events().forEach(findings::add);
  }

  private void compare(long timeNs, SignalState state, SignalColor actual) {
    confusion.merge(PAIRS[actual.ordinal()][state.color().ordinal()], 1, Integer::sum);
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

  /** What is said of what is: names by both. */
  private static String[][] pairs() {
    SignalColor[] colors = SignalColor.values();
    String[][] pairs = new String[colors.length][colors.length];
    for (SignalColor actual : colors) {
      for (SignalColor seen : colors) {
        pairs[actual.ordinal()][seen.ordinal()] = label(actual) + "." + label(seen);
      }
    }
    return pairs;
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
