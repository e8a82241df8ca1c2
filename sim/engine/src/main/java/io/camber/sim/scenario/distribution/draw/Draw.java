package io.camber.sim.scenario.distribution.draw;

/** A probability distribution of one parameter's values. Immutable. */
public interface Draw {
  /** The value that a stream gives, as text. The same stream gives the same text on every machine. */
  String next(RandomStream stream);
}
