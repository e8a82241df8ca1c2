package io.camber.sim.scenario.storyboard;

import io.camber.sim.scenario.action.GlobalAction;
import io.camber.sim.scenario.action.PrivateAction;
import io.camber.sim.scenario.condition.TriggerSpec;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The parts of a storyboard as the file tells them. */
public final class ElementSpec {
  private ElementSpec() {}

  /** What an event does when its trigger fires while others of its maneuver run. */
  public enum Priority {
    /** Ends the others; "overwrite" until version 1.1. */
    OVERRIDE,
    OVERWRITE,
    PARALLEL,
    SKIP
  }

  /** What an action element does: one of the two. */
  public record ActionSpec(
      String name, Optional<PrivateAction> own, Optional<GlobalAction> global) {}

  /** An event with its actions. */
  public record EventSpec(
      String name,
      Priority priority,
      int executionsMax,
      List<ActionSpec> actions,
      Optional<TriggerSpec> start) {
    public EventSpec {
      actions = List.copyOf(actions);
    }
  }

  /** A maneuver. */
  public record ManeuverSpec(String name, List<EventSpec> events) {
    public ManeuverSpec {
      events = List.copyOf(events);
    }
  }

  /**
   * A maneuver group; actors are names of entities or selections.
   *
   * @param selectsTriggering true when those act too that an event's start trigger, or without one the act's, was met by
   */
  public record GroupSpec(
      String name,
      int executionsMax,
      List<String> actors,
      boolean selectsTriggering,
      List<ManeuverSpec> maneuvers) {
    public GroupSpec {
      actors = List.copyOf(actors);
      maneuvers = List.copyOf(maneuvers);
    }
  }

  /** An act. */
  public record ActSpec(
      String name,
      List<GroupSpec> groups,
      Optional<TriggerSpec> start,
      Optional<TriggerSpec> stop) {
    public ActSpec {
      groups = List.copyOf(groups);
    }
  }

  /** A story. */
  public record StorySpec(String name, List<ActSpec> acts) {
    public StorySpec {
      acts = List.copyOf(acts);
    }
  }

  /** An action of the Init phase; without an entity it is global. */
  public record InitSpec(Optional<String> entity, ActionSpec action) {}

  /** The whole storyboard. */
  public record StoryboardSpec(List<InitSpec> init, List<StorySpec> stories, TriggerSpec stop) {
    public StoryboardSpec {
      init = List.copyOf(init);
      stories = List.copyOf(stories);
    }

    /** Every global action, whether it will ever run or not. */
    public List<GlobalAction> globalActions() {
      Stream<ActionSpec> later = stories.stream()
          .flatMap(story -> story.acts().stream())
          .flatMap(act -> act.groups().stream())
          .flatMap(group -> group.maneuvers().stream())
          .flatMap(maneuver -> maneuver.events().stream())
          .flatMap(event -> event.actions().stream());
      return Stream.concat(init.stream().map(InitSpec::action), later)
          .flatMap(action -> action.global().stream())
          .toList();
    }
  }
}
