package io.camber.bus.action;

/** What the server tells about a goal while it works on it. */
public record ActionFeedback<F>(GoalId id, F feedback) {}
