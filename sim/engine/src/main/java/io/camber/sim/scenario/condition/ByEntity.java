package io.camber.sim.scenario.condition;

import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.entity.Entity;
import io.camber.sim.scenario.entity.Stage;
import java.util.ArrayList;
import java.util.List;

/**
 * ByEntityCondition: an entity test over the triggering entities. Entities that are not in the world do not count.
 *
 * @param all true when every entity must pass, false when one is enough
 */
record ByEntity(List<String> entities, boolean all, EntityTest test) implements Test.OnStage {
  /** The triggeringEntitiesRule. */
  enum Quantifier {
    ANY,
    ALL,
    NONE
  }

  ByEntity {
    entities = List.copyOf(entities);
  }

  static ByEntity read(Node node) {
    Node triggering = node.one("TriggeringEntities");
    List<String> entities = new ArrayList<>();
    triggering.all("EntityRef").forEach(reference -> entities.add(reference.entity("entityRef")));
    if (entities.isEmpty()) {
      throw triggering.error("<TriggeringEntities> names no entity");
    }
    Quantifier rule = triggering.oneOf("triggeringEntitiesRule", Quantifier.class);
    if (rule == Quantifier.NONE) {
      throw triggering.error(
          "triggeringEntitiesRule=\"none\" is not supported; negate the condition's rule");
    }
    Node condition = node.one("EntityCondition").choice();
    return new ByEntity(entities, rule == Quantifier.ALL, EntityTests.read(condition));
  }

  @Override
  public boolean holds(Stage stage) {
    boolean anyPresent = false;
    for (String name : entities) {
      for (Entity entity : stage.all(name)) {
        if (!entity.isPresent()) {
          continue;
        }
        anyPresent = true;
        if (test.holds(stage, entity) != all) {
          return !all;
        }
      }
    }
    return all && anyPresent;
  }
}
