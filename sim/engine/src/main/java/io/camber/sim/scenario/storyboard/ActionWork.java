package io.camber.sim.scenario.storyboard;

import io.camber.sim.scenario.action.ActionRun;
import io.camber.sim.scenario.action.Domain;
import io.camber.sim.scenario.action.GlobalAction;
import io.camber.sim.scenario.action.PrivateAction;
import io.camber.sim.scenario.condition.TriggerSpec;
import io.camber.sim.scenario.entity.Entity;
import io.camber.sim.scenario.entity.Stage;
import io.camber.sim.scenario.storyboard.ElementSpec.ActionSpec;
import java.util.Optional;
import java.util.Set;

/** What an action element does when it runs, for one actor or for none. */
final class ActionWork {
  private final ActionSpec spec;
  private final Optional<Entity> actor;
  private final Optional<TriggerSpec> chosenBy;
  private ActionRun run = ActionRun.DONE;

  /**
   * Work for an actor.
   *
   * @param chosenBy the trigger that the actor must meet when the work starts; without one it works anyway
   */
  ActionWork(ActionSpec spec, Optional<Entity> actor, Optional<TriggerSpec> chosenBy) {
    this.spec = spec;
    this.actor = actor;
    this.chosenBy = chosenBy;
  }

  Optional<Entity> actor() {
    return actor;
  }

  Set<Domain> domains() {
    return spec.own().map(PrivateAction::domains).orElse(Set.of());
  }

  void start(Stage stage) {
    run = ActionRun.DONE;
    spec.global().ifPresent((GlobalAction action) -> action.run(stage));
    if (spec.own().isPresent() && actor.isPresent() && isChosen(stage)) {
      if (!domains().isEmpty()) {
        actor.get().resync();
      }
      run = isOverridden() ? ActionRun.DONE : spec.own().get().start(stage, actor.get());
    }
  }

  /** False for an entity that did not trigger the event, where only those that did act. */
  boolean isChosen(Stage stage) {
    return chosenBy.isEmpty() || chosenBy.get().isMetBy(stage, actor.orElseThrow());
  }

  /** A controller has taken over what the action is about. */
  private boolean isOverridden() {
    return actor.isPresent()
        && actor.get().isOverridden()
        && spec.own().filter(PrivateAction::setsSpeed).isPresent();
  }

  /** True when done. Actions of entities that are not in the world wait. */
  boolean step(double dtS) {
    if (actor.isPresent() && !actor.get().isPresent()) {
      return false;
    }
    return run == ActionRun.DONE || (!isOverridden() && run.step(dtS));
  }

  void end() {
    run.end();
  }
}
