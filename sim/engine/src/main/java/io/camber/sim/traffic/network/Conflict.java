package io.camber.sim.traffic.network;

/**
 * The ground that a lane shares with {@code other}: stations [from, to] of the lane, [otherFrom, otherTo] of the other one.
 *
 * @param rank 1 when this lane has the right of way, -1 when the other has, 0 when neither
 */
record Conflict(
    int other,
    ConflictKind kind,
    double from,
    double to,
    double otherFrom,
    double otherTo,
    int rank) {}
