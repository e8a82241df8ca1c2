package io.camber.bus;

/** Asks a service. The answer arrives later, in a handler of the asking node. */
public interface ServiceClient<Q, A> {
  void ask(Q question, Handler<A> onAnswer);
}
