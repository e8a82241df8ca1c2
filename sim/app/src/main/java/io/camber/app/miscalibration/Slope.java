package io.camber.app.miscalibration;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Line through zero by least squares: no miscalibration changes nothing.
 *
 * @param perUnit change for a size of one
 * @param residual root of the squared distances from the line over the points less one; absent for a single point
 */
record Slope(double perUnit, OptionalDouble residual) {
  /** A change and the size that it came with. */
  record Point(double size, double change) {}

  /** At least one point, of sizes that are not zero. */
  static Slope of(List<Point> points) {
    if (points.isEmpty() || points.stream().anyMatch(point -> point.size() == 0.0)) {
      throw new IllegalArgumentException("points=" + points + " say nothing of a slope");
    }
    double products = 0.0;
    double squares = 0.0;
    for (Point point : points) {
      products += point.size() * point.change();
      squares += point.size() * point.size();
    }
    double slope = products / squares;
    double rest = 0.0;
    for (Point point : points) {
      double apart = point.change() - slope * point.size();
      rest += apart * apart;
    }
    return new Slope(
        slope,
        points.size() == 1
            ? OptionalDouble.empty()
            : OptionalDouble.of(Math.sqrt(rest / (points.size() - 1))));
  }
}
