package io.camber.bus.action;

/** Hears what becomes of a goal, in handlers of the client's node. Exactly one of the last two ends it. */
public interface GoalListener<F, R> {
  void onAccepted();

  void onFeedback(F feedback);

  /** It was asked to end the goal and does not; the goal goes on. */
  void onCancelRefused(String reason);

  /** The goal was refused, reached, cancelled or given up. */
  void onEnd(ActionStatus<R> status);

  /** The server does not answer, or knows nothing of the goal any more. */
  void onLost(String reason);
}
