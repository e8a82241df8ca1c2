package io.camber.sim.scenario.storyboard;

import io.camber.sim.scenario.condition.ConditionSpec;
import io.camber.sim.scenario.condition.ValueTest;
import io.camber.sim.scenario.entity.Stage;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A condition in play: finds edges of its test's result and holds them back by the delay. */
final class ConditionRun {
  private final ConditionSpec spec;
  private final Optional<StateWatch> watch;
  private final DelayLine delay = new DelayLine();
  private final @Nullable ValueTest valueTest;
  private int revision = -1;
  private boolean before;
  private boolean evaluated;

  ConditionRun(ConditionSpec spec, Optional<StateWatch> watch) {
    this.spec = spec;
    this.watch = watch;
    this.valueTest = spec.test() instanceof ValueTest test ? test : null;
  }

  boolean hasDelay() {
    return spec.delayS() > 0.0;
  }

  boolean evaluate(Stage stage) {
    boolean now = holds(stage);
    boolean value = edge(now);
    before = now;
    evaluated = true;
    if (!hasDelay()) {
      return value;
    }
    delay.put(stage.timeS(), value);
    return delay.at(stage.timeS() - spec.delayS());
  }

  private boolean holds(Stage stage) {
    if (valueTest != null) {
      int current = valueTest.revision(stage);
      if (current == revision) {
        return before;
      }
      revision = current;
    }
    return watch.isPresent() ? watch.get().holds() : spec.test().holds(stage);
  }

  private boolean edge(boolean now) {
    return switch (spec.edge()) {
      case NONE -> now;
      case RISING -> evaluated && now && !before;
      case FALLING -> evaluated && !now && before;
      case RISING_OR_FALLING -> evaluated && now != before;
    };
  }

  /** Its trigger has fired: an edge needs a first look again. */
  void fired() {
    evaluated = false;
  }

  void reset() {
    delay.reset();
    watch.ifPresent(StateWatch::reset);
  }
}
