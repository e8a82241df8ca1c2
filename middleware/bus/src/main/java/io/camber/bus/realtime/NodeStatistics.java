package io.camber.bus.realtime;

/**
 * What a node has done so far.
 *
 * @param calls of its handlers
 * @param busyNs in its handlers and sending what they published, summed
 * @param callNsMax its longest call, sending included
 * @param lateNsMax the longest time between a tick and its call
 * @param overruns ticks and messages that fell because the node was too slow
 * @param expired messages whose lifespan ended while they waited
 * @param malformed messages that could not be decoded
 * @param refused messages that a wire did not take
 */
public record NodeStatistics(
    String node,
    long calls,
    long busyNs,
    long callNsMax,
    long lateNsMax,
    long overruns,
    long expired,
    long malformed,
    long refused) {}
