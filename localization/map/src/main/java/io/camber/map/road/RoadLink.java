package io.camber.map.road;

import java.util.Optional;

/**
 * What a road runs into at one of its ends: a road or a junction.
 *
 * @param contact the end of the linked road that is met; empty for junctions
 */
public record RoadLink(String elementId, boolean junction, Optional<ContactPoint> contact) {}
