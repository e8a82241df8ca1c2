package io.camber.evaluation.responsibility;

import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.TimeSeries;
import io.camber.evaluation.situation.Measure;
import io.camber.evaluation.situation.Neighbour;
import io.camber.evaluation.situation.RoadView;
import io.camber.evaluation.situation.Situation;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who matters to the ego now: those within one and a half times the distance that is safe by Responsibility-Sensitive Safety, along and
 * across the way ahead or where it is crossed, and those whom it would meet there within 3 s if both kept their speeds (METRICS 6.3).
 * Of a heading more than 45 degrees off the way one crosses it. Keeps the last seconds, for messages that come late; measures nothing by itself.
 */
public final class Relevance implements Measure {
  private static final double SAFE_FACTOR = 1.5;
  private static final double HORIZON_S = 3.0;
  private static final double CROSSING_COS = StrictMath.cos(Math.toRadians(45.0));
  private static final long KEPT_NS = 5_000_000_000L;

  /** An instant speaks for what comes after it for so long: two samples. */
  private static final long VALID_NS = 200_000_000L;

  private final Deque<Instant> instants = new ArrayDeque<>();

  private record Instant(long timeNs, Set<String> names) {}

  @Override
  public void update(Situation situation, TimeSeries series) {
    if (situation.view().isEmpty()) {
      return;
    }
    RoadView view = situation.view().get();
    double limitMps = situation.lane().speedLimitMps();
    Set<String> names = new TreeSet<>();
    for (Neighbour other : view.neighbours()) {
      if (view.isAlong(other) && matters(view.ego(), other, limitMps)) {
        names.add(other.actor().name());
      }
    }
    instants.addLast(new Instant(situation.timeNs(), names));
    while (instants.getFirst().timeNs() < situation.timeNs() - KEPT_NS) {
      instants.removeFirst();
    }
    series.put("relevantActors", names.size());
  }

  @Override
  public void report(Findings findings) {}

  /** Names of those who mattered at a time; empty when the ego was on no lane then. */
  public Optional<Set<String>> at(long timeNs) {
    Iterator<Instant> newestFirst = instants.descendingIterator();
    while (newestFirst.hasNext()) {
      Instant instant = newestFirst.next();
      if (instant.timeNs() <= timeNs) {
        return timeNs - instant.timeNs() < VALID_NS
            ? Optional.of(instant.names())
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  static boolean matters(Neighbour ego, Neighbour other, double limitMps) {
    boolean isNear = Math.abs(StrictMath.cos(other.turn())) < CROSSING_COS
        ? isNearCrossing(ego, other, limitMps)
        : isNearAlong(ego, other, limitMps);
    return isNear || meetsS(ego, other) <= HORIZON_S;
  }

  private static boolean isNearAlong(Neighbour ego, Neighbour other, double limitMps) {
    Standing standing = Standing.of(ego, other, false, limitMps);
    return standing.gapAlongM() < SAFE_FACTOR * standing.safeAlongM()
        && standing.gapAcrossM() < SAFE_FACTOR * standing.safeAcrossM();
  }

  private static boolean isNearCrossing(Neighbour ego, Neighbour other, double limitMps) {
    Crossing crossing = Crossing.of(ego, other);
    double egoMps = ego.actor().speedMps();
    double otherMps = other.actor().speedMps();
    double egoStopM = RssDistances.stoppingM(egoMps, RssDistances.EGO_RESPONSE_S, limitMps);
    double otherStopM = RssDistances.stoppingM(otherMps, RssDistances.OTHER_RESPONSE_S, limitMps);
    return crossing.meets(egoMps, otherMps)
        && crossing.egoEnterM() < SAFE_FACTOR * egoStopM
        && crossing.otherEnterM() < SAFE_FACTOR * otherStopM;
  }

  /** When both touch along the way ahead, at the speeds that they have along and across it; infinite when they never do. */
  static double meetsS(Neighbour ego, Neighbour other) {
    double[] along = overlap(
        other.s() - ego.s(),
        other.alongMps() - ego.alongMps(),
        ego.halfAlongM() + other.halfAlongM());
    double[] across = overlap(
        other.d() - ego.d(),
        other.leftMps() - ego.leftMps(),
        ego.halfAcrossM() + other.halfAcrossM());
    double start = Math.max(0.0, Math.max(along[0], across[0]));
    return start <= Math.min(along[1], across[1]) ? start : Double.POSITIVE_INFINITY;
  }

  /** Times between which a distance that changes evenly is within a reach. */
  private static double[] overlap(double distance, double rate, double reach) {
    if (rate == 0.0) {
      boolean isWithin = Math.abs(distance) <= reach;
      double never = Double.POSITIVE_INFINITY;
      return new double[] {isWithin ? -never : never, isWithin ? never : -never};
    }
    double a = (-reach - distance) / rate;
    double b = (reach - distance) / rate;
    return new double[] {Math.min(a, b), Math.max(a, b)};
  }
}
