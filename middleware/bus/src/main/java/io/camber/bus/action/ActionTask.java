package io.camber.bus.action;

import java.util.Optional;

/** A goal that a server works on. Owned by the server's node. */
public final class ActionTask<G, F, R> {
  private final ActionServer<G, F, R> server;
  private final GoalId id;
  private final G goal;
  private ActionStatus<R> status;

  ActionTask(ActionServer<G, F, R> server, GoalId id, G goal) {
    this.server = server;
    this.id = id;
    this.goal = goal;
    this.status = new ActionStatus<>(id, GoalState.EXECUTING, "", Optional.empty());
  }

  public GoalId id() {
    return id;
  }

  public G goal() {
    return goal;
  }

  public GoalState state() {
    return status.state();
  }

  /** Tells whoever listens how it goes. */
  public void feedback(F feedback) {
    requireOpen();
    server.publish(new ActionFeedback<>(id, feedback));
  }

  /** Ends the task: the goal is reached. */
  public void succeed(R result) {
    end(GoalState.SUCCEEDED, "", Optional.of(result));
  }

  /** Ends the task: the goal cannot be reached. */
  public void abort(String reason) {
    end(GoalState.ABORTED, reason, Optional.empty());
  }

  /** Ends the task as somebody wished; the result says how far it came. */
  public void cancel(R result) {
    end(GoalState.CANCELED, "", Optional.of(result));
  }

  private void end(GoalState state, String reason, Optional<R> result) {
    requireOpen();
    move(new ActionStatus<>(id, state, reason, result));
  }

  private void requireOpen() {
    if (status.state().isFinal()) {
      throw new IllegalStateException("goal " + id + " has ended: " + status.state());
    }
  }

  void move(ActionStatus<R> next) {
    status = next;
    server.publish(next);
  }

  ActionStatus<R> status() {
    return status;
  }
}
