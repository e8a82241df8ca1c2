package io.camber.bus.lifecycle;

/** Asks a node to work, or to pause. */
public record LifecycleRequest(String node, boolean active) {}
