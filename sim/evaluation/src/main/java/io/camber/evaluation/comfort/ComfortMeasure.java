package io.camber.evaluation.comfort;

import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.KeyEvent;
import io.camber.evaluation.judgement.Limit;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.Owner;
import io.camber.evaluation.judgement.TimeSeries;
import io.camber.evaluation.situation.Measure;
import io.camber.evaluation.situation.Situation;
import io.camber.evaluation.statistics.Samples;
import io.camber.geometry.Angles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Comfort bounds of nuPlan over smoothed signals, and shares of time inside tighter ones of our own. */
public final class ComfortMeasure implements Measure {
  /** Fewer samples say nothing about jerk. */
  private static final int SAMPLES_MIN = 5;

  private static final double HARD_MPS2 = -3.0;
  private static final double STANDING_MPS = 0.1;

  /** Half a second at the metric rate. */
  private static final int LAST_SAMPLES = 5;

  private static final double WAY_M_MIN = 50.0;

  private final double stepS;
  private final List<Long> timesNs = new ArrayList<>();
  private final Samples accels = new Samples();
  private final Samples speeds = new Samples();
  private final Samples yawRates = new Samples();
  private final Samples yaws = new Samples();
  private double lastYaw;
  private double centerOffsetM;

  /** @param stepS time between samples */
  public ComfortMeasure(double stepS) {
    this.stepS = stepS;
  }

  @Override
  public void update(Situation situation, TimeSeries series) {
    double yaw = situation.footprint().center().yaw();
    lastYaw = timesNs.isEmpty() ? yaw : lastYaw + Angles.difference(yaw, Angles.wrap(lastYaw));
    timesNs.add(situation.timeNs());
    accels.add(situation.ego().accelMps2());
    speeds.add(situation.speedMps());
    yawRates.add(situation.ego().yawRateRadps());
    yaws.add(lastYaw);
    centerOffsetM = situation.ego().centerOffsetM();
    series.put("accel", situation.ego().accelMps2());
    series.put("lateralAccel", situation.lateralAccelMps2());
  }

  @Override
  public void report(Findings findings) {
    if (timesNs.size() < SAMPLES_MIN) {
      findings.add(bounded("comfort.score", Double.NaN, "1", Limit.atLeast(1.0)));
      return;
    }
    ComfortSignals signals = signals();
    List<Metric> bounds = List.of(
        bounded(
            "comfort.accelMin",
            min(signals.accelMps2()),
            "m/s2",
            Limit.atLeast(ComfortBounds.ACCEL_MPS2_MIN)),
        bounded(
            "comfort.accelMax",
            max(signals.accelMps2()),
            "m/s2",
            Limit.atMost(ComfortBounds.ACCEL_MPS2_MAX)),
        bounded(
            "comfort.lateralAccelMax",
            maxAbs(signals.lateralAccelMps2()),
            "m/s2",
            Limit.atMost(ComfortBounds.LATERAL_ACCEL_MPS2_MAX)),
        bounded(
            "comfort.yawRateMax",
            maxAbs(signals.yawRateRadps()),
            "rad/s",
            Limit.atMost(ComfortBounds.YAW_RATE_RADPS_MAX)),
        bounded(
            "comfort.yawAccelMax",
            maxAbs(signals.yawAccelRadps2()),
            "rad/s2",
            Limit.atMost(ComfortBounds.YAW_ACCEL_RADPS2_MAX)),
        bounded(
            "comfort.jerkMax",
            maxAbs(signals.jerkMps3()),
            "m/s3",
            Limit.atMost(ComfortBounds.JERK_MPS3_MAX)),
        bounded(
            "comfort.jerkVectorMax",
            maxAbs(signals.jerkVectorMps3()),
            "m/s3",
            Limit.atMost(ComfortBounds.JERK_VECTOR_MPS3_MAX)));
    boolean all = bounds.stream().allMatch(Metric::isWithinLimit);
    findings.add(bounded("comfort.score", all ? 1.0 : 0.0, "1", Limit.atLeast(1.0)));
    bounds.forEach(findings::add);
    findings.add(Metric.free(
        "comfort.timeShareCalm", calmShare(signals), "1", Owner.PLANNING, Metric.Better.HIGHER));
    findings.add(
        Metric.free("comfort.accelRms", accels.rms(), "m/s2", Owner.PLANNING, Metric.Better.LOWER));
    Samples jerk = new Samples();
    for (double each : signals.jerkMps3()) {
      jerk.add(Math.abs(each));
    }
    findings.add(Metric.free(
        "comfort.jerk.p95", jerk.quantile(0.95), "m/s3", Owner.PLANNING, Metric.Better.LOWER));
    reportBraking(findings);
    reportHarshMoments(signals, findings);
  }

