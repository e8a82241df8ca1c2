package io.camber.sim.scenario.trajectory;

import java.util.ArrayList;
import java.util.List;

/** Makes lines of the shapes of OpenSCENARIO. */
public final class Lines {
  /** Chord of sampled curves: in the tightest arc of the suites (9 m) it misses the curve by 0.6 mm. */
  private static final double SAMPLE_M = 0.2;

  private Lines() {}

  /**
   * A polyline.
   *
   * @param follows true for the following mode "follow", false for "position"
   */
  public static TrajectoryLine polyline(
      List<Vertex> corners, boolean follows, double initialSpeedMps) {
    TrajectoryLine line = new TrajectoryLine(corners, new double[0], follows);
    if (!line.hasTimes()) {
      return line;
    }
    return follows ? line.withEvenAcceleration(initialSpeedMps) : line.withSteadySpeeds();
  }

  /** A stretch of curvature that changes evenly from start to end. */
  public record ClothoidPiece(
      double curvatureStart, double curvatureEnd, double lengthM, Vertex start, boolean placed) {}

  /**
   * Clothoids one after the other; a piece that is not {@code placed} starts where the one before ends.
   *
   * @param endTimeS NaN when the pieces bear no times
   */
  public static TrajectoryLine clothoids(List<ClothoidPiece> pieces, double endTimeS) {
    List<Vertex> samples = new ArrayList<>();
    List<Double> stations = new ArrayList<>();
    double before = 0.0;
    double x = pieces.get(0).start().x();
    double y = pieces.get(0).start().y();
    double yaw = pieces.get(0).start().yaw();
    for (int k = 0; k < pieces.size(); k++) {
      ClothoidPiece piece = pieces.get(k);
      if (piece.placed()) {
        x = piece.start().x();
        y = piece.start().y();
        yaw = piece.start().yaw();
      }
      double endOfPiece = k + 1 < pieces.size() ? pieces.get(k + 1).start().timeS() : endTimeS;
      int steps = Math.max(1, (int) Math.ceil(piece.lengthM() / SAMPLE_M));
      double h = piece.lengthM() / steps;
      for (int i = k == 0 ? 0 : 1; i <= steps; i++) {
        double u = i * h;
        if (i > 0) {
          double[] moved = advance(piece, u - h, h, x, y, yaw);
          x = moved[0];
          y = moved[1];
        }
        double heading = yaw + turned(piece, u);
        double share = piece.lengthM() > 0.0 ? u / piece.lengthM() : 1.0;
        double time =
            piece.start().timeS() + share * (endOfPiece - piece.start().timeS());
        samples.add(new Vertex(x, y, 0.0, heading, true, false, time));
        stations.add(before + u);
      }
      yaw += turned(piece, piece.lengthM());
      before += piece.lengthM();
    }
    return curve(samples, stations);
  }

  private static double turned(ClothoidPiece piece, double u) {
    double rate = piece.lengthM() > 0.0
        ? (piece.curvatureEnd() - piece.curvatureStart()) / piece.lengthM()
        : 0.0;
    return piece.curvatureStart() * u + 0.5 * rate * u * u;
  }

  /** One step of three-point Gauss-Legendre quadrature of (cos, sin) of the heading. */
  private static double[] advance(
      ClothoidPiece piece, double from, double h, double x, double y, double yaw) {
    double root = Math.sqrt(0.6);
    double[] node = {0.5 * (1.0 - root), 0.5, 0.5 * (1.0 + root)};
    double[] weight = {5.0 / 18.0, 8.0 / 18.0, 5.0 / 18.0};
    double sumX = 0.0;
    double sumY = 0.0;
    for (int i = 0; i < 3; i++) {
      double heading = yaw + turned(piece, from + node[i] * h);
      sumX += weight[i] * StrictMath.cos(heading);
      sumY += weight[i] * StrictMath.sin(heading);
    }
    return new double[] {x + h * sumX, y + h * sumY};
  }

  /** A rational B-spline of the given order (degree + 1). */
  public static TrajectoryLine nurbs(
      int order, List<Vertex> controls, double[] weights, double[] knots) {
    int degree = order - 1;
    double first = knots[degree];
    double last = knots[controls.size()];
    double length = 0.0;
    for (int i = 1; i < controls.size(); i++) {
      length += StrictMath.hypot(
          controls.get(i).x() - controls.get(i - 1).x(),
          controls.get(i).y() - controls.get(i - 1).y());
    }
    int steps = Math.max(20, Math.min(20_000, (int) Math.ceil(length / SAMPLE_M)));
    List<Vertex> samples = new ArrayList<>();
    List<Double> stations = new ArrayList<>();
    double station = 0.0;
    for (int i = 0; i <= steps; i++) {
      double u = first + (last - first) * i / steps;
      double[] p = Nurbs.at(u, degree, controls, weights, knots);
      if (i > 0) {
        Vertex before = samples.get(i - 1);
        station += StrictMath.hypot(p[0] - before.x(), p[1] - before.y());
      }
      samples.add(new Vertex(p[0], p[1], 0.0, 0.0, false, false, p[2]));
      stations.add(station);
    }
    return curve(samples, stations);
  }

  private static TrajectoryLine curve(List<Vertex> samples, List<Double> stations) {
    double[] s = stations.stream().mapToDouble(Double::doubleValue).toArray();
    TrajectoryLine line = new TrajectoryLine(samples, s, true);
    return line.hasTimes() ? line.withSteadySpeeds() : line;
  }
}
