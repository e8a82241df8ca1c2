package io.camber.sim.scenario.storyboard;

import io.camber.sim.scenario.entity.Stage;
import java.util.List;

/** A trigger in play. */
final class TriggerRun {
  private final List<List<ConditionRun>> groups;

  TriggerRun(List<List<ConditionRun>> groups) {
    this.groups = groups.stream().map(List::copyOf).toList();
  }

  boolean fires(Stage stage) {
    boolean fires = false;
    for (int i = 0; i < groups.size(); i++) {
      fires |= holds(groups.get(i), stage);
    }
    if (fires) {
      groups.forEach(group -> group.forEach(ConditionRun::fired));
    }
    return fires;
  }

  /** After the first condition that does not hold, only those with a clock of their own are looked at. */
  private static boolean holds(List<ConditionRun> group, Stage stage) {
    boolean all = !group.isEmpty();
    for (int i = 0; i < group.size(); i++) {
      ConditionRun condition = group.get(i);
      if (all || condition.hasDelay()) {
        all &= condition.evaluate(stage);
      }
    }
    return all;
  }

  void reset() {
    groups.forEach(group -> group.forEach(ConditionRun::reset));
  }
}
