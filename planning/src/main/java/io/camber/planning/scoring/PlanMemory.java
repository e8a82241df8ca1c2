package io.camber.planning.scoring;

/**
 * What the last plan meant to do, seen from the start of this one.
 *
 * @param arcMAfter2s way to go within 2 s, from the start of this plan
 * @param arcMAfter4s way to go within 4 s
 * @param target offset it meant to settle at, on today's reference line
 */
public record PlanMemory(double arcMAfter2s, double arcMAfter4s, double target) {}
