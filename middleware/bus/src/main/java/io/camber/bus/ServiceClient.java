package io.camber.bus;

/** Asks a service. The answer arrives later, in a handler of the asking node. */
public interface ServiceClient<Q, A> {
  /** Asks and waits without a bound. */
  void ask(Q question, Handler<A> onAnswer);

  /**
   * Asks and waits for {@code timeoutNs} of the run's clock; then {@code onTimeout} is called instead, and an answer that
   * still comes is dropped.
   */
  Question ask(Q question, long timeoutNs, Handler<A> onAnswer, Runnable onTimeout);

  /** A question that was asked. */
  @FunctionalInterface
  interface Question {
    /** Stops waiting; false when it was answered, timed out or cancelled before. */
    boolean cancel();
  }
}
