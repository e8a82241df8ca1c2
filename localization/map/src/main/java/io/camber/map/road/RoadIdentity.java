package io.camber.map.road;

import java.util.Optional;

/**
 * Names and links of a road.
 *
 * @param virtualStart the place in the middle of another road where this one begins, if so
 * @param virtualEnd the place in the middle of another road where this one ends, if so
 */
public record RoadIdentity(
    String id,
    String name,
    Optional<String> junctionId,
    boolean leftHandTraffic,
    Optional<RoadLink> predecessor,
    Optional<RoadLink> successor,
    Optional<VirtualLink> virtualStart,
    Optional<VirtualLink> virtualEnd) {}
