package io.camber.app.sweep.search;

/**
 * One run that a search asked for.
 *
 * @param generation from 1
 * @param run its number in the whole sweep
 * @param best the smallest value up to this one
 */
public record SearchStep(int generation, long run, double value, double best) {}
