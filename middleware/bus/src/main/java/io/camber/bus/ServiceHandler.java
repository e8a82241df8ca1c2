package io.camber.bus;

/** Answers one request. */
@FunctionalInterface
public interface ServiceHandler<Q, A> {
  A answer(Q question);
}
