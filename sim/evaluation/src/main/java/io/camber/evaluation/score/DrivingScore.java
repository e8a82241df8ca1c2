package io.camber.evaluation.score;

import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.KeyEvent;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.Owner;
import io.camber.scene.ObjectClass;
import java.util.List;
import java.util.Optional;

/**
 * The driving score of the CARLA leaderboard (penalties as of its commit e4f85712): route completion times a factor for each
 * infraction; the way driven out of the lanes of its direction counts by its share. Collisions without fault cost nothing here.
 */
public final class DrivingScore {
  private static final double PEDESTRIAN = 0.50;
  private static final double VEHICLE = 0.60;
  private static final double THING = 0.65;
  private static final double RED_LIGHT = 0.70;
  private static final double STOP_SIGN = 0.80;

  private DrivingScore() {}

  /**
   * Adds the score.
   *
   * @param atFault classes of those that the ego hit by its fault
   */
  public static void report(Findings findings, List<ObjectClass> atFault) {
    double score = value(findings, "progress.routeCompletion").orElse(Double.NaN);
    for (ObjectClass hit : atFault) {
      score *= switch (hit) {
        case PEDESTRIAN -> PEDESTRIAN;
        case CAR, TRUCK, BUS, MOTORCYCLE, BICYCLE -> VEHICLE;
        case UNKNOWN -> THING;
      };
    }
    score *= power(RED_LIGHT, value(findings, "redLight.count").orElse(0.0));
    score *= power(STOP_SIGN, value(findings, "stopLine.count").orElse(0.0));
    score *= 1.0 - value(findings, "offRoad.distanceShare").orElse(0.0);
    findings.add(Metric.free("score.driving", score, "1", Owner.SYSTEM, Metric.Better.HIGHER)
        .because("the scenario gives the ego no goal"));
  }

  /**
   * Adds the way driven before the first event that makes a person take over, and how many there were.
   *
   * @param travelled metres driven until a time
   */
  public static void reportPassedWay(
      Findings findings, java.util.function.LongToDoubleFunction travelled) {
    Optional<KeyEvent> first = findings.events().stream()
        .filter(event -> event.severity() == KeyEvent.Severity.HARD)
        .findFirst();
    double way = first
        .map(event -> travelled.applyAsDouble(event.timeNs()))
        .orElseGet(() -> value(findings, "progress.distance").orElse(Double.NaN));
    findings.add(Metric.free("score.passedDistance", way, "m", Owner.SYSTEM, Metric.Better.HIGHER)
        .because("the stack never drove"));
  }

  private static double power(double factor, double times) {
    double product = 1.0;
    for (int i = 0; i < times; i++) {
      product *= factor;
    }
    return product;
  }

  private static Optional<Double> value(Findings findings, String name) {
    return findings.metrics().stream()
        .filter(metric -> metric.name().equals(name) && metric.value().isPresent())
        .map(metric -> metric.value().getAsDouble())
        .findFirst();
  }
}
