package io.camber.control.lateral;

/** Where the rear axle is expected when a command issued now begins to act. {@code course} is the velocity's direction. */
record PredictedMotion(
    double x,
    double y,
    double course,
    double speedMps,
    double yawRateRadps,
    double steeringAngle) {}
