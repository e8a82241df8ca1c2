package io.camber.jury.suite;

import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.MetricBook;
import io.camber.jury.result.RunRecord;
import io.camber.jury.result.RunSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The gamut from component to system: each rung a few figures over all runs that measured them. Runs that were given true objects say
 * nothing about perception. A change that looks good on a low
 * rung and bad on a high one is a bad change.
 */
public record Ladder(List<Rung> rungs) {
  public Ladder {
    rungs = List.copyOf(rungs);
  }

  /** One level, such as tracking. */
  public record Rung(String level, List<Figure> figures) {
    public Rung {
      figures = List.copyOf(figures);
    }
  }

  /**
   * One metric over the runs.
   *
   * @param mean over the runs that measured it
   * @param worst of them
   * @param worstRun where that was
   * @param runs that measured it
   */
  public record Figure(
      String metric, String unit, double mean, double worst, String worstRun, int runs) {}

  private static final List<Rung> LEVELS = List.of(
      level("localization", "localization.lateral.p95", "localization.yaw.p95", "localization.ate"),
      level(
          "detection",
          "detection.map",
          "detection.recall.all.50m",
          "detection.recall.all.100m",
          "detection.safetyRecall.all.100m",
          "detection.precision.all.50m"),
      level("signals", "signals.agreement", "signals.latency.p95"),
      level(
          "tracks",
          "tracks.mota",
          "tracks.hota",
          "tracks.idf1",
          "tracks.identitySwitches",
          "tracks.amota",
          "kinematics.velocityLag"),
      level("prediction", "prediction.minAde.3s", "prediction.minFde.3s", "prediction.missRate.3s"),
      level("planning", "plan.frechet.p95", "plan.consistentShare", "comfort.score"),
      level("control", "control.lateral.p95", "control.speed.p95"),
      level("latency", "latency.lidar.top.sweep.p99", "latency.camera.front.image.p99"),
      level("safety", "collision.score", "ttc.score", "ttc.min", "rss.marginMin"),
      level("system", "progress.ratioToReference", "score.cls", "score.epdms", "score.driving"));

  private static Rung level(String name, String... metrics) {
    List<Figure> figures = new ArrayList<>();
    for (String metric : metrics) {
      figures.add(new Figure(metric, "1", Double.NaN, Double.NaN, "", 0));
    }
    return new Rung(name, figures);
  }

  public static Ladder of(RunSet runs) {
    List<Rung> rungs = new ArrayList<>();
    for (Rung level : LEVELS) {
      List<Figure> figures = new ArrayList<>();
      level.figures().forEach(one -> figure(runs, one.metric()).ifPresent(figures::add));
      if (!figures.isEmpty()) {
        rungs.add(new Rung(level.level(), figures));
      }
    }
    return new Ladder(rungs);
  }

  private static Optional<Figure> figure(RunSet runs, String metric) {
    Optional<MetricBook.Entry> entry = MetricBook.find(metric);
    boolean higher = entry.map(one -> one.better() == Metric.Better.HIGHER).orElse(false);
    double sum = 0.0;
    double worst = Double.NaN;
    String worstRun = "";
    int count = 0;
    for (RunRecord run : runs.runs().values()) {
      double value = run.earned(metric);
      if (!Double.isNaN(value)) {
        sum += value;
        count++;
        if (Double.isNaN(worst) || (higher ? value < worst : value > worst)) {
          worst = value;
          worstRun = run.key().text();
        }
      }
    }
    String unit = entry.map(MetricBook.Entry::unit).orElse("1");
    return count == 0
        ? Optional.empty()
        : Optional.of(new Figure(metric, unit, sum / count, worst, worstRun, count));
  }
}
