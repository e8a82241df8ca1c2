package io.camber.jury.comparison;

import java.util.List;

/** What came of a gate, rule by rule. */
public record GateResult(String name, List<Row> rows) {
  public GateResult {
    rows = List.copyOf(rows);
  }

  /**
   * One rule.
   *
   * @param verdict BETTER or UNCHANGED when it holds, WORSE when it is broken, INCONCLUSIVE when there are too few runs to tell
   */
  public record Row(String metric, String rule, Verdict verdict, String detail) {}

  /** Worse when a rule is broken, inconclusive when one could not be decided. */
  public Verdict verdict() {
    Verdict worst = Verdict.UNCHANGED;
    for (Row row : rows) {
      if (row.verdict() == Verdict.WORSE) {
        return Verdict.WORSE;
      }
      boolean open = row.verdict() == Verdict.INCONCLUSIVE;
      worst = open || (worst == Verdict.UNCHANGED && row.verdict() == Verdict.BETTER)
          ? row.verdict()
          : worst;
    }
    return worst;
  }
}