  /** Smoothed longitudinal jerk, one value per update; empty for very short drives. */
  public double[] jerkMps3() {
    return timesNs.size() < SAMPLES_MIN ? new double[0] : signals().jerkMps3();
  }

  /** The centre's acceleration is that of the reference point plus the turning of the arm between them. */
  private ComfortSignals signals() {
    int count = timesNs.size();
    double[] rates = yawRates.toArray();
    double[] along = accels.toArray();
    double[] across = speeds.toArray();
    for (int i = 0; i < count; i++) {
      int before = Math.max(0, i - 1);
      int after = Math.min(count - 1, i + 1);
      double turning = (rates[after] - rates[before]) / (Math.max(1, after - before) * stepS);
      along[i] -= rates[i] * rates[i] * centerOffsetM;
      across[i] = across[i] * rates[i] + turning * centerOffsetM;
    }
    return new ComfortSignals(along, across, yaws.toArray(), stepS);
  }

  /** Brakings harder than 3 m/s2 by way driven, and the jolt of coming to rest. */
  private void reportBraking(Findings findings) {
    double[] speed = speeds.toArray();
    double[] accel = accels.toArray();
    int brakings = 0;
    double way = 0.0;
    double jolt = Double.NaN;
    for (int i = 0; i < speed.length; i++) {
      way += Math.abs(speed[i]) * stepS;
      brakings += accel[i] < HARD_MPS2 && (i == 0 || accel[i - 1] >= HARD_MPS2) ? 1 : 0;
      boolean stops = i > 0 && speed[i] < STANDING_MPS && speed[i - 1] >= STANDING_MPS;
      for (int k = Math.max(0, i - LAST_SAMPLES); stops && k < i; k++) {
        jolt = Double.isNaN(jolt) ? Math.abs(accel[k]) : Math.max(jolt, Math.abs(accel[k]));
      }
    }
    findings.add(Metric.free(
            "comfort.hardBrakesPerKm",
            way >= WAY_M_MIN ? brakings * 1000.0 / way : Double.NaN,
            "1/km",
            Owner.PLANNING,
            Metric.Better.LOWER)
        .because("the drive is shorter than 50 m"));
    findings.add(
        Metric.free("comfort.stopDecelMax", jolt, "m/s2", Owner.PLANNING, Metric.Better.LOWER)
            .because("the ego did not come to rest"));
  }

  /** Trigger T8: a passenger would complain. */
  private void reportHarshMoments(ComfortSignals signals, Findings findings) {
    int count = 0;
    boolean was = false;
    for (int i = 0; i < timesNs.size(); i++) {
      double accel = signals.accelMps2()[i];
      double jerk = Math.abs(signals.jerkVectorMps3()[i]);
      boolean is =
          accel < ComfortBounds.ACCEL_MPS2_MIN || jerk > ComfortBounds.JERK_VECTOR_MPS3_MAX;
      if (is && !was) {
        count++;
        findings.add(new KeyEvent(
            timesNs.get(i),
            KeyEvent.Severity.WARNING,
            "T8",
            String.format(Locale.ROOT, "harsh: %.1f m/s2, jerk %.1f m/s3", accel, jerk)));
      }
      was = is;
    }
    findings.add(bounded("intervention.T8.comfort", count, "1", Limit.atMost(0.0)));
  }

  /** Share of samples inside -2.0 to 1.5 m/s2 along, 2.0 m/s2 across and 2.0 m/s3 of jerk. */
  private static double calmShare(ComfortSignals signals) {
    int calm = 0;
    for (int i = 0; i < signals.accelMps2().length; i++) {
      boolean is = signals.accelMps2()[i] >= -2.0
          && signals.accelMps2()[i] <= 1.5
          && Math.abs(signals.lateralAccelMps2()[i]) <= 2.0
          && Math.abs(signals.jerkMps3()[i]) <= 2.0;
      calm += is ? 1 : 0;
    }
    return (double) calm / signals.accelMps2().length;
  }

  private static Metric bounded(String name, double value, String unit, Limit limit) {
    return Metric.limited(name, value, unit, limit, Owner.PLANNING);
  }

  private static double min(double[] values) {
    double min = values[0];
    for (double value : values) {
      min = Math.min(min, value);
    }
    return min;
  }

  private static double max(double[] values) {
    double max = values[0];
    for (double value : values) {
      max = Math.max(max, value);
    }
    return max;
  }

  private static double maxAbs(double[] values) {
    return Math.max(max(values), -min(values));
  }
}
