package io.camber.evaluation.intervention;

import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.KeyEvent;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.Owner;
import io.camber.evaluation.judgement.TimeSeries;
import java.util.Optional;

/**
 * At which events a safety driver takes over, the same for suites (stop mode: the first event ends the count of a drive) and for
 * campaigns. Standing still (T7) and harshness (T8) are no matter of safety; T4 asks for gaps that nobody keeps.
 */
public final class TakeOverRule {
  /** Number of the trigger of a drive's first event, such as 2 for T2; absent when there was none. */
  public static final String TRIGGER = "stop.trigger";

  /** When that was, in seconds. */
  public static final String TIME = "stop.timeS";

  /** Way up to it in metres, or the way of the whole drive. */
  public static final String DISTANCE = "stop.distance";

  private static final String NOBODY = "nobody would have taken over";
  private static final double NS = 1e-9;

  private TakeOverRule() {}

  /** The code of the trigger that a kind of event stands for, such as {@code T1}; empty when nobody takes over. */
  public static String trigger(String kind) {
    return switch (kind) {
      case "T1", "T2", "T3", "T5", "T6" -> kind;
      case "collision" -> "T1";
      case "off-road", "wrong-way" -> "T2";
      case "red-light" -> "T3";
      case "node-failed" -> "T5";
      default -> "";
    };
  }

  /** Whether a code such as {@code T4} is of one that takes over. */
  public static boolean isCounted(String code) {
    return trigger(code).equals(code);
  }

  /** Whether the event makes a safety driver take over. */
  public static boolean takesOver(KeyEvent event) {
    return event.severity() == KeyEvent.Severity.HARD && !trigger(event.kind()).isEmpty();
  }

  /** Adds the first event of a drive and the way up to it. To be asked when everything else has been reported. */
  public static void report(Findings findings, TimeSeries series) {
    Optional<KeyEvent> first =
        findings.events().stream().filter(TakeOverRule::takesOver).findFirst();
    double share = first.map(event -> share(series, event.timeNs())).orElse(1.0);
    double whole = findings.metrics().stream()
        .filter(metric -> metric.name().equals("progress.distance"))
        .mapToDouble(metric -> metric.value().orElse(Double.NaN))
        .findFirst()
        .orElse(Double.NaN);
    double trigger =
        first.map(event -> Double.valueOf(trigger(event.kind()).substring(1))).orElse(Double.NaN);
    double timeS = first.map(event -> event.timeNs() * NS).orElse(Double.NaN);
    add(findings, TRIGGER, trigger, "1");
    add(findings, TIME, timeS, "s");
    add(findings, DISTANCE, whole * share, "m");
  }

  private static void add(Findings findings, String name, double value, String unit) {
    findings.add(
        Metric.free(name, value, unit, Owner.SYSTEM, Metric.Better.NEITHER).because(NOBODY));
  }

  /** Of the way, that up to a time, by the speed. */
  private static double share(TimeSeries series, long untilNs) {
    double[] speeds = series.column("speed");
    double before = 0.0;
    double whole = 0.0;
    for (int row = 1; row < series.size(); row++) {
      double speed = Double.isNaN(speeds[row - 1]) ? 0.0 : Math.abs(speeds[row - 1]);
      long from = series.timeNs(row - 1);
      whole += speed * (series.timeNs(row) - from);
      before += speed * Math.max(0L, Math.min(series.timeNs(row), untilNs) - from);
    }
    return whole > 0.0 ? before / whole : 1.0;
  }
}
