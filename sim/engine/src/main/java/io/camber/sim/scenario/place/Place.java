package io.camber.sim.scenario.place;

import io.camber.sim.scenario.entity.Stage;
import java.util.Optional;

/** A position as the file describes it, resolved when it is needed. */
public interface Place {
  Spot on(Stage stage);

  /** The entity the place is relative to. */
  default Optional<String> anchor() {
    return Optional.empty();
  }
}
