package io.camber.sim.scenario.storyboard;

import io.camber.sim.scenario.action.PrivateAction;
import io.camber.sim.scenario.action.TeleportAction;
import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.storyboard.ElementSpec.InitSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts the Init actions of an entity after those of the entities it is placed relative to; else the order of the file. */
final class InitOrder {
  private record Block(Node node, String entity, List<InitSpec> specs) {
    boolean places() {
      return specs.stream()
          .anyMatch(spec -> spec.action().own().filter(InitOrder::isPlacing).isPresent());
    }

    List<String> anchors() {
      return specs.stream()
          .flatMap(spec -> spec.action().own().stream())
          .flatMap(action -> action.anchor().stream())
          .toList();
    }
  }

  private final List<Block> blocks = new ArrayList<>();
  private final List<Block> done = new ArrayList<>();
  private final List<Block> open = new ArrayList<>();

  private static boolean isPlacing(PrivateAction action) {
    return action instanceof TeleportAction;
  }

  void add(Node node, String entity, List<InitSpec> specs) {
    blocks.add(new Block(node, entity, List.copyOf(specs)));
  }

  List<InitSpec> sorted() {
    blocks.forEach(this::visit);
    return done.stream().flatMap(block -> block.specs().stream()).toList();
  }

  private void visit(Block block) {
    if (done.contains(block)) {
      return;
    }
    if (open.contains(block)) {
      throw block
          .node()
          .error("entity " + block.entity() + " is placed relative to itself, by way of "
              + String.join(", ", open.stream().map(Block::entity).toList()));
    }
    open.add(block);
    for (String anchor : block.anchors()) {
      if (!anchor.equals(block.entity())) {
        Optional<Block> needed = blocks.stream()
            .filter(other -> other.entity().equals(anchor) && other.places())
            .findFirst();
        needed.ifPresent(this::visit);
      }
    }
    open.remove(block);
    done.add(block);
  }
}
