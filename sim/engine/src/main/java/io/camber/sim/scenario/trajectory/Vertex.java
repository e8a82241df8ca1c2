package io.camber.sim.scenario.trajectory;

/**
 * A resolved corner of a trajectory.
 *
 * @param yaw body heading here; meaningful only when {@code hasYaw}, else it follows the line
 * @param z absolute elevation; meaningful only when {@code hasZ}, else the road surface
 * @param timeS as written, NaN without
 */
public record Vertex(
    double x, double y, double z, double yaw, boolean hasYaw, boolean hasZ, double timeS) {}
