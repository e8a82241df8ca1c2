package io.camber.evaluation.pose;

import io.camber.evaluation.accuracy.PoseComparison;
import io.camber.evaluation.accuracy.PoseError;
import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.Owner;
import io.camber.evaluation.judgement.TimeSeries;
import io.camber.evaluation.situation.Measure;
import io.camber.evaluation.situation.Situation;
import io.camber.evaluation.statistics.Samples;
import io.camber.geometry.Vec2;
import io.camber.sensing.GnssFix;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How far the estimate drifts while no satellite fix comes for more than a second, and how long it takes to come back. Drift is how
 * much the error, a vector of the map, has changed since the last fix; the estimate has come back when its error is less than
 * before the outage or 0.1 m more. Poses must come in the order of their times.
 */
public final class OutageMeasure implements Measure {
  private static final double NS = 1e-9;
  private static final long SILENCE_NS = 1_000_000_000L;
  private static final int[] AFTER_S = {10, 30, 60};
  private static final double RECOVERED_M = 0.1;

  /** A share of less way than this is noise. */
  private static final double WAY_M_MIN = 20.0;

  private final SortedMap<Integer, Samples> drifts = new TreeMap<>();
  private final Samples lengthsS = new Samples();
  private final Samples ends = new Samples();
  private final Samples shares = new Samples();
  private final Samples recoveriesS = new Samples();
  private int lostForGood;
  private boolean heard;
  private long fixNs = Long.MIN_VALUE;
  private @Nullable PoseComparison latest;
  private @Nullable Outage outage;
  private @Nullable Recovery recovery;

  /** An outage that goes on. */
  private static final class Outage {
    private final long sinceNs;
    private final Vec2 start;
    private final double errorM;
    private double driftM;
    private double wayM;
    private long lastNs;

    Outage(long sinceNs, Vec2 start) {
      this.sinceNs = sinceNs;
      this.start = start;
      errorM = start.length();
      lastNs = sinceNs;
    }
  }

  /** After an outage. */
  private record Recovery(long sinceNs, double errorM) {}

  /** Error of the last estimate by the newest fix. */
  private Vec2 atFix = new Vec2(Double.NaN, Double.NaN);

  /** Takes in what the receiver tells. */
  public void update(GnssFix fix) {
    heard = true;
    if (fix.timeNs() <= fixNs) {
      return;
    }
    fixNs = fix.timeNs();
    end(true);
    atFix = latest == null ? atFix : error(latest);
  }

  /** Takes in an estimate. */
  public void update(PoseComparison comparison) {
    long timeNs = comparison.pose().timeNs();
    boolean isSilent = heard && timeNs - fixNs > SILENCE_NS;
    Outage now = outage;
    if (isSilent && now == null && Double.isFinite(atFix.x())) {
      now = new Outage(fixNs, atFix);
      outage = now;
      giveUp();
    }
    if (now != null) {
      follow(now, comparison);
    }
    Recovery after = recovery;
    if (after != null
        && timeNs >= after.sinceNs()
        && error(comparison).length() <= after.errorM() + RECOVERED_M) {
      recoveriesS.add((timeNs - after.sinceNs()) * NS);
      recovery = null;
    }
    latest = comparison;
  }

  private void follow(Outage now, PoseComparison comparison) {
    long timeNs = comparison.pose().timeNs();
    now.driftM = error(comparison).distanceTo(now.start);
    now.wayM += Math.abs(comparison.ego().speedMps()) * (timeNs - now.lastNs) * NS;
    for (int seconds : AFTER_S) {
      long atNs = now.sinceNs + seconds * 1_000_000_000L;
      if (now.lastNs < atNs && timeNs >= atNs) {
        drifts.computeIfAbsent(seconds, unseen -> new Samples()).add(now.driftM);
      }
    }
    now.lastNs = timeNs;
  }

  /** In the axes of the map. */
  private static Vec2 error(PoseComparison comparison) {
    PoseError error = comparison.error();
    double yaw = comparison.ego().mapFromReference().yaw();
    double cos = StrictMath.cos(yaw);
    double sin = StrictMath.sin(yaw);
    return new Vec2(
        cos * error.longitudinalM() - sin * error.lateralM(),
        sin * error.longitudinalM() + cos * error.lateralM());
  }

  private void end(boolean isHeardAgain) {
    Outage over = outage;
    if (over == null) {
      return;
    }
    outage = null;
    lengthsS.add((over.lastNs - over.sinceNs) * NS);
    ends.add(over.driftM);
    if (over.wayM >= WAY_M_MIN) {
      shares.add(over.driftM / over.wayM);
    }
    recovery = isHeardAgain ? new Recovery(fixNs, over.errorM) : null;
  }

  private void giveUp() {
    lostForGood += recovery == null ? 0 : 1;
    recovery = null;
  }

  @Override
  public void update(Situation situation, TimeSeries series) {
    Outage now = outage;
    if (now != null) {
      series.put("outageDrift", now.driftM);
    }
  }

  @Override
  public void report(Findings findings) {
    end(false);
    giveUp();
    String none = heard ? "satellites were heard all the time" : "no satellite fix was ever heard";
    add(findings, "localization.outage.lengthMax", lengthsS.max(), "s", none);
    for (int seconds : AFTER_S) {
      add(
          findings,
          "localization.outage.drift." + seconds + "s",
          drifts.getOrDefault(seconds, new Samples()).max(),
          "m",
          lengthsS.size() == 0 ? none : "no outage lasted " + seconds + " s");
    }
    add(findings, "localization.outage.drift.end", ends.max(), "m", none);
    String brief = "the ego went less than 20 m in an outage";
    add(
        findings,
        "localization.outage.driftShare",
        shares.max(),
        "1",
        lengthsS.size() == 0 ? none : brief);
    String never = lengthsS.size() == 0 ? none : "no outage ended and was recovered from";
    add(findings, "localization.outage.recoveryMax", recoveriesS.max(), "s", never);
    int ended = recoveriesS.size() + lostForGood;
    add(
        findings,
        "localization.outage.unrecovered",
        ended == 0 ? Double.NaN : lostForGood,
        "1",
        lengthsS.size() == 0 ? none : "no outage ended");
  }

  private static void add(
      Findings findings, String name, double value, String unit, String reason) {
    Metric.Better better = name.endsWith("lengthMax") ? Metric.Better.NEITHER : Metric.Better.LOWER;
    findings.add(Metric.free(name, value, unit, Owner.LOCALIZATION, better).because(reason));
  }
}
