package io.camber.evaluation.accuracy;

import io.camber.evaluation.forecast.Deviations;
import io.camber.evaluation.forecast.JointScore;
import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.Owner;
import io.camber.evaluation.statistics.Samples;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** Forecasts of one message a second, all moving actors of it taken together, up to 3 s. */
final class JointForecasts {
  private static final int HORIZON_S = 3;
  private static final long HORIZON_NS = 3_000_000_000L;
  private static final int STEPS = 6;
  private static final int WORLDS = 6;

  private final Deque<List<OpenForecast>> waiting = new ArrayDeque<>();
  private final Samples average = new Samples();
  private final Samples end = new Samples();
  private final Samples missing = new Samples();
  private final Samples colliding = new Samples();
  private final Tally missed = new Tally();

  /** Takes in the forecasts of one message. */
  void add(List<OpenForecast> together) {
    if (together.size() > 1) {
      waiting.addLast(together);
    }
  }

  /** Scores what is known by that time; who was lost sight of is left out. */
  void update(long timeNs, Map<String, ActorWay> ways) {
    while (!waiting.isEmpty() && waiting.getFirst().get(0).timeNs() + HORIZON_NS <= timeNs) {
      List<Deviations> followed = new ArrayList<>();
      for (OpenForecast forecast : waiting.removeFirst()) {
        ActorWay way = ways.get(forecast.actor());
        if (way != null && forecast.follow(way, HORIZON_S)) {
          followed.add(forecast.deviations());
        }
      }
      if (followed.size() > 1) {
        add(JointScore.of(followed, WORLDS, STEPS));
      }
    }
  }

  private void add(JointScore score) {
    average.add(score.averageM());
    end.add(score.finalM());
    missed.add(score.missed());
    missing.add(score.missedShare());
    colliding.add(score.collidingShare());
  }

  /** Adds metrics. */
  void report(Findings findings) {
    lower(findings, "minAde", average.mean(), "m");
    lower(findings, "minFde", end.mean(), "m");
    lower(findings, "missRate", missed.share(), "1");
    lower(findings, "actorMissRate", missing.mean(), "1");
    lower(findings, "collisionRate", colliding.mean(), "1");
  }

  private static void lower(Findings findings, String name, double value, String unit) {
    findings.add(Metric.free(
            "prediction.joint." + name + ".3s", value, unit, Owner.PREDICTION, Metric.Better.LOWER)
        .because("no two moving actors had forecasts of 3 s at a time"));
  }
}
