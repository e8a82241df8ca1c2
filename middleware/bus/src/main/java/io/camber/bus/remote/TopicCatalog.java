package io.camber.bus.remote;

import io.camber.bus.Topic;

/** Finds the topics that a peer speaks of by name. */
@FunctionalInterface
public interface TopicCatalog {
  /**
   * The topic of that name.
   *
   * @throws IllegalArgumentException when there is none
   */
  Topic<?> topic(String name);
}
