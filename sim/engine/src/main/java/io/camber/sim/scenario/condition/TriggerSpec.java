package io.camber.sim.scenario.condition;

import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.document.Plays;
import io.camber.sim.scenario.entity.Entity;
import io.camber.sim.scenario.entity.Stage;
import java.util.ArrayList;
import java.util.List;

/** A Trigger: it fires when all conditions of one of its groups hold. Without groups it never fires. */
@Plays({"StartTrigger", "StopTrigger", "ConditionGroup"})
public record TriggerSpec(List<List<ConditionSpec>> groups) {
  public TriggerSpec {
    groups = groups.stream().map(List::copyOf).toList();
  }

  /** Names of the entities that its conditions watch. */
  public List<String> watched() {
    List<String> names = new ArrayList<>();
    groups.forEach(group -> group.forEach(condition -> {
      if (condition.test() instanceof ByEntity test) {
        names.addAll(test.entities());
      }
    }));
    return names;
  }

  /** Whether the entity passes a condition that watches it, right now. */
  public boolean isMetBy(Stage stage, Entity entity) {
    return groups.stream()
        .flatMap(List::stream)
        .anyMatch(
            condition -> condition.test() instanceof ByEntity test && test.isMetBy(stage, entity));
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
