package io.camber.bus.transport;

/**
 * A snapshot of what went through one end of a topic.
 *
 * @param lost messages that a reader should have seen and did not; 0 at a writer
 * @param refused how often a writer was held up or refused by a slow reliable reader; 0 at a reader
 */
public record WireCounters(
    long messages, long bytes, long lost, long refused, long bytesLargest, long lastTimeNs) {}
