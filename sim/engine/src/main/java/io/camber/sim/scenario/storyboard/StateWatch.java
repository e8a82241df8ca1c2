package io.camber.sim.scenario.storyboard;

import io.camber.sim.scenario.condition.ElementStateTest.Wanted;
import java.util.ArrayList;
import java.util.List;

/** Answers a question about an element's state; a transition counts at the first look after it happened. */
final class StateWatch {
  private record Change(State state, Passage passage) {}

  private final Wanted wanted;
  private final List<Change> fresh = new ArrayList<>();
  private State last = State.INITIAL;

  StateWatch(Wanted wanted) {
    this.wanted = wanted;
  }

  void notice(State state, Passage passage) {
    fresh.add(new Change(state, passage));
  }

  boolean holds() {
    if (fresh.isEmpty()) {
      return matches(last, Passage.NONE);
    }
    boolean found = false;
    for (Change change : fresh) {
      found |= matches(change.state(), change.passage());
      last = change.state();
    }
    fresh.clear();
    return found;
  }

  void reset() {
    fresh.clear();
  }

  private boolean matches(State state, Passage passage) {
    return switch (wanted) {
      case STANDBY_STATE -> state == State.STANDBY;
      case RUNNING_STATE -> state == State.RUNNING;
      case COMPLETE_STATE -> state == State.COMPLETE;
      case START_TRANSITION -> passage == Passage.START;
      case END_TRANSITION -> passage == Passage.END;
      case STOP_TRANSITION -> passage == Passage.STOP;
      case SKIP_TRANSITION -> passage == Passage.SKIP;
    };
  }
}
