package io.camber.truth;

/**
 * Something the storyboard did.
 *
 * @param kind {@code "started"}, {@code "ended"}, {@code "skipped"}, {@code "warning"}, {@code "stopped"}
 * @param element storyboard path such as {@code "Act/Group/Maneuver/Event"}
 */
public record ScenarioEvent(long timeNs, String kind, String element, String detail) {}
