package io.camber.evaluation.accuracy;

import io.camber.evaluation.forecast.ForecastScore;
import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.Owner;
import io.camber.evaluation.manoeuvre.ManoeuvreScore;
import io.camber.evaluation.situation.Footprints;
import io.camber.evaluation.statistics.Samples;
import io.camber.geometry.Box2;
import io.camber.geometry.Vec2;
import io.camber.map.RoadMap;
import io.camber.scene.Futures;
import io.camber.scene.PredictedPath;
import io.camber.scene.TrackFuture;
import io.camber.truth.ActorTruth;
import io.camber.truth.TruthFrame;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Futures against what then happened, for actors that move. A future is scored once its actor has been followed by truth to the
 * horizon; those cut short by the end of the drive count for nothing.
 */
public final class ForecastMeasure {
  private static final double NS = 1e-9;
  private static final long SAMPLE_NS = 100_000_000L;
  private static final double MOVING_MPS = 1.0;
  private static final List<Integer> HORIZONS_S = List.of(3, 5, 8);
  private static final int MODES = 6;

  private final Map<Integer, String> actorOf = new TreeMap<>();
  private final Map<String, ActorWay> ways = new LinkedHashMap<>();
  private final SortedMap<Integer, Deque<OpenForecast>> pending = new TreeMap<>();
  private final SortedMap<Integer, Sums> sums = new TreeMap<>();
  private final Footprints footprints = new Footprints();
  private final ForecastClashes clashes;
  private final ManoeuvreScore manoeuvres;
  private final JointForecasts joint = new JointForecasts();
  private final ModeCalibration calibration = new ModeCalibration();
  private final Deque<OpenForecast> asked = new ArrayDeque<>();
  private long nextSampleNs = Long.MIN_VALUE;
  private boolean started;

  private static final class Sums {
    private final Samples average = new Samples();
    private final Samples end = new Samples();
    private final Samples brier = new Samples();
    private final Samples brierAverage = new Samples();
    private final Samples averageOfOne = new Samples();
    private final Samples endOfOne = new Samples();
    private final Tally missed = new Tally();
    private final Tally missedByShape = new Tally();
    private final Tally missedOnTheWay = new Tally();
    private final Samples likelihood = new Samples();
  }

  /** @param outsideM how far a point lies off the road, 0 on it, NaN where no road is known */
  public ForecastMeasure(RoadMap map, ToDoubleFunction<Vec2> outsideM) {
    manoeuvres = new ManoeuvreScore(map);
    clashes = new ForecastClashes(outsideM);
  }

  /** Takes in the world at one step and scores what is now known. */
  public void update(TruthFrame frame) {
    if (frame.timeNs() < nextSampleNs) {
      return;
    }
    nextSampleNs = frame.timeNs() + SAMPLE_NS;
    List<Box2> boxes = footprints.of(frame.actors());
    for (int i = 0; i < boxes.size(); i++) {
      ways.computeIfAbsent(frame.actors().get(i).name(), unseen -> new ActorWay())
          .add(frame.timeNs(), boxes.get(i).center());
    }
    clashes.update(frame, boxes);
    joint.update(frame.timeNs(), ways);
    scoreManoeuvres(frame.timeNs());
    pending.forEach((horizon, waiting) -> {
      while (!waiting.isEmpty()
          && waiting.getFirst().timeNs() + (long) (horizon / NS) <= frame.timeNs()) {
        score(waiting.removeFirst(), horizon);
      }
    });
  }

  /** Takes in tracks: which actor each of them is. */
  public void update(TrackedWorld world) {
    actorOf.clear();
    for (int i = 0; i < world.actors().size(); i++) {
      if (world.trackOf(i) != ActorMatching.NONE) {
        actorOf.put(
            world.tracks().tracks().get(world.trackOf(i)).id(),
            world.actors().get(i).name());
      }
    }
  }

  /** Name of the actor that a track is; null for none. */
  public @Nullable String actorOf(int trackId) {
    return actorOf.get(trackId);
  }

  /** Takes in futures of the tracks seen before; ignored when truth of their time is not at hand. */
  public void update(Futures futures, TruthHistory truth) {
    Optional<TruthFrame> frame = truth.at(futures.timeNs());
    if (frame.isEmpty()) {
      return;
    }
    started = true;
    boolean isAsked = clashes.takes(futures.timeNs());
    List<OpenForecast> together = new ArrayList<>();
    for (TrackFuture future : futures.futures()) {
      Optional<ActorTruth> actor = Optional.ofNullable(actorOf.get(future.trackId()))
          .flatMap(name -> frame.get().findActor(name));
      if (actor.isPresent()
          && Math.abs(actor.get().speedMps()) > MOVING_MPS
          && !future.modes().isEmpty()) {
        OpenForecast held = hold(futures.timeNs(), actor.get(), future.modes());
        if (isAsked) {
          clashes.add(futures.timeNs(), actor.get(), future.modes());
        }
        if (held != null) {
          together.add(held);
          note(held, actor.get(), isAsked);
        }
      }
    }
    if (isAsked) {
      joint.add(together);
    }
  }

