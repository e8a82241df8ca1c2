package io.camber.sim.scenario.entity;

import io.camber.truth.ActorTruth;
import java.util.List;

/** What a traffic action has set going: vehicles that it lets into the scenario and that move by themselves, or a place where they go. */
public interface Crowd {
  /** The name by which the file stops it; empty without one. */
  String name();

  /** Goes on to the stage's time. */
  void advance();

  /** Nobody appears or goes any more. */
  void stop();

  /** Whether names of its vehicles begin so. */
  default boolean names(String prefix) {
    return false;
  }

  /** Its vehicles on the road. */
  default List<ActorTruth> members() {
    return List.of();
  }

  /** Takes the vehicle of that name off the road, if there is one. */
  default void take(String member) {}
}
