package io.camber.bus.action;

/** A goal on its way to the server. */
public record ActionGoal<G>(GoalId id, G goal) {}
