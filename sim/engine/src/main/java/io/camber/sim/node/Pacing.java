package io.camber.sim.node;

/**
 * How well the world kept to the wall clock.
 *
 * @param steps of the world
 * @param overruns steps that began more than a whole period late
 * @param medianMs half of the steps began at most so late; {@code p99Ms} and {@code maxMs} alike
 */
public record Pacing(long steps, long overruns, double medianMs, double p99Ms, double maxMs) {}
