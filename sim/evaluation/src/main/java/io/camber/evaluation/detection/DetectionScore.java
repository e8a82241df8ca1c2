package io.camber.evaluation.detection;

import java.util.Collection;
import java.util.function.ToDoubleFunction;

/**
 * The nuScenes detection score (Caesar et al. 2020, eq. 3) with its parts, each the mean over the classes that had anything to find
 * and for which it is defined; all NaN without any class.
 *
 * @param score half of it precision, a tenth each of the five errors: {@code (5 map + sum of max(0, 1 - error)) / 10}
 */
public record DetectionScore(
    double score,
    double map,
    double positionM,
    double scale,
    double yaw,
    double velocityMps,
    double attribute) {
  public static DetectionScore of(Collection<ClassScore> classes) {
    double map = mean(classes, ClassScore::averagePrecision);
    double position = mean(classes, ClassScore::positionM);
    double scale = mean(classes, ClassScore::scale);
    double yaw = mean(classes, ClassScore::yaw);
    double velocity = mean(classes, ClassScore::velocityMps);
    double attribute = mean(classes, ClassScore::attribute);
    double sum = good(position) + good(scale) + good(yaw) + good(velocity) + good(attribute);
    return new DetectionScore(
        (5.0 * map + sum) / 10.0, map, position, scale, yaw, velocity, attribute);
  }

  private static double good(double error) {
    return Math.max(0.0, 1.0 - error);
  }

  private static double mean(Collection<ClassScore> classes, ToDoubleFunction<ClassScore> part) {
    return classes.stream()
        .mapToDouble(part)
        .filter(value -> !Double.isNaN(value))
        .average()
        .orElse(Double.NaN);
  }
}
