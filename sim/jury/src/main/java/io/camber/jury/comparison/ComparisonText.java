package io.camber.jury.comparison;

import io.camber.jury.result.RunKey;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A comparison as Markdown, which also reads well in a terminal. */
public final class ComparisonText {
  private static final int NAMED_MAX = 12;
  private static final int METRICS_MAX = 25;

  private ComparisonText() {}

  public static String of(Comparison comparison) {
    StringBuilder text = new StringBuilder();
    int changed = comparison.changed().size();
    text.append(String.format(
        Locale.ROOT,
        "# %s against %s: %s%n%nBehaviour changed in %d of %d pairs of runs (by hash).%n",
        comparison.after(),
        comparison.before(),
        comparison.verdict().label(),
        changed,
        comparison.pairs().size()));
    comparison
        .setups()
        .forEach(setup -> text.append("Made otherwise in ").append(setup).append(".\n"));
    if (changed > 0) {
      text.append(outcomes(comparison)).append(owners(comparison)).append(metrics(comparison));
    }
    comparison.gate().ifPresent(gate -> text.append(gate(gate)));
    return text.toString().replace("\r\n", "\n");
  }

  private static String outcomes(Comparison comparison) {
    return String.format(
            Locale.ROOT,
            "Outcome: %d broken, %d fixed, McNemar over scenarios p = %.3g.%n",
            comparison.broken().size(),
            comparison.fixed().size(),
            comparison.outcomePValue())
        + lost(comparison.lost())
        + list("Broken", comparison.broken())
        + list("Fixed", comparison.fixed());
  }

  private static String lost(List<Pair> lost) {
    return lost.isEmpty()
        ? ""
        : lost.size() + " of them drove before and now end in an error or make no scenario: they"
            + " have no figures and are in no mean below.\n";
  }

  private static String list(String title, List<Pair> pairs) {
    StringBuilder text = new StringBuilder();
    for (Pair pair : pairs.stream().limit(NAMED_MAX).toList()) {
      RunKey key = pair.after().key();
      text.append(String.format(
          Locale.ROOT, "- %s: %s: %s%n", title, key.text(), pair.after().reason()));
    }
    if (pairs.size() > NAMED_MAX) {
      text.append("- and ").append(pairs.size() - NAMED_MAX).append(" more\n");
    }
    return text.toString();
  }

  private static String owners(Comparison comparison) {
    if (comparison.worseByOwner().isEmpty()) {
      return "";
    }
    return "\nWorse by owner: "
        + comparison.worseByOwner().entrySet().stream()
            .map(one -> one.getKey().label() + " " + one.getValue().size())
            .collect(Collectors.joining(", "))
        + ".\n";
  }

  private static String metrics(Comparison comparison) {
    List<MetricChange> moved = comparison.metrics().stream()
        .filter(one -> one.verdict() != Verdict.UNCHANGED)
        .toList();
    int judged = (int)
        moved.stream().filter(one -> one.verdict() != Verdict.INCONCLUSIVE).count();
    // worst first: whatever has a verdict is shown, however many there are
    List<MetricChange> shown =
        moved.subList(0, Math.min(moved.size(), Math.max(judged, METRICS_MAX)));
    StringBuilder text = new StringBuilder();
    text.append(
        "\n| metric | owner | pairs | before | after | difference | 95 % interval | p | verdict |\n");
    text.append("|---|---|---:|---:|---:|---:|---|---:|---|\n");
    for (MetricChange one : shown) {
      text.append(String.format(
          Locale.ROOT,
          "| %s%s | %s | %d%s | %.4g | %.4g | %+.3g | %s | %.2g | %s |%n",
          one.name(),
          one.unit().equals("1") ? "" : " [" + one.unit() + "]",
          one.owner().label(),
          one.pairs(),
          Numbers.oneSided(one),
          one.before(),
          one.after(),
          one.difference(),
          Numbers.interval(one),
          one.pValue(),
          one.verdict() == Verdict.WORSE ? "**worse**" : one.verdict().label()));
    }
    int more = moved.size() - shown.size();
    return text + (more > 0 ? "\n" + more + " more metrics moved without a verdict.\n" : "");
  }

  private static String gate(GateResult gate) {
    StringBuilder text = new StringBuilder();
    String word = switch (gate.verdict()) {
      case WORSE -> "broken";
      case INCONCLUSIVE -> "not decided";
      case BETTER, UNCHANGED -> "passed";
    };
    text.append("\n## Gate ").append(gate.name()).append(": ").append(word).append("\n\n");
    text.append("| metric | rule | verdict | detail |\n|---|---|---|---|\n");
    for (GateResult.Row row : gate.rows()) {
      String verdict = row.verdict() == Verdict.WORSE
          ? "**broken**"
          : row.verdict() == Verdict.INCONCLUSIVE ? "too few runs to tell" : "kept";
      text.append("| ")
          .append(row.metric())
          .append(" | ")
          .append(row.rule())
          .append(" | ")
          .append(verdict)
          .append(" | ")
          .append(row.detail())
          .append(" |\n");
    }
    return text.toString();
  }
}
