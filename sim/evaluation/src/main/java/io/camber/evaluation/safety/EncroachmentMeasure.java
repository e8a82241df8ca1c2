package io.camber.evaluation.safety;

import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.Owner;
import io.camber.evaluation.judgement.TimeSeries;
import io.camber.evaluation.situation.Measure;
import io.camber.evaluation.situation.Situation;
import io.camber.geometry.Angles;
import io.camber.geometry.Box2;
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
  private static final double ROUNDING_M = 1e-3;

  private final List<Stay> ego = new ArrayList<>();
  private final Map<String, List<Stay>> others = new LinkedHashMap<>();

  /** Somebody's footprint at one instant. */
  private record Stay(long timeNs, Box2 box, double radius) {
    Stay(long timeNs, Box2 box) {
      this(timeNs, box, box.radius());
    }
  }

  @Override
  public void update(Situation situation, TimeSeries series) {
    ego.add(new Stay(situation.timeNs(), situation.footprint()));
    for (int i = 0; i < situation.others().size(); i++) {
      others
          .computeIfAbsent(situation.others().get(i).name(), unseen -> new ArrayList<>())
          .add(new Stay(situation.timeNs(), situation.boxes().get(i)));
    }
  }

  @Override
  public void report(Findings findings) {
    double least = Double.POSITIVE_INFINITY;
    Reach reach = Reach.of(ego);
    for (List<Stay> stays : others.values()) {
      least = Math.min(least, leastS(stays, reach));
    }
    findings.add(Metric.free("conflict.petMin", least, "s", Owner.PLANNING, Metric.Better.HIGHER)
        .because("no way crossed the ego's"));
  }

  private double leastS(List<Stay> stays, Reach reach) {
    long least = Long.MAX_VALUE;
    for (Stay other : stays) {
      if (reach.mayTouch(other.box())) {
        for (Stay own : ego) {
          long apart = Math.abs(own.timeNs() - other.timeNs());
          if (apart < least && crosses(own, other) && own.box().intersects(other.box())) {
            least = apart;
          }
        }
      }
    }
    return least == Long.MAX_VALUE ? Double.POSITIVE_INFINITY : least * NS;
  }

  /** All the ground that somebody's boxes may have touched. */
  private record Reach(double fromX, double toX, double fromY, double toY) {
    static Reach of(List<Stay> stays) {
      double fromX = Double.POSITIVE_INFINITY;
      double toX = Double.NEGATIVE_INFINITY;
      double fromY = Double.POSITIVE_INFINITY;
      double toY = Double.NEGATIVE_INFINITY;
      for (Stay stay : stays) {
        double radius = stay.radius();
        fromX = Math.min(fromX, stay.box().center().x() - radius);
        toX = Math.max(toX, stay.box().center().x() + radius);
        fromY = Math.min(fromY, stay.box().center().y() - radius);
        toY = Math.max(toY, stay.box().center().y() + radius);
      }
      return new Reach(fromX, toX, fromY, toY);
    }

    boolean mayTouch(Box2 box) {
      double margin = box.radius() + ROUNDING_M;
      return box.center().x() >= fromX - margin
          && box.center().x() <= toX + margin
          && box.center().y() >= fromY - margin
          && box.center().y() <= toY + margin;
    }
  }

  private static boolean crosses(Stay own, Stay other) {
    Box2 a = own.box();
    Box2 b = other.box();
    double reach = own.radius() + other.radius();
    double dx = a.center().x() - b.center().x();
    double dy = a.center().y() - b.center().y();
    if (dx * dx + dy * dy > reach * reach) {
      return false;
    }
    double turn = Math.abs(Angles.difference(a.center().yaw(), b.center().yaw()));
    return turn > CROSSING && turn < Math.PI - CROSSING;
  }
}
