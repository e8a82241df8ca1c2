package io.camber.bus.action;

import io.camber.bus.Service;
import io.camber.bus.Topic;

/**
 * A named long-running job: a goal is accepted or refused, fed back on, cancelled or carried to its result.
 *
 * @param goals requests of the service that accepts goals
 * @param queries requests of the service that tells how far they are, and cancels them
 * @param answers of both services
 * @param feedback everybody may listen to it
 * @param states every change of state, with the result at the end; everybody may listen to it
 */
public record Action<G, F, R>(
    String name,
    Topic<ActionGoal<G>> goals,
    Topic<ActionQuery> queries,
    Topic<ActionStatus<R>> answers,
    Topic<ActionFeedback<F>> feedback,
    Topic<ActionStatus<R>> states) {
  Service<ActionGoal<G>, ActionStatus<R>> goalService() {
    return new Service<>(name + "/goal", goals, answers);
  }

  Service<ActionQuery, ActionStatus<R>> queryService() {
    return new Service<>(name + "/query", queries, answers);
  }
}
