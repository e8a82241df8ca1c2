package io.camber.bus.lifecycle;

/** A node tells that it is in a state from now on. */
public record LifecycleStatus(long timeNs, String node, LifecycleState state) {}
