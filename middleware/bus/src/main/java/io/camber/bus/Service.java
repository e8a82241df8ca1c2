package io.camber.bus;

/** A named question with a typed answer. */
public record Service<Q, A>(String name, Topic<Q> request, Topic<A> answer) {}
