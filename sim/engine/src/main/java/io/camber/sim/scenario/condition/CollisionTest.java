package io.camber.sim.scenario.condition;

import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.document.Plays;
import io.camber.sim.scenario.document.Plays.Support;
import io.camber.sim.scenario.entity.Distances;
import io.camber.sim.scenario.entity.Entity;
import io.camber.sim.scenario.entity.EntityKind;
import io.camber.sim.scenario.entity.Stage;
import java.util.Optional;

/** CollisionCondition: the bounding box touches that of an entity, or of any entity of a kind. */
@Plays(value = "CollisionCondition", support = Support.PARTLY, note = "not with external objects")
record CollisionTest(Optional<String> partner, Optional<EntityKind> kind) implements EntityTest {
  /** Kinds as the file names them; "external" is none of ours. */
  enum ObjectType {
    VEHICLE,
    PEDESTRIAN,
    MISCELLANEOUS,
    EXTERNAL
  }

  static CollisionTest read(Node node) {
    Optional<Node> entity = node.find("EntityRef");
    if (entity.isPresent()) {
      return new CollisionTest(Optional.of(entity.get().entity("entityRef")), Optional.empty());
    }
    Node byType = node.one("ByType");
    String attribute = byType.has("type") ? "type" : "objectType";
    ObjectType type = byType.oneOf(attribute, ObjectType.class);
    if (type == ObjectType.EXTERNAL) {
      throw byType.error("collisions with external objects are not supported");
    }
    return new CollisionTest(Optional.empty(), Optional.of(EntityKind.valueOf(type.name())));
  }

  @Override
  public boolean holds(Stage stage, Entity entity) {
    if (partner.isPresent()) {
      for (Entity other : stage.all(partner.get())) {
        if (touches(entity, other)) {
          return true;
        }
      }
      return false;
    }
    for (Entity other : stage.everyEntity()) {
      if (kind.filter(wanted -> wanted == other.model().kind()).isPresent()
          && touches(entity, other)) {
        return true;
      }
    }
    return false;
  }

  private static boolean touches(Entity entity, Entity other) {
    return other != entity && other.isPresent() && Distances.collide(entity, other);
  }
}
