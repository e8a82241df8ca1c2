package io.camber.planning;

import io.camber.geometry.Pose2;
import io.camber.planning.ClosedLoop.Moment;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;

/** Motions for scripted actors and figures read off a drive. */
final class Drives {
  private Drives() {}

  /** Along the x axis at lane offset {@code y}: way over time. */
  static DoubleFunction<Pose2> along(double y, double fromX, DoubleUnaryOperator way) {
    return t -> new Pose2(fromX + way.applyAsDouble(t), y, 0.0);
  }

  /** Constant speed, then constant braking to standstill from {@code atS} on. */
  static DoubleUnaryOperator brakingAt(double atS, double speedMps, double decelMps2) {
    return t -> {
      if (t <= atS) {
        return speedMps * t;
      }
      double braked = Math.min(t - atS, speedMps / decelMps2);
      return speedMps * atS + speedMps * braked - 0.5 * decelMps2 * braked * braked;
    };
  }

  /** Sinusoidal lane change between two offsets. */
  static DoubleFunction<Pose2> changing(
      double fromX, double speedMps, double fromY, double toY, double atS, double durationS) {
    return t -> {
      double f = Math.max(0.0, Math.min(1.0, (t - atS) / durationS));
      double y = fromY + (toY - fromY) * 0.5 * (1.0 - StrictMath.cos(Math.PI * f));
      double rate = f <= 0.0 || f >= 1.0
          ? 0.0
          : (toY - fromY) * 0.5 * Math.PI / durationS * StrictMath.sin(Math.PI * f);
      return new Pose2(fromX + speedMps * t, y, StrictMath.atan2(rate, speedMps));
    };
  }

  static double clearanceMin(List<Moment> drive) {
    return drive.stream().mapToDouble(Moment::clearanceM).min().orElseThrow();
  }

  static double decelMax(List<Moment> drive) {
    return drive.stream().mapToDouble(m -> -m.ego().accelMps2()).max().orElseThrow();
  }

  static double accelMax(List<Moment> drive) {
    return drive.stream().mapToDouble(m -> m.ego().accelMps2()).max().orElseThrow();
  }

  static double lateralMax(List<Moment> drive) {
    return drive.stream()
        .mapToDouble(m ->
            Math.abs(m.ego().curvaturePerM()) * m.ego().speedMps() * m.ego().speedMps())
        .max()
        .orElseThrow();
  }

  static Moment at(List<Moment> drive, double timeS) {
    return drive.get(Math.min(drive.size() - 1, (int) Math.rint(timeS * 10.0)));
  }

  static Moment last(List<Moment> drive) {
    return drive.get(drive.size() - 1);
  }

  /** For people who look at a failing drive. */
  static String table(List<Moment> drive) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < drive.size(); i += 5) {
      Moment m = drive.get(i);
      out.append(String.format(
          java.util.Locale.ROOT,
          "%5.1f s  x %7.1f y %6.2f  v %5.2f a %5.2f  clear %6.2f  %s%n",
          m.timeS(),
          m.ego().x(),
          m.ego().y(),
          m.ego().speedMps(),
          m.ego().accelMps2(),
          m.clearanceM(),
          m.plan().reasons()));
    }
    return out.toString();
  }
}
