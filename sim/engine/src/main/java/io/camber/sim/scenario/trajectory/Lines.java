package io.camber.sim.scenario.trajectory;

import io.camber.sim.scenario.trajectory.TrajectoryLine.Turning;
import java.util.ArrayList;
import java.util.List;

/** Makes lines of the shapes of OpenSCENARIO. */
public final class Lines {
  /** Chord of sampled curves: in the tightest arc of the suites (9 m) it misses the curve by 0.6 mm. */
  private static final double SAMPLE_M = 0.2;

  /** Resolution of the places where the control points of a NURBS weigh most, as in esmini. */
  private static final double TIME_SAMPLE_M = 1.0;

  /** Samples of the shape for one of the times. */
  private static final int FINE_SAMPLES = 5;

  private Lines() {}

  /**
   * A polyline.
   *
   * @param follows true for the following mode "follow", false for "position"
   */
  public static TrajectoryLine polyline(
      List<Vertex> corners, Turning turning, boolean follows, double initialSpeedMps) {
    TrajectoryLine line = new TrajectoryLine(corners, new double[0], turning);
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
    return curve(samples, stations.stream().mapToDouble(Double::doubleValue).toArray())
        .withYawOfLine();
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

  /**
   * A rational B-spline of the given order (degree + 1). Times are set at every fifth sample, about a metre apart, and are
   * even in between, as in esmini.
   */
  public static TrajectoryLine nurbs(
      int order, List<Vertex> controls, double[] weights, double[] knots) {
    int degree = order - 1;
    double first = knots[degree];
    double last = knots[controls.size()];
    int coarse = Math.max(4, Math.min(4_000, 1 + (int) (polygonM(controls) / TIME_SAMPLE_M)));
    int steps = coarse * FINE_SAMPLES;
    double[] x = new double[steps + 1];
    double[] y = new double[steps + 1];
    double[] stations = new double[steps + 1];
    for (int i = 0; i <= steps; i++) {
      double[] p = Nurbs.at(first + (last - first) * i / steps, degree, controls, weights, knots);
      x[i] = p[0];
      y[i] = p[1];
      stations[i] =
          i == 0 ? 0.0 : stations[i - 1] + StrictMath.hypot(x[i] - x[i - 1], y[i] - y[i - 1]);
    }
    double[] peaks = Nurbs.peaks(degree, controls.size(), knots, coarse);
    List<Vertex> samples = new ArrayList<>();
    for (int i = 0; i <= steps; i++) {
      int from = Math.min(i / FINE_SAMPLES, coarse - 1) * FINE_SAMPLES;
      int to = from + FINE_SAMPLES;
      double before = timeAt(first + (last - first) * from / steps, peaks, controls);
      double after = timeAt(first + (last - first) * to / steps, peaks, controls);
      double way = stations[to] - stations[from];
      double share = way > 0.0 ? (stations[i] - stations[from]) / way : 0.0;
      double time = before + share * (after - before);
      samples.add(new Vertex(x[i], y[i], 0.0, 0.0, false, false, time));
    }
    return curve(samples, stations);
  }

  private static double polygonM(List<Vertex> controls) {
    double length = 0.0;
    for (int i = 1; i < controls.size(); i++) {
      length += StrictMath.hypot(
          controls.get(i).x() - controls.get(i - 1).x(),
          controls.get(i).y() - controls.get(i - 1).y());
    }
    return length;
  }

  /** A control point's time holds where its weight in the curve is largest; linear in between, as in esmini. */
  private static double timeAt(double u, double[] peaks, List<Vertex> controls) {
    int i = 0;
    while (i < peaks.length - 2 && u >= peaks[i + 1]) {
      i++;
    }
    double share = (u - peaks[i]) / (peaks[i + 1] - peaks[i]);
    double from = controls.get(i).timeS();
    return from + share * (controls.get(i + 1).timeS() - from);
  }

  private static TrajectoryLine curve(List<Vertex> samples, double[] stations) {
    TrajectoryLine line = new TrajectoryLine(samples, stations, Turning.EVEN);
    return line.hasTimes() ? line.withSteadySpeeds() : line;
  }
}
