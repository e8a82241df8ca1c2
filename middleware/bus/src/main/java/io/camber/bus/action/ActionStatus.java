package io.camber.bus.action;

import java.util.Optional;

/**
 * How far a goal is, and what came of it.
 *
 * @param reason why it was refused, aborted or is not cancelled; else empty
 * @param result of a goal that has succeeded, and of a cancelled one as far as it came
 */
public record ActionStatus<R>(GoalId id, GoalState state, String reason, Optional<R> result) {}
