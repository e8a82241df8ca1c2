package io.camber.planning.proposal;

/** Where the car's body may be, in the map frame. */
@FunctionalInterface
public interface DrivableArea {
  boolean isDrivable(double x, double y);
}
