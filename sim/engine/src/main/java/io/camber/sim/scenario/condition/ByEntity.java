package io.camber.sim.scenario.condition;

import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.document.Plays;
import io.camber.sim.scenario.entity.Entity;
import io.camber.sim.scenario.entity.Stage;
import java.util.ArrayList;
import java.util.List;

/**
 * ByEntityCondition: an entity test over the triggering entities. Entities that are not in the world do not count.
 *
 * @param rule whether one, all or none of them must pass
 */
@Plays({"ByEntityCondition", "TriggeringEntities", "EntityCondition"})
record ByEntity(List<String> entities, Quantifier rule, EntityTest test) implements Test.OnStage {
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
    Node condition = node.one("EntityCondition").choice();
    return new ByEntity(entities, rule, EntityTests.read(condition));
  }

  boolean isMetBy(Stage stage, Entity entity) {
    return entities.stream().anyMatch(name -> stage.all(name).contains(entity))
        && test.holds(stage, entity);
  }

  @Override
  public boolean holds(Stage stage) {
    boolean anyPresent = false;
    for (int i = 0; i < entities.size(); i++) {
      List<Entity> meant = stage.all(entities.get(i));
      for (int k = 0; k < meant.size(); k++) {
        Entity entity = meant.get(k);
        if (!entity.isPresent()) {
          continue;
        }
        anyPresent = true;
        // all fails with the first that does not pass, any and none are decided by the first that
        // does
        if (test.holds(stage, entity) != (rule == Quantifier.ALL)) {
          return rule == Quantifier.ANY;
        }
      }
    }
    return rule == Quantifier.NONE || (rule == Quantifier.ALL && anyPresent);
  }
}
