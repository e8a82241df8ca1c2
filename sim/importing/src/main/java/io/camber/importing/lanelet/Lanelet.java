package io.camber.importing.lanelet;

import io.camber.geometry.Vec2;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A piece of one lane between two lines.
 *
 * @param left boundary in the direction of travel, metres
 * @param right boundary in the direction of travel, metres
 * @param successors lanelets that begin where this one ends
 * @param leftNeighbour with the same direction of travel
 * @param rightNeighbour with the same direction of travel
 * @param stopLights traffic lights that stop traffic at its end
 * @param leftHeightsM of the left boundary's points; empty when they are not known
 */
public record Lanelet(
    String id,
    List<Vec2> left,
    List<Vec2> right,
    List<String> successors,
    Optional<String> leftNeighbour,
    Optional<String> rightNeighbour,
    OptionalDouble speedLimitMps,
    List<String> stopLights,
    List<Double> leftHeightsM) {
  private static final int POINTS_MIN = 2;

  public Lanelet {
    left = List.copyOf(left);
    right = List.copyOf(right);
    successors = List.copyOf(successors);
    stopLights = List.copyOf(stopLights);
    leftHeightsM = List.copyOf(leftHeightsM);
    if (left.size() < POINTS_MIN || right.size() < POINTS_MIN) {
      throw new IllegalArgumentException(
          "lanelet " + id + " has a boundary of fewer than two points");
    }
    if (!leftHeightsM.isEmpty() && leftHeightsM.size() != left.size()) {
      throw new IllegalArgumentException("lanelet " + id + " has " + leftHeightsM.size()
          + " heights for " + left.size() + " points");
    }
  }

  /** A flat one. */
  public Lanelet(
      String id,
      List<Vec2> left,
      List<Vec2> right,
      List<String> successors,
      Optional<String> leftNeighbour,
      Optional<String> rightNeighbour,
      OptionalDouble speedLimitMps,
      List<String> stopLights) {
    this(
        id,
        left,
        right,
        successors,
        leftNeighbour,
        rightNeighbour,
        speedLimitMps,
        stopLights,
        List.of());
  }
}
