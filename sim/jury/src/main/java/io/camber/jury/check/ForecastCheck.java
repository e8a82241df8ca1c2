package io.camber.jury.check;

import io.camber.bus.Envelope;
import io.camber.evaluation.judgement.Owner;
import io.camber.geometry.Vec2;
import io.camber.scene.Futures;
import io.camber.scene.ObjectClass;
import io.camber.scene.PredictedPath;
import io.camber.scene.PredictedPoint;
import io.camber.scene.Track;
import io.camber.scene.TrackFuture;
import io.camber.scene.Tracks;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * U10: what was foreseen three seconds ago is far from what the same track then did, in every mode, and on the way three times as far as
 * is usual for its class. Asked of forecasts for tracks
 * that had a class and were half a second old by then: before, nobody knows how fast they are, and what is wrong is no forecast.
 */
final class ForecastCheck implements Check {
  private static final long HORIZON_NS = 3_000_000_000L;
  private static final double HORIZON_S = 3.0;
  private static final double NS = 1e-9;

  /** Farther than somebody comes who brakes by 3.3 m/s2 all the time without anybody having foreseen it. */
  private static final double OFF_M_MIN = 15.0;

  private static final double OFF_SHARE = 0.5;
  private static final double OFF_M_HARD = 25.0;

  private static final long SETTLED_NS = 500_000_000L;
  private static final double MEDIANS_MAX = 3.0;
  private static final long APART_NS_MAX = 60_000_000L;

  private final Deque<Futures> waiting = new ArrayDeque<>();

  /** When each track first had a class; forgotten once it has been gone for a forecast's length. */
  private final Map<Integer, Long> knownSinceNs = new TreeMap<>();

  private final Map<Integer, NavigableMap<Long, Vec2>> places = new TreeMap<>();

  private final Map<ObjectClass, Errors> usual = new EnumMap<>(ObjectClass.class);

  @Override
  public void onMessage(Envelope envelope, Object value, Consumer<Alarm> alarms) {
    if (value instanceof Futures futures) {
      waiting.addLast(futures);
    } else if (value instanceof Tracks tracks) {
      remember(tracks);
      while (!waiting.isEmpty() && waiting.getFirst().timeNs() + HORIZON_NS <= tracks.timeNs()) {
        Futures then = waiting.removeFirst();
        for (Track track : tracks.tracks()) {
          compare(then, track, tracks.timeNs(), alarms);
        }
      }
    }
  }

  private void remember(Tracks tracks) {
    for (Track track : tracks.tracks()) {
      places
          .computeIfAbsent(track.id(), id -> new TreeMap<>())
          .put(tracks.timeNs(), track.center().position());
      if (track.objectClass() != ObjectClass.UNKNOWN) {
        knownSinceNs.putIfAbsent(track.id(), tracks.timeNs());
      }
    }
    places.values().removeIf(way -> {
      way.headMap(tracks.timeNs() - HORIZON_NS - APART_NS_MAX).clear();
      return way.isEmpty();
    });
    knownSinceNs.keySet().retainAll(places.keySet());
  }

  private void compare(Futures then, Track track, long now, Consumer<Alarm> alarms) {
    long knownNs = knownSinceNs.getOrDefault(track.id(), now);
    if (then.timeNs() < knownNs + SETTLED_NS) {
      return;
    }
    for (TrackFuture future : then.futures()) {
      if (future.trackId() == track.id()) {
        double nearest = Double.POSITIVE_INFINITY;
        double onTheWay = Double.POSITIVE_INFINITY;
        double elapsedS = (now - then.timeNs()) * NS;
        for (PredictedPath mode : future.modes()) {
          nearest = Math.min(nearest, off(mode, elapsedS, track.center().position()));
          onTheWay = Math.min(onTheWay, onTheWay(mode, then.timeNs(), track.id()));
        }
        Errors errors = usual.computeIfAbsent(track.objectClass(), one -> new Errors());
        boolean isUnusual = onTheWay > MEDIANS_MAX * errors.median();
        if (onTheWay < Double.POSITIVE_INFINITY) {
          errors.add(onTheWay);
        }
        double allowed = Math.max(OFF_M_MIN, OFF_SHARE * track.speedMps() * HORIZON_S);
        if (isUnusual && nearest > allowed && nearest < Double.POSITIVE_INFINITY) {
          alarms.accept(new Alarm(
              now,
              "U10",
              Owner.PREDICTION,
              Classes.label(track.objectClass()),
              "track " + track.id(),
              nearest > OFF_M_HARD ? 1.0 : 0.5,
              String.format(
                  Locale.ROOT, "is %.1f m from every future foreseen 3 s before", nearest)));
        }
      }
    }
  }

  /** Mean distance from a mode over its points so far (average displacement error). */
  private double onTheWay(PredictedPath mode, long thenNs, int id) {
    NavigableMap<Long, Vec2> way = places.getOrDefault(id, new TreeMap<>());
    double sum = 0.0;
    int count = 0;
    for (PredictedPoint point : mode.points()) {
      long then = thenNs + Math.round(point.timeS() / NS);
      Map.Entry<Long, Vec2> real = way.floorEntry(then + APART_NS_MAX);
      if (point.timeS() <= HORIZON_S && real != null && real.getKey() >= then - APART_NS_MAX) {
        sum += new Vec2(point.x(), point.y()).distanceTo(real.getValue());
        count++;
      }
    }
    return count > 0 ? sum / count : Double.POSITIVE_INFINITY;
  }

  private static double off(PredictedPath mode, double timeS, Vec2 actual) {
    PredictedPoint nearest = null;
    for (PredictedPoint point : mode.points()) {
      if (nearest == null || Math.abs(point.timeS() - timeS) < Math.abs(nearest.timeS() - timeS)) {
        nearest = point;
      }
    }
    return nearest == null || Math.abs(nearest.timeS() - timeS) > 0.3
        ? Double.POSITIVE_INFINITY
        : new Vec2(nearest.x(), nearest.y()).distanceTo(actual);
  }
}
