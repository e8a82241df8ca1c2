package io.camber.app.agreement;

/** Where an entity was: its reference point in metres, yaw in radians. */
record Sample(double timeS, double x, double y, double yaw, double speedMps) {}
