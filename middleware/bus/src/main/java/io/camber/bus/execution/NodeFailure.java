package io.camber.bus.execution;

/** A node's handler threw. */
public record NodeFailure(String node, long timeNs, RuntimeException cause) {}
