package io.camber.map.road;

import java.util.Optional;

/** Names and links of a road. */
public record RoadIdentity(
    String id,
    String name,
    Optional<String> junctionId,
    boolean leftHandTraffic,
    Optional<RoadLink> predecessor,
    Optional<RoadLink> successor) {}
