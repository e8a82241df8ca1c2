package io.camber.sim.scenario.place;

import io.camber.sim.scenario.entity.Stage;
import io.camber.sim.scenario.road.RoadCursor;
import java.util.Optional;

/** A position as the file describes it, resolved when it is needed. */
public interface Place {
  Spot on(Stage stage);

  /** True when the place is the same at all times. */
  default boolean isFixed() {
    return false;
  }

  /** The place as a cursor to look at, not to move; a fixed one is found once on a stage. */
  default RoadCursor seenOn(Stage stage) {
    return isFixed()
        ? stage.remembered(this, () -> on(stage).cursor())
        : on(stage).cursor();
  }

  /** The entity the place is relative to. */
  default Optional<String> anchor() {
    return Optional.empty();
  }
}
