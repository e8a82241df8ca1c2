package io.camber.jury.attribution;

import java.util.Locale;
import java.util.stream.Collectors;

/** An attribution as a paragraph for people. */
public final class AttributionText {
  private static final double NS = 1e-9;

  private AttributionText() {}

  /**
   * The paragraph.
   *
   * @param event what happened
   */
  public static String of(Attribution attribution, String event, long eventNs) {
    StringBuilder text =
        new StringBuilder(String.format(Locale.ROOT, "%s at %.2f s: ", event, eventNs * NS));
    switch (attribution.kind()) {
      case SINGLE ->
        text.append(attribution.butFor().get(0).label())
            .append(" is to blame: with its ideal twin alone the event does not happen.");
      case SHARED ->
        text.append(
                attribution.butFor().isEmpty()
                    ? "no twin alone avoids it, several together do: "
                    : "each of several twins alone avoids it: ")
            .append(attribution.shares().entrySet().stream()
                .map(one -> String.format(
                    Locale.ROOT, "%s %.0f %%", one.getKey().label(), 100.0 * one.getValue()))
                .collect(Collectors.joining(", ")))
            .append('.')
            .append(
                attribution.butFor().isEmpty()
                    ? ""
                    : " It began with " + attribution.origin().orElseThrow().label()
                        + ", the first in the data flow of those that still help as late as any"
                        + helps(attribution, eventNs) + ".");
      case UNAVOIDABLE ->
        text.append("it happens with every component ideal as well:"
            + " the scenario leaves no way out, or the shipped planner finds none.");
    }
    if (attribution.fixBeforeNs() >= 0) {
      text.append(String.format(
          Locale.ROOT,
          " Switching %.1f s before the event is early enough.",
          (eventNs - attribution.fixBeforeNs()) * NS));
    }
    return text.append(String.format(Locale.ROOT, " (%d drives)", attribution.drives()))
        .toString();
  }

  private static String helps(Attribution attribution, long eventNs) {
    return attribution.helpsUntilNs().isEmpty()
        ? ""
        : attribution.helpsUntilNs().entrySet().stream()
            .map(one -> String.format(
                Locale.ROOT,
                "%s %.1f s before",
                one.getKey().label(),
                (eventNs - one.getValue()) * NS))
            .collect(Collectors.joining(", ", " (", ")"));
  }
}
