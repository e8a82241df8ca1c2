package io.camber.evaluation.safety;

import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.Owner;
import io.camber.evaluation.judgement.TimeSeries;
import io.camber.evaluation.situation.Measure;
import io.camber.evaluation.situation.Situation;
import io.camber.geometry.Angles;
import io.camber.geometry.Box2;
import io.camber.truth.ActorTruth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Post-encroachment time with crossing traffic: from when the first leaves the place where both ways meet until the second comes
 * there. Looks at footprints ten times a second; who goes the same way as the ego is the business of time gaps.
 */
public final class EncroachmentMeasure implements Measure {
  private static final double CROSSING = Math.toRadians(30.0);
  private static final double NS = 1e-9;

  private final List<Stay> ego = new ArrayList<>();
  private final Map<String, List<Stay>> others = new LinkedHashMap<>();

  /** Somebody's footprint at one instant. */
  private record Stay(long timeNs, Box2 box) {}

  @Override
  public void update(Situation situation, TimeSeries series) {
    ego.add(new Stay(situation.timeNs(), situation.footprint()));
    for (ActorTruth actor : situation.others()) {
      others
          .computeIfAbsent(actor.name(), unseen -> new ArrayList<>())
          .add(new Stay(situation.timeNs(), actor.footprint()));
    }
  }

  @Override
  public void report(Findings findings) {
    double least = Double.POSITIVE_INFINITY;
    for (List<Stay> stays : others.values()) {
      least = Math.min(least, leastS(stays));
    }
    findings.add(Metric.free("conflict.petMin", least, "s", Owner.PLANNING, Metric.Better.HIGHER)
        .because("no way crossed the ego's"));
  }

  private double leastS(List<Stay> stays) {
    long least = Long.MAX_VALUE;
    for (Stay own : ego) {
      for (Stay other : stays) {
        long apart = Math.abs(own.timeNs() - other.timeNs());
        if (apart < least && crosses(own.box(), other.box()) && own.box().intersects(other.box())) {
          least = apart;
        }
      }
    }
    return least == Long.MAX_VALUE ? Double.POSITIVE_INFINITY : least * NS;
  }

  private static boolean crosses(Box2 a, Box2 b) {
    double reach = a.radius() + b.radius();
    double dx = a.center().x() - b.center().x();
    double dy = a.center().y() - b.center().y();
    if (dx * dx + dy * dy > reach * reach) {
      return false;
    }
    double turn = Math.abs(Angles.difference(a.center().yaw(), b.center().yaw()));
    return turn > CROSSING && turn < Math.PI - CROSSING;
  }
}
