package io.camber.sim.scenario.condition;

import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.document.Plays;
import io.camber.sim.scenario.entity.Stage;

/**
 * StoryboardElementStateCondition: an element is in a state, or made a transition since the last look. The storyboard
 * resolves the reference and answers it.
 */
@Plays("StoryboardElementStateCondition")
public record ElementStateTest(ElementType type, String reference, Wanted wanted, Node node)
    implements Test {
  /** Kinds of storyboard elements. */
  public enum ElementType {
    STORY,
    ACT,
    MANEUVER_GROUP,
    MANEUVER,
    EVENT,
    ACTION
  }

  /** States and transitions. */
  public enum Wanted {
    STANDBY_STATE,
    RUNNING_STATE,
    COMPLETE_STATE,
    START_TRANSITION,
    END_TRANSITION,
    STOP_TRANSITION,
    SKIP_TRANSITION
  }

  static ElementStateTest read(Node node) {
    return new ElementStateTest(
        node.oneOf("storyboardElementType", ElementType.class),
        node.text("storyboardElementRef"),
        node.oneOf("state", Wanted.class),
        node);
  }

  @Override
  public boolean holds(Stage stage) {
    throw new IllegalStateException("the storyboard answers " + reference);
  }
}