  /** Adds metrics. */
  public void report(Findings findings) {
    clashes.report(findings);
    joint.report(findings);
    manoeuvres.report(findings);
    calibration.report(findings);
    String none = started
        ? "no moving actor was followed long enough after a forecast"
        : "no futures were published";
    for (int horizon : HORIZONS_S) {
      Sums sum = sums.getOrDefault(horizon, new Sums());
      String end = "." + horizon + "s";
      lower(findings, "prediction.minAde" + end, sum.average.mean(), "m", none);
      lower(findings, "prediction.minFde" + end, sum.end.mean(), "m", none);
      lower(findings, "prediction.minAde.k1" + end, sum.averageOfOne.mean(), "m", none);
      lower(findings, "prediction.minFde.k1" + end, sum.endOfOne.mean(), "m", none);
      lower(findings, "prediction.brierMinFde" + end, sum.brier.mean(), "m", none);
      lower(findings, "prediction.brierMinAde" + end, sum.brierAverage.mean(), "m", none);
      lower(findings, "prediction.missRate" + end, sum.missed.share(), "1", none);
      lower(findings, "prediction.missRateByShape" + end, sum.missedByShape.share(), "1", none);
      lower(findings, "prediction.missRateOnTheWay" + end, sum.missedOnTheWay.share(), "1", none);
      lower(findings, "prediction.negativeLogLikelihood" + end, sum.likelihood.mean(), "1", none);
    }
  }

  private void note(OpenForecast held, ActorTruth actor, boolean isAsked) {
    if (ForecastClashes.isVehicle(actor.objectClass())) {
      manoeuvres.add(held.timeNs(), held.actor(), actor.footprint().center(), held.modes());
      if (isAsked) {
        asked.addLast(held);
      }
    }
  }

  private void scoreManoeuvres(long timeNs) {
    while (!asked.isEmpty()
        && asked.getFirst().timeNs() + (long) (HORIZONS_S.get(0) / NS) <= timeNs) {
      OpenForecast forecast = asked.removeFirst();
      ActorWay way = ways.get(forecast.actor());
      if (way != null) {
        manoeuvres.score(forecast.timeNs(), forecast.actor(), way::at);
      }
    }
  }

  private @Nullable OpenForecast hold(long timeNs, ActorTruth actor, List<PredictedPath> modes) {
    double untilS = untilS(modes);
    if (untilS < HORIZONS_S.get(0) - 1e-9) {
      return null;
    }
    OpenForecast waiting = new OpenForecast(timeNs, actor.name(), actor.speedMps(), modes);
    for (int horizon : HORIZONS_S) {
      if (untilS >= horizon - 1e-9) {
        pending.computeIfAbsent(horizon, unseen -> new ArrayDeque<>()).addLast(waiting);
      }
    }
    return waiting;
  }

  /** Time to which all modes go. */
  private static double untilS(List<PredictedPath> modes) {
    double until = Double.POSITIVE_INFINITY;
    for (PredictedPath mode : modes) {
      int points = mode.points().size();
      until = Math.min(until, points == 0 ? 0.0 : mode.points().get(points - 1).timeS());
    }
    return until;
  }

  private void score(OpenForecast forecast, int horizonS) {
    ActorWay way = ways.get(forecast.actor());
    if (way == null || !forecast.follow(way, horizonS)) {
      return;
    }
    Sums sum = sums.computeIfAbsent(horizonS, unseen -> new Sums());
    ForecastScore best = forecast.score(MODES, way.lastYaw(), horizonS);
    if (horizonS == HORIZONS_S.get(0)) {
      calibration.add(forecast.deviations(), 2 * horizonS);
    }
    sum.average.add(best.averageM());
    sum.brierAverage.add(best.brierAverageM());
    sum.end.add(best.finalM());
    sum.brier.add(best.brierFinalM());
    sum.averageOfOne.add(forecast.likeliestMeanM(horizonS));
    sum.endOfOne.add(forecast.likeliestFinalM(horizonS));
    sum.missed.add(best.missed());
    sum.missedByShape.add(best.missedByShape());
    sum.missedOnTheWay.add(best.missedOnTheWay());
    sum.likelihood.add(best.negativeLogLikelihood());
  }

  private static void lower(
      Findings findings, String name, double value, String unit, String none) {
    findings.add(
        Metric.free(name, value, unit, Owner.PREDICTION, Metric.Better.LOWER).because(none));
  }
}
