package io.camber.bus.action;

/** How far a goal is. The order is part of the wire format. */
public enum GoalState {
  /** The server has never heard of it, or has forgotten it. */
  UNKNOWN,
  /** It was not accepted. */
  REFUSED,
  EXECUTING,
  /** It is still being worked on, but only to end it in order. */
  CANCELING,
  SUCCEEDED,
  CANCELED,
  /** The server gave it up. */
  ABORTED;

  /** Whether nothing comes after it. */
  public boolean isFinal() {
    return this != EXECUTING && this != CANCELING;
  }
}
