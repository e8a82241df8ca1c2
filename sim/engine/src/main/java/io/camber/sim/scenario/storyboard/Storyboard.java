package io.camber.sim.scenario.storyboard;

import io.camber.sim.scenario.entity.Stage;
import io.camber.sim.scenario.storyboard.ElementSpec.StoryboardSpec;
import java.util.List;

/** A storyboard in play. */
public final class Storyboard {
  private final Element root;
  private final List<Element> init;
  private final boolean hasStopTrigger;

  public Storyboard(StoryboardSpec spec, Stage stage) {
    StoryboardBuilder builder = new StoryboardBuilder(spec, stage);
    root = builder.root();
    init = builder.init();
    hasStopTrigger = spec.stop().groups().stream().anyMatch(group -> !group.isEmpty());
  }

  /** Starts the Init actions and the stories. */
  public void start() {
    init.forEach(Element::start);
    root.start();
  }

  /** Looks at the triggers at the current time, then lets the running actions work for a step. */
  public void step(double dtS) {
    root.evaluateTriggers();
    for (int i = 0; i < init.size(); i++) {
      init.get(i).step(dtS);
    }
    root.step(dtS);
  }

  /** True once the stop trigger has fired. */
  public boolean isStopped() {
    return root.isComplete();
  }

  /** True once it has stopped or, without a stop trigger, all stories are complete. */
  public boolean isFinished() {
    return isStopped()
        || (!hasStopTrigger && root.children().stream().allMatch(Element::isComplete));
  }
}
