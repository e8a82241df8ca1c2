package io.camber.evaluation.latency;

/**
 * One leg of the way from a sensor to the actuators.
 *
 * @param to topic whose publication ends the leg
 * @param meanS mean duration over all actuations
 */
public record Hop(String to, double meanS) {}
