package io.camber.app.rig;

import io.camber.bus.Topic;
import io.camber.messages.Topics;

/** The topics of the system by name. */
final class Catalog {
  private Catalog() {}

  static Topic<?> topic(String name) {
    return Topics.find(name)
        .orElseThrow(() -> new IllegalArgumentException("there is no topic " + name));
  }
}
