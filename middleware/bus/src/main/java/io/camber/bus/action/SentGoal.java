package io.camber.bus.action;

import io.camber.bus.Cancellation;

/** A goal as its client sees it: asks after it as long as it is open, and gives it up when nothing comes back. */
public final class SentGoal<G, F, R> {
  /** Times that a client asks within its timeout. */
  private static final int ASKS = 4;

  private final ActionClient<G, F, R> client;
  private final ActionGoal<G> goal;
  private final long timeoutNs;
  private final GoalListener<F, R> listener;
  private GoalState state = GoalState.UNKNOWN;
  private boolean ended;
  private boolean cancelWanted;
  private long heardNs;
  private Cancellation nextAsk = () -> {};

  SentGoal(
      ActionClient<G, F, R> client,
      ActionGoal<G> goal,
      long timeoutNs,
      GoalListener<F, R> listener) {
    this.client = client;
    this.goal = goal;
    this.timeoutNs = timeoutNs;
    this.listener = listener;
    this.heardNs = client.nowNs();
  }

  public GoalId id() {
    return goal.id();
  }

  /** As last heard; {@link GoalState#UNKNOWN} until the server answers. */
  public GoalState state() {
    return state;
  }

  /** Whether nothing more will be heard of it. */
  public boolean hasEnded() {
    return ended;
  }

  /** Asks the server to end the goal, and again until it answers. */
  public void cancel() {
    if (!ended && !cancelWanted) {
      cancelWanted = true;
      nextAsk.cancel();
      ask();
    }
  }

  /** One request now, the next after a part of the timeout. */
  void ask() {
    if (client.nowNs() - heardNs >= timeoutNs) {
      lose("does not answer for " + timeoutNs / 1_000_000 + " ms");
      return;
    }
    long pauseNs = Math.max(1, timeoutNs / ASKS);
    if (state == GoalState.UNKNOWN) {
      client.askGoal(goal, pauseNs);
    } else {
      client.askQuery(new ActionQuery(id(), cancelWanted), pauseNs);
    }
    nextAsk = client.after(pauseNs, this::ask);
  }

  void hear(ActionFeedback<F> feedback) {
    if (!ended) {
      accepted();
      listener.onFeedback(feedback.feedback());
    }
  }

  void hear(ActionStatus<R> status) {
    if (ended) {
      return;
    }
    heardNs = client.nowNs();
    switch (status.state()) {
      case UNKNOWN -> lose("knows nothing of goal " + id() + " any more");
      case EXECUTING -> {
        accepted();
        if (cancelWanted && !status.reason().isEmpty()) {
          cancelWanted = false;
          listener.onCancelRefused(status.reason());
        }
      }
      case CANCELING -> {
        accepted();
        state = GoalState.CANCELING;
      }
      case REFUSED, SUCCEEDED, CANCELED, ABORTED -> end(status);
    }
  }

  private void accepted() {
    heardNs = client.nowNs();
    if (state == GoalState.UNKNOWN) {
      state = GoalState.EXECUTING;
      boolean wasCancelled = cancelWanted; // too early to ask the server for it
      listener.onAccepted();
      if (wasCancelled && !ended) {
        nextAsk.cancel();
        ask();
      }
    }
  }

  private void end(ActionStatus<R> status) {
    cancelWanted = false;
    if (status.state() != GoalState.REFUSED) {
      accepted();
    }
    state = status.state();
    close();
    listener.onEnd(status);
  }

  private void lose(String what) {
    close();
    listener.onLost("the server of action " + client.action() + " " + what);
  }

  private void close() {
    ended = true;
    nextAsk.cancel();
    client.forget(id());
  }
}
