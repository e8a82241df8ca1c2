package io.camber.evaluation.detection;

/**
 * What came of the detections of one class.
 *
 * @param averagePrecision mean over the four distances
 * @param positionM mean error of the centre of what was found within 2 m
 * @param scale one minus the overlap of sizes
 * @param yaw mean error of the heading
 * @param velocityMps mean error of the velocity; NaN when none was claimed
 * @param attribute share of wrong attributes; NaN where there are none
 * @param objects that there were to find
 */
public record ClassScore(
    double averagePrecision,
    double positionM,
    double scale,
    double yaw,
    double velocityMps,
    double attribute,
    int objects) {}
