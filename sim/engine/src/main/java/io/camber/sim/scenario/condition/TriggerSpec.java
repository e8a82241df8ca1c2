package io.camber.sim.scenario.condition;

import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.document.Plays;
import java.util.ArrayList;
import java.util.List;

/** A Trigger: it fires when all conditions of one of its groups hold. Without groups it never fires. */
@Plays({"StartTrigger", "StopTrigger", "ConditionGroup"})
public record TriggerSpec(List<List<ConditionSpec>> groups) {
  public TriggerSpec {
    groups = groups.stream().map(List::copyOf).toList();
  }

  public static TriggerSpec read(Node node) {
    List<List<ConditionSpec>> groups = new ArrayList<>();
    for (Node group : node.all("ConditionGroup")) {
      List<ConditionSpec> conditions = new ArrayList<>();
      group.all("Condition").forEach(condition -> conditions.add(ConditionSpec.read(condition)));
      groups.add(conditions);
    }
    return new TriggerSpec(groups);
  }
}
