package io.camber.sim.scenario.action;

import io.camber.sim.scenario.document.Plays;
import io.camber.sim.scenario.entity.Entity;
import io.camber.sim.scenario.entity.Stage;
import java.util.Set;
import java.util.SplittableRandom;

/** RandomRouteAction: at every junction the entity takes a way at random, the same ones for the same seed and entity. */
@Plays("RandomRouteAction")
record RandomRouteAction() implements PrivateAction {
  private static final long MIX = 0x9E3779B97F4A7C15L;

  @Override
  public Set<Domain> domains() {
    return Set.of();
  }

  @Override
  public ActionRun start(Stage stage, Entity actor) {
    SplittableRandom random =
        new SplittableRandom(stage.seed() * MIX + actor.name().hashCode() + stage.timeNs());
    actor.driven().cursor().setRoute(null);
    actor.driven().cursor().setWanderer(random::nextInt);
    return ActionRun.DONE;
  }
}
