package io.camber.perception.tracking;

/**
 * Where a detection says the middle of a track's box is, with independent errors along and across the box.
 *
 * @param ageS how long before the time of the track's state that was
 * @param yaw of the box, sense already chosen; used only when {@code yawStd} is finite
 */
record BoxFix(
    double x,
    double y,
    double yaw,
    double alongStdM,
    double acrossStdM,
    double yawStd,
    double ageS) {}
