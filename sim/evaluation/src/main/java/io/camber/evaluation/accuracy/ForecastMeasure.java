package io.camber.evaluation.accuracy;

import io.camber.evaluation.forecast.ForecastScore;
import io.camber.evaluation.forecast.Mode;
import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.Owner;
import io.camber.evaluation.statistics.Samples;
import io.camber.geometry.Pose2;
import io.camber.geometry.Vec2;
import io.camber.scene.Futures;
import io.camber.scene.PredictedPath;
import io.camber.scene.PredictedPoint;
import io.camber.scene.TrackFuture;
import io.camber.scene.Tracks;
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

/**
 * Futures against what then happened, for actors that move. A future is scored once its actor has been followed by truth to the
 * horizon; those cut short by the end of the drive count for nothing.
 */
public final class ForecastMeasure {
  private static final double NS = 1e-9;
  private static final long SAMPLE_NS = 100_000_000L;
  private static final double STEP_S = 0.5;
  private static final double MOVING_MPS = 1.0;
  private static final List<Integer> HORIZONS_S = List.of(3, 5, 8);
  private static final int MODES = 6;

  private final Map<Integer, String> actorOf = new TreeMap<>();
  private final Map<String, Way> ways = new LinkedHashMap<>();
  private final SortedMap<Integer, Deque<Pending>> pending = new TreeMap<>();
  private final SortedMap<Integer, Sums> sums = new TreeMap<>();
  private long nextSampleNs = Long.MIN_VALUE;
  private boolean started;

  /** A future that waits for its truth. */
  private record Pending(long timeNs, String actor, double speedMps, List<PredictedPath> modes) {}

  /** Where one actor was, ten times a second. */
  private static final class Way {
    private final List<Long> timesNs = new ArrayList<>();
    private final List<Pose2> poses = new ArrayList<>();

    /** Linear between samples; empty outside of them. */
    Optional<Vec2> at(long timeNs) {
      int last = timesNs.size() - 1;
      if (last < 0 || timeNs < timesNs.get(0) || timeNs > timesNs.get(last)) {
        return Optional.empty();
      }
      int low = 0;
      int high = last;
      while (low < high) {
        int middle = (low + high + 1) >>> 1;
        if (timesNs.get(middle) <= timeNs) {
          low = middle;
        } else {
          high = middle - 1;
        }
      }
      Vec2 from = poses.get(low).position();
      if (low == last) {
        return Optional.of(from);
      }
      double share =
          (double) (timeNs - timesNs.get(low)) / (timesNs.get(low + 1) - timesNs.get(low));
      Vec2 to = poses.get(low + 1).position();
      return Optional.of(from.plus(to.minus(from).times(share)));
    }

    double lastYaw() {
      return poses.get(poses.size() - 1).yaw();
    }
  }

  private static final class Sums {
    private final Samples average = new Samples();
    private final Samples end = new Samples();
    private final Samples brier = new Samples();
    private final Samples averageOfOne = new Samples();
    private final Samples endOfOne = new Samples();
    private final Tally missed = new Tally();
    private final Tally missedByShape = new Tally();
  }

  /** Takes in the world at one step and scores what is now known. */
  public void update(TruthFrame frame) {
    if (frame.timeNs() < nextSampleNs) {
      return;
    }
    nextSampleNs = frame.timeNs() + SAMPLE_NS;
    for (ActorTruth actor : frame.actors()) {
      Way way = ways.computeIfAbsent(actor.name(), unseen -> new Way());
      way.timesNs.add(frame.timeNs());
      way.poses.add(actor.footprint().center());
    }
    pending.forEach((horizon, waiting) -> {
      while (!waiting.isEmpty()
          && waiting.getFirst().timeNs() + (long) (horizon / NS) <= frame.timeNs()) {
        score(waiting.removeFirst(), horizon);
      }
    });
  }

