package io.camber.importing.scenario;

import io.camber.geometry.Size3;
import io.camber.scene.ObjectClass;
import java.util.List;

/**
 * A road user of a recording.
 *
 * @param states at least one, times rising
 */
public record RecordedActor(String name, ObjectClass kind, Size3 size, List<RecordedState> states) {
  public RecordedActor {
    states = List.copyOf(states);
    if (states.isEmpty()) {
      throw new IllegalArgumentException(name + " has no state");
    }
    for (int i = 1; i < states.size(); i++) {
      if (states.get(i).timeS() <= states.get(i - 1).timeS()) {
        throw new IllegalArgumentException(
            name + " goes back in time at " + states.get(i).timeS() + " s, state " + i);
      }
    }
  }

  RecordedState first() {
    return states.get(0);
  }

  RecordedState last() {
    return states.get(states.size() - 1);
  }
}
