package io.camber.bus.action;

/**
 * Asks how far a goal is.
 *
 * @param cancel and that it be ended, too
 */
public record ActionQuery(GoalId id, boolean cancel) {}
