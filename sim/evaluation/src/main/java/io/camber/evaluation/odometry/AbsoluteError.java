package io.camber.evaluation.odometry;

import java.util.List;

/**
 * Root mean square distance and angle between an estimated and a true trajectory, pose by pose.
 *
 * @param rotation rad
 */
public record AbsoluteError(double translationM, double rotation) {
  /** After the estimate was moved as a whole to where it fits best: shape alone counts. */
  public static AbsoluteError aligned(List<Rigid> estimated, List<Rigid> actual) {
    requireEqual(estimated, actual);
    Rigid move = Alignment.of(estimated, actual);
    return of(estimated.stream().map(move::times).toList(), actual);
  }

  /** As they are: what a map-based estimate has to answer for. */
  public static AbsoluteError of(List<Rigid> estimated, List<Rigid> actual) {
    requireEqual(estimated, actual);
    double squares = 0.0;
    double angleSquares = 0.0;
    for (int i = 0; i < actual.size(); i++) {
      Rigid error = actual.get(i).inverse().times(estimated.get(i));
      double angle = error.angle();
      squares += error.distanceM() * error.distanceM();
      angleSquares += angle * angle;
    }
    int count = actual.size();
    return new AbsoluteError(Math.sqrt(squares / count), Math.sqrt(angleSquares / count));
  }

  private static void requireEqual(List<Rigid> estimated, List<Rigid> actual) {
    if (estimated.size() != actual.size() || actual.isEmpty()) {
      throw new IllegalArgumentException(
          "estimated=" + estimated.size() + " poses for " + actual.size() + " true ones");
    }
  }
}
