package io.camber.evaluation.radar;

import io.camber.evaluation.accuracy.LineOfSight;
import io.camber.evaluation.accuracy.TruthHistory;
import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.Owner;
import io.camber.geometry.Pose2;
import io.camber.geometry.Vec2;
import io.camber.scene.ObjectClass;
import io.camber.sensing.RadarCalibration;
import io.camber.sensing.RadarReturns;
import io.camber.truth.ActorTruth;
import io.camber.truth.TruthFrame;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the front radar hears of the actors in its field of view and in line of sight. A return may be of an actor when it lies within 1 m
 * and 2 % of the range of its footprint and tells the range rate of that point of it within 0.5 m/s; of several, it is of the nearest, and an
 * actor is heard when a return is its own. What stands cannot be told from the ground and the posts beside it, so moving actors (1 m/s) have
 * a recall of their own. Precision is the share of moving clusters of which more than half is of somebody: returns faster than 1 m/s over ground
 * along the line of sight, single linkage within 2 m and 1 m/s. Ego motion is the true one. Buildings hide nobody here, so recall behind
 * them is understated.
 */
public final class RadarMeasure {
  private static final List<Integer> REACHES_M = List.of(50, 100);

  private final SortedMap<String, int[]> recalls = new TreeMap<>();
  private Optional<RadarCalibration> calibration = Optional.empty();
  private boolean started;
  private int moving;
  private int movingHeard;
  private int clusters;
  private int right;

  public void update(RadarCalibration radar) {
    calibration = Optional.of(radar);
  }

  /** Takes in a cycle; who was heard, by name. Empty while truth or the mounting is unknown. */
  public Optional<Set<String>> update(RadarReturns returns, TruthHistory truth) {
    Optional<TruthFrame> frame = truth.at(returns.timeNs());
    Optional<ActorTruth> ego = frame.flatMap(TruthFrame::ego);
    if (ego.isEmpty() || calibration.isEmpty()) {
      return Optional.empty();
    }
    started = true;
    Pose2 base = ego.get().mapFromReference().toPose2();
    Pose2 radar = base.times(calibration.get().baseFromRadar().toPose2());
    Vec2 arm = radar.position().minus(base.position());
    double yawRate = ego.get().yawRateRadps();
    Vec2 velocity = ego.get().velocityMps().plus(new Vec2(-yawRate * arm.y(), yawRate * arm.x()));
    List<Echo> echoes =
        returns.returns().stream().map(one -> Echo.of(one, radar, velocity)).toList();
    List<ActorTruth> others = frame.get().othersThan(ego.get().name());
    countClusters(echoes, others);
    return Optional.of(countActors(echoes, others, radar));
  }

  private Set<String> countActors(List<Echo> echoes, List<ActorTruth> others, Pose2 radar) {
    Set<String> heard = new TreeSet<>();
    for (Echo echo : echoes) {
      owner(echo, others).ifPresent(actor -> heard.add(actor.name()));
    }
    LineOfSight sight = LineOfSight.from(radar.position(), others);
    for (int i = 0; i < others.size(); i++) {
      ActorTruth actor = others.get(i);
      boolean isHeard = heard.contains(actor.name());
      Vec2 local = radar.applyInverse(actor.footprint().center().position());
      if (actor.objectClass() != ObjectClass.UNKNOWN && isCovered(local) && sight.isVisible(i)) {
        count(label(actor.objectClass()), local.length(), isHeard);
        if (actor.velocityMps().length() > Echo.MOVING_MPS) {
          moving++;
          movingHeard += isHeard ? 1 : 0;
        }
      }
    }
    return heard;
  }

  /** The nearest actor that an echo may be of. */
  private static Optional<ActorTruth> owner(Echo echo, List<ActorTruth> others) {
    return others.stream()
        .filter(echo::isOf)
        .min(Comparator.comparingDouble(echo::distanceTo)
            .thenComparingDouble(
                actor -> actor.footprint().center().position().distanceTo(echo.point())));
  }

  private boolean isCovered(Vec2 local) {
    RadarCalibration radar = calibration.orElseThrow();
    return local.length() <= radar.rangeM()
        && Math.abs(StrictMath.atan2(local.y(), local.x())) <= radar.fieldOfView() / 2.0;
  }

  private void count(String name, double rangeM, boolean isHeard) {
    int whole = (int) Math.round(calibration.orElseThrow().rangeM());
    Set<Integer> reaches = new TreeSet<>(REACHES_M);
    reaches.add(whole);
    for (int reach : reaches) {
      if (rangeM <= reach && reach <= whole) {
        for (String stratum : List.of(name, "all")) {
          int[] counts = recalls.computeIfAbsent(stratum + "." + reach + "m", unseen -> new int[2]);
          counts[0] += isHeard ? 1 : 0;
          counts[1]++;
        }
      }
    }
  }

  private void countClusters(List<Echo> echoes, List<ActorTruth> others) {
    List<Echo> moving = echoes.stream().filter(Echo::isMoving).toList();
    BitSet taken = new BitSet();
    for (int i = 0; i < moving.size(); i++) {
      if (!taken.get(i)) {
        List<Echo> cluster = grow(moving, i, taken);
        clusters++;
        long ofSomebody = cluster.stream()
            .filter(echo -> others.stream().anyMatch(echo::isOf))
            .count();
        right += 2 * ofSomebody > cluster.size() ? 1 : 0;
      }
    }
  }

  private static List<Echo> grow(List<Echo> moving, int first, BitSet taken) {
    List<Echo> cluster = new ArrayList<>();
    cluster.add(moving.get(first));
    taken.set(first);
    for (int next = 0; next < cluster.size(); next++) {
      Echo from = cluster.get(next);
      for (int i = taken.nextClearBit(0); i < moving.size(); i = taken.nextClearBit(i + 1)) {
        if (from.isBeside(moving.get(i))) {
          taken.set(i);
          cluster.add(moving.get(i));
        }
      }
    }
    return cluster;
  }

  /** Adds metrics. */
  public void report(Findings findings) {
    String none = started
        ? "the front radar heard nothing that moves"
        : "no front radar, or none that tells how it is mounted";
    double precision = clusters == 0 ? Double.NaN : (double) right / clusters;
    findings.add(higher("modality.precision.radar", precision).because(none));
    double recall = moving == 0 ? Double.NaN : (double) movingHeard / moving;
    findings.add(higher("modality.recall.radar.moving", recall)
        .because(started ? "nobody moved in sight of the front radar" : none));
    recalls.forEach((stratum, counts) ->
        findings.add(higher("modality.recall.radar." + stratum, (double) counts[0] / counts[1])));
  }

  private static String label(ObjectClass objectClass) {
    return objectClass.name().toLowerCase(Locale.ROOT);
  }

  private static Metric higher(String name, double value) {
    return Metric.free(name, value, "1", Owner.PERCEPTION, Metric.Better.HIGHER);
  }
}
