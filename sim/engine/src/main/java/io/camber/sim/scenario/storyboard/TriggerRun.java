package io.camber.sim.scenario.storyboard;

import io.camber.sim.scenario.entity.Stage;
import java.util.List;
import java.util.function.Consumer;

/** A trigger in play. */
final class TriggerRun {
  private final ConditionRun[][] groups;

  TriggerRun(List<List<ConditionRun>> groups) {
    this.groups = groups.stream()
        .map(group -> group.toArray(ConditionRun[]::new))
        .toArray(ConditionRun[][]::new);
  }

  boolean fires(Stage stage) {
    boolean fires = false;
    for (ConditionRun[] group : groups) {
      fires |= holds(group, stage);
    }
    if (fires) {
      each(ConditionRun::fired);
    }
    return fires;
  }

  /** After the first condition that does not hold, only those with a clock of their own are looked at. */
  private static boolean holds(ConditionRun[] group, Stage stage) {
    boolean all = group.length > 0;
    for (ConditionRun condition : group) {
      if (all || condition.hasDelay()) {
        all &= condition.evaluate(stage);
      }
    }
    return all;
  }

  void reset() {
    each(ConditionRun::reset);
  }

  private void each(Consumer<ConditionRun> change) {
    for (ConditionRun[] group : groups) {
      for (ConditionRun condition : group) {
        change.accept(condition);
      }
    }
  }
}
