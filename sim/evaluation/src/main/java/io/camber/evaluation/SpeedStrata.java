package io.camber.evaluation;

import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.Owner;
import io.camber.evaluation.judgement.TimeSeries;
import io.camber.evaluation.statistics.Samples;
import io.camber.evaluation.statistics.SpeedBand;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Figures of the system by how fast the ego was (METRICS 0), worked out from the time series at the end of the drive. */
final class SpeedStrata {
  private static final String SPEED = "speed";
  private static final List<Figure> FIGURES = List.of(
      lower(
          "localization.lateralBySpeed",
          "poseErrorLateral",
          SpeedStrata::p95,
          "m",
          Owner.LOCALIZATION),
      lower(
          "localization.longitudinalBySpeed",
          "poseErrorLongitudinal",
          SpeedStrata::p95,
          "m",
          Owner.LOCALIZATION),
      lower(
          "kinematics.velocityBySpeed",
          "trackVelocityError",
          Samples::mean,
          "m/s",
          Owner.PERCEPTION),
      lower("control.lateralBySpeed", "trackingLateral", SpeedStrata::p95, "m", Owner.CONTROL),
      lower("lane.offsetBySpeed", "laneOffset", SpeedStrata::p95, "m", Owner.PLANNING),
      lower("comfort.jerkBySpeed", "jerk", SpeedStrata::p95, "m/s3", Owner.PLANNING),
      least("ttc.minBySpeed", "ttc", "s"),
      least("following.timeGapMinBySpeed", "timeGap", "s"),
      least("rss.marginMinBySpeed", "safeDistanceMargin", "m"));

  private SpeedStrata() {}

  private record Figure(
      String name,
      String column,
      ToDoubleFunction<Samples> statistic,
      boolean ofSize,
      String unit,
      Owner owner,
      Metric.Better better) {}

  private static Figure lower(
      String name, String column, ToDoubleFunction<Samples> statistic, String unit, Owner owner) {
    return new Figure(name, column, statistic, true, unit, owner, Metric.Better.LOWER);
  }

  private static Figure least(String name, String column, String unit) {
    return new Figure(
        name, column, Samples::min, false, unit, Owner.PLANNING, Metric.Better.HIGHER);
  }

  private static double p95(Samples samples) {
    return samples.quantile(0.95);
  }

  /** Adds the figures of the bands that were driven; signed errors count by their size. */
  static void report(Findings findings, TimeSeries series) {
    double[] speeds = series.column(SPEED);
    for (Figure figure : FIGURES) {
      double[] values = series.column(figure.column());
      Map<SpeedBand, Samples> bands = new EnumMap<>(SpeedBand.class);
      for (int i = 0; i < values.length; i++) {
        if (Double.isFinite(values[i])) {
          double value = figure.ofSize() ? Math.abs(values[i]) : values[i];
          bands
              .computeIfAbsent(SpeedBand.of(speeds[i]), unseen -> new Samples())
              .add(value);
        }
      }
      bands.forEach((band, samples) -> findings.add(Metric.free(
          figure.name() + "." + band.label(),
          figure.statistic().applyAsDouble(samples),
          figure.unit(),
          figure.owner(),
          figure.better())));
    }
  }
}
