package io.camber.jury.suite;

import io.camber.evaluation.judgement.Outcome;
import io.camber.jury.statistics.EventRate;
import java.util.Locale;

/** What a suite says, for a terminal and as Markdown. */
public final class SuiteText {
  private SuiteText() {}

  public static String of(SuiteResult result) {
    StringBuilder text = new StringBuilder(String.format(
        Locale.ROOT,
        "suite %s: %d runs, %d pass, %d fail, %d error, %d invalid, %.2f miles%n",
        result.suite(),
        result.runs().runs().size(),
        result.count(Outcome.PASS),
        result.count(Outcome.FAIL),
        result.count(Outcome.ERROR),
        result.count(Outcome.INVALID),
        result.interventions().miles()));
    if (!result.undriven().isEmpty()) {
      text.append("  never driven, every run is invalid: ")
          .append(String.join(", ", result.undriven()))
          .append('\n');
    }
    if (!result.unsteady().isEmpty()) {
      text.append("  came out otherwise when driven again: ")
          .append(String.join(", ", result.unsteady()))
          .append('\n');
    }
    result.notes().forEach(note -> text.append("  ").append(note).append('\n'));
    for (Ladder.Rung rung : result.ladder().rungs()) {
      text.append(String.format(Locale.ROOT, "  %s%n", rung.level()));
      for (Ladder.Figure figure : rung.figures()) {
        text.append(String.format(
            Locale.ROOT,
            "    %-34s %10.4g%s   worst %.4g in %s (%d runs)%n",
            figure.metric(),
            figure.mean(),
            figure.unit().equals("1") ? "" : " " + figure.unit(),
            figure.worst(),
            figure.worstRun(),
            figure.runs()));
      }
    }
    text.append(interventions(result.interventions()));
    Interventions.byTag(result.runs())
        .forEach((tag, rate) ->
            text.append(String.format(Locale.ROOT, "    tag %-30s %s%n", tag, rate(rate))));
    return text.toString().replace("\r\n", "\n");
  }

  private static String interventions(Interventions interventions) {
    StringBuilder text = new StringBuilder(
        String.format(Locale.ROOT, "  miles per intervention: %s%n", rate(interventions.total())));
    for (Interventions.Trigger one : interventions.byTrigger()) {
      text.append(String.format(
          Locale.ROOT,
          "    %-34s %3.0f%s%n",
          one.metric(),
          one.events(),
          one.counted() ? "  " + rate(interventions.of(one)) : " (not counted)"));
    }
    return text.toString();
  }

  /** Miles per event with the exact interval. */
  public static String rate(EventRate rate) {
    if (rate.exposure() <= 0.0) {
      return "nothing driven";
    }
    return rate.events() == 0.0
        ? String.format(
            Locale.ROOT,
            "more than %s (none in %.2f miles, 95 %%)",
            three(rate.betweenMin()),
            rate.exposure())
        : String.format(
            Locale.ROOT,
            "%s (95 %%: %s to %s; %s in %.2f miles)",
            three(rate.between()),
            three(rate.betweenMin()),
            three(rate.betweenMax()),
            number(rate.events()),
            rate.exposure());
  }

  private static String three(double value) {
    return String.format(Locale.ROOT, value >= 1000.0 ? "%,.0f" : "%.3g", value);
  }

  /** Counts are whole; sums of shares of the blame need not be. */
  private static String number(double events) {
    return String.format(Locale.ROOT, events == Math.rint(events) ? "%.0f" : "%.3g", events);
  }
}
