package io.camber.app.rig.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a check found about one other side. Times in milliseconds.
 *
 * @param side what the other side is called
 * @param asked questions, all of which it should have answered
 * @param offsetMs by how much its clock is ahead of ours
 * @param offsetErrorMs by how much that may be wrong: half of the quickest round trip
 */
public record RigReport(
    String side,
    int asked,
    int answered,
    double roundTripP50Ms,
    double roundTripP99Ms,
    double roundTripMaxMs,
    double offsetMs,
    double offsetErrorMs,
    Lateness timerHere,
    Lateness timerThere) {
  private static final double OFFSET_MS_MAX = 5.0;
  private static final double TIMER_P99_MS_MAX = 5.0;
  private static final double ROUND_TRIP_P99_MS_MAX = 10.0;
  private static final double LOST_MAX = 0.1;

  /** How late a 100 Hz timer fired. */
  public record Lateness(double p99Ms, double maxMs) {}

  /** What stands in the way of a real-time run, each with what to do; empty when nothing does. */
  public List<String> findings() {
    List<String> findings = new ArrayList<>();
    if (Math.abs(offsetMs) > OFFSET_MS_MAX + offsetErrorMs) {
      findings.add(String.format(
          Locale.ROOT,
          "clocks are %.1f ms apart (at most %.0f): synchronise them, with chrony or PTP",
          Math.abs(offsetMs),
          OFFSET_MS_MAX));
    }
    if (roundTripP99Ms > ROUND_TRIP_P99_MS_MAX) {
      findings.add(String.format(
          Locale.ROOT,
          "a round trip takes up to %.1f ms (p99, at most %.0f): use a wired or less busy network",
          roundTripP99Ms,
          ROUND_TRIP_P99_MS_MAX));
    }
    if (asked - answered > LOST_MAX * asked) {
      findings.add(String.format(
          Locale.ROOT,
          "%d of %d questions or answers were lost: look for a full queue or a bad link",
          asked - answered,
          asked));
    }
    addTimer(findings, "this host", timerHere);
    addTimer(findings, side, timerThere);
    return findings;
  }

  private static void addTimer(List<String> findings, String where, Lateness timer) {
    if (timer.p99Ms() > TIMER_P99_MS_MAX) {
      findings.add(String.format(
          Locale.ROOT,
          "timers of %s fire up to %.1f ms late (p99, at most %.0f): fewer processes or more cores",
          where,
          timer.p99Ms(),
          TIMER_P99_MS_MAX));
    }
  }
}
