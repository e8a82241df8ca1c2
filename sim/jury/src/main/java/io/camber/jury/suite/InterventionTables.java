package io.camber.jury.suite;

import io.camber.jury.attribution.Component;
import io.camber.jury.page.HtmlTable;
import io.camber.jury.result.RunSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Miles per intervention on the page of a suite. */
final class InterventionTables {
  private InterventionTables() {}

  /** By what made the safety driver take over. That is not who is to blame. */
  static String byTrigger(Interventions all) {
    HtmlTable table = new HtmlTable(List.of("trigger", "#interventions", "miles per intervention"));
    for (Interventions.Trigger one : all.byTrigger()) {
      table.row(
          one.counted() && one.events() > 0.0 ? "bad" : "",
          List.of(
              one.metric(),
              String.format(Locale.ROOT, "%.0f", one.events()),
              one.counted() ? SuiteText.rate(all.of(one)) : "not counted"));
    }
    return table.toHtml();
  }

  /** By who is to blame, as far as that was asked; without an intervention the bound holds for every component. */
  static String byBlame(RunSet runs, Map<String, BlameShares> findings) {
    BlameRates rates = BlameRates.of(runs, findings);
    HtmlTable table =
        new HtmlTable(List.of("component", "owner", "#sum of shares", "miles per intervention"));
    int open = rates.events() - rates.asked();
    for (Component component : Component.values()) {
      row(table, rates, component.label(), component.owner().label(), open);
    }
    if (rates.shares().containsKey(BlameRates.NOBODY)) {
      row(table, rates, BlameRates.NOBODY, "", open);
    }
    return "<p>" + asked(rates, open) + "</p>" + table.toHtml();
  }

  private static String asked(BlameRates rates, int open) {
    if (rates.events() == 0) {
      return "No intervention was counted, so the same bound holds for every component.";
    }
    return "camber blame was asked about " + rates.asked() + " of " + rates.events()
        + " interventions"
        + (open == 0
            ? "."
            : "; the other " + open
                + " are in no row. Ask with <code>camber blame</code> and the folder of each run (the links below lead"
                + " there), then give the command of the suite again.");
  }

  private static void row(
      HtmlTable table, BlameRates rates, String component, String owner, int open) {
    double sum = rates.shares().getOrDefault(component, 0.0);
    table.row(
        sum > 0.0 ? "bad" : open > 0 ? "quiet" : "",
        List.of(
            component,
            owner,
            String.format(Locale.ROOT, "%.2f", sum),
            rates
                .rate(component)
                .map(SuiteText::rate)
                .orElse("none until the other " + open + " are asked about")));
  }

  /** By what the scenarios have in common; empty without tags. */
  static String byTag(RunSet runs) {
    if (runs.tags().scenarios().isEmpty()) {
      return "";
    }
    HtmlTable table = new HtmlTable(List.of("tag", "#runs", "miles per intervention"));
    Interventions.byTag(runs)
        .forEach((tag, rate) -> table.row(
            rate.events() > 0.0 ? "bad" : "",
            List.of(tag, String.valueOf(runs.tagged(tag).runs().size()), SuiteText.rate(rate))));
    return table.toHtml();
  }
}
