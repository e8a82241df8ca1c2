package io.camber.sim.scenario.distribution;

import java.util.List;
import java.util.Map;

/** One direction in which scenarios vary: a numbered list of assignments to one parameter or to several at once. Immutable. */
public sealed interface Axis permits ListAxis, RangeAxis, SetAxis, DrawAxis {
  /** Names of the parameters it assigns. A set may leave some of them out and so at their declared value. */
  List<String> names();

  /** Number of assignments; at least 1. */
  long size();

  /** Adds assignment {@code index} to {@code values}. */
  void assign(long index, Map<String, String> values);
}