  /** Takes in tracks: which actor each of them is. */
  public void update(Tracks tracks, TruthHistory truth) {
    truth.at(tracks.timeNs()).ifPresent(frame -> {
      List<ActorTruth> actors = frame.actors().stream()
          .filter(actor -> !actor.name().equals(frame.egoName()))
          .toList();
      actorOf.clear();
      TrackMatching.match(actors, tracks.tracks())
          .forEach((actor, track) ->
              actorOf.put(tracks.tracks().get(track).id(), actors.get(actor).name()));
    });
  }

  /** Takes in futures of the tracks seen before; ignored when truth of their time is not at hand. */
  public void update(Futures futures, TruthHistory truth) {
    Optional<TruthFrame> frame = truth.at(futures.timeNs());
    if (frame.isEmpty()) {
      return;
    }
    started = true;
    for (TrackFuture future : futures.futures()) {
      Optional<ActorTruth> actor = Optional.ofNullable(actorOf.get(future.trackId()))
          .flatMap(name -> frame.get().findActor(name));
      if (actor.isPresent()
          && Math.abs(actor.get().speedMps()) > MOVING_MPS
          && !future.modes().isEmpty()) {
        Pending waiting = new Pending(
            futures.timeNs(), actor.get().name(), actor.get().speedMps(), future.modes());
        for (int horizon : HORIZONS_S) {
          if (reaches(future.modes(), horizon)) {
            pending.computeIfAbsent(horizon, unseen -> new ArrayDeque<>()).addLast(waiting);
          }
        }
      }
    }
  }

  /** Adds metrics. */
  public void report(Findings findings) {
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
      lower(findings, "prediction.missRate" + end, sum.missed.share(), "1", none);
      lower(findings, "prediction.missRateByShape" + end, sum.missedByShape.share(), "1", none);
    }
  }

  private static boolean reaches(List<PredictedPath> modes, int horizonS) {
    return modes.stream()
        .allMatch(mode -> !mode.points().isEmpty()
            && mode.points().get(mode.points().size() - 1).timeS() >= horizonS - 1e-9);
  }

  private void score(Pending forecast, int horizonS) {
    Way way = ways.get(forecast.actor());
    if (way == null) {
      return;
    }
    List<Vec2> actual = new ArrayList<>();
    List<Double> times = new ArrayList<>();
    for (double time = STEP_S; time <= horizonS + 1e-9; time += STEP_S) {
      Optional<Vec2> position = way.at(forecast.timeNs() + Math.round(time / NS));
      if (position.isEmpty()) {
        return;
      }
      actual.add(position.get());
      times.add(time);
    }
    List<Mode> modes = forecast.modes().stream()
        .map(mode -> new Mode(
            mode.probability(), times.stream().map(time -> at(mode, time)).toList()))
        .toList();
    Sums sum = sums.computeIfAbsent(horizonS, unseen -> new Sums());
    ForecastScore best =
        ForecastScore.of(modes, MODES, actual, way.lastYaw(), horizonS, forecast.speedMps());
    ForecastScore likeliest =
        ForecastScore.of(modes, 1, actual, way.lastYaw(), horizonS, forecast.speedMps());
    sum.average.add(best.averageM());
    sum.end.add(best.finalM());
    sum.brier.add(best.brierFinalM());
    sum.averageOfOne.add(likeliest.averageM());
    sum.endOfOne.add(likeliest.finalM());
    sum.missed.add(best.missed());
    sum.missedByShape.add(best.missedByShape());
  }

  /** Linear between the points of a mode. */
  private static Vec2 at(PredictedPath mode, double timeS) {
    List<PredictedPoint> points = mode.points();
    int next = 0;
    while (next < points.size() - 1 && points.get(next).timeS() < timeS) {
      next++;
    }
    PredictedPoint to = points.get(next);
    if (next == 0 || to.timeS() <= timeS) {
      return new Vec2(to.x(), to.y());
    }
    PredictedPoint from = points.get(next - 1);
    double share = (timeS - from.timeS()) / (to.timeS() - from.timeS());
    return new Vec2(from.x() + share * (to.x() - from.x()), from.y() + share * (to.y() - from.y()));
  }

  private static void lower(
      Findings findings, String name, double value, String unit, String none) {
    findings.add(
        Metric.free(name, value, unit, Owner.PREDICTION, Metric.Better.LOWER).because(none));
  }
}
