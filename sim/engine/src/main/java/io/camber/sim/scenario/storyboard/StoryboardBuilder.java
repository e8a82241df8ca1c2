package io.camber.sim.scenario.storyboard;

import io.camber.sim.scenario.condition.ConditionSpec;
import io.camber.sim.scenario.condition.ElementStateTest;
import io.camber.sim.scenario.condition.ElementStateTest.ElementType;
import io.camber.sim.scenario.condition.TriggerSpec;
import io.camber.sim.scenario.entity.Entity;
import io.camber.sim.scenario.entity.Stage;
import io.camber.sim.scenario.storyboard.ElementSpec.ActSpec;
import io.camber.sim.scenario.storyboard.ElementSpec.ActionSpec;
import io.camber.sim.scenario.storyboard.ElementSpec.EventSpec;
import io.camber.sim.scenario.storyboard.ElementSpec.GroupSpec;
import io.camber.sim.scenario.storyboard.ElementSpec.InitSpec;
import io.camber.sim.scenario.storyboard.ElementSpec.ManeuverSpec;
import io.camber.sim.scenario.storyboard.ElementSpec.Priority;
import io.camber.sim.scenario.storyboard.ElementSpec.StorySpec;
import io.camber.sim.scenario.storyboard.ElementSpec.StoryboardSpec;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the elements of a storyboard, one action element per actor, and ties state conditions to the elements they watch. */
final class StoryboardBuilder {
  private final Stage stage;
  private final Element root;
  private final List<Element> init = new ArrayList<>();
  private final List<Element> all = new ArrayList<>();
  private final Clashes clashes = new Clashes();

  private record Watching(ElementStateTest test, StateWatch watch) {}

  private final List<Watching> watchings = new ArrayList<>();

  StoryboardBuilder(StoryboardSpec spec, Stage stage) {
    this.stage = stage;
    this.root = new Element(stage, Optional.empty(), "", null);
    root.setTriggers(null, trigger(spec.stop()));
    spec.init().forEach(this::addInit);
    spec.stories().forEach(this::addStory);
    watchings.forEach(this::resolve);
  }

  Element root() {
    return root;
  }

  List<Element> init() {
    return init;
  }

  private void addInit(InitSpec spec) {
    List<Optional<Entity>> actors = new ArrayList<>();
    if (spec.entity().isEmpty()) {
      actors.add(Optional.empty());
    } else {
      stage.all(spec.entity().get()).forEach(entity -> actors.add(Optional.of(entity)));
    }
    for (Optional<Entity> actor : actors) {
      String name = actor.map(entity -> "Init/" + entity.name()).orElse("Init");
      Element element = new Element(stage, Optional.empty(), name, null);
      element.setWork(new ActionWork(spec.action(), actor, Optional.empty()));
      clashes.add(element);
      init.add(element);
    }
  }

  private void addStory(StorySpec spec) {
    Element story = element(ElementType.STORY, spec.name(), root);
    for (ActSpec act : spec.acts()) {
      Element element = element(ElementType.ACT, act.name(), story);
      element.setTriggers(triggerOrNull(act.start()), triggerOrNull(act.stop()));
      act.groups().forEach(group -> addGroup(group, element, act.start()));
    }
  }

  private void addGroup(GroupSpec spec, Element act, Optional<TriggerSpec> actStart) {
    Element group = element(ElementType.MANEUVER_GROUP, spec.name(), act);
    group.setExecutionsMax(spec.executionsMax());
    List<Entity> actors = new ArrayList<>();
    spec.actors().forEach(name -> actors.addAll(stage.all(name)));
    for (ManeuverSpec maneuver : spec.maneuvers()) {
      Element element = element(ElementType.MANEUVER, maneuver.name(), group);
      for (EventSpec event : maneuver.events()) {
        Optional<TriggerSpec> chosenBy = spec.selectsTriggering()
            ? event.start().filter(start -> !start.watched().isEmpty()).or(() -> actStart)
            : Optional.empty();
        addEvent(event, element, actors, chosenBy);
      }
    }
  }

  /**
   * Adds an event.
   *
   * @param chosenBy the trigger whose entities act beside the actors, those that meet it when the event starts
   */
  private void addEvent(
      EventSpec spec, Element maneuver, List<Entity> actors, Optional<TriggerSpec> chosenBy) {
    Element event = element(ElementType.EVENT, spec.name(), maneuver);
    event.setTriggers(triggerOrNull(spec.start()), null);
    event.setExecutionsMax(spec.executionsMax());
    Priority priority = spec.priority();
    event.setEvent(priority, clashes);
    for (ActionSpec action : spec.actions()) {
      if (action.own().isEmpty()) {
        addAction(action, event, Optional.empty());
      } else {
        actors.forEach(actor -> addAction(action, event, Optional.of(actor)));
        chosenBy.ifPresent(trigger -> addChosen(action, event, actors, trigger));
      }
    }
  }

  private void addChosen(
      ActionSpec action, Element event, List<Entity> actors, TriggerSpec trigger) {
    Set<Entity> candidates = new LinkedHashSet<>();
    trigger.watched().forEach(name -> candidates.addAll(stage.all(name)));
    actors.forEach(candidates::remove);
    for (Entity candidate : candidates) {
      addWork(action, event, new ActionWork(action, Optional.of(candidate), Optional.of(trigger)));
    }
  }

  private void addAction(ActionSpec spec, Element event, Optional<Entity> actor) {
    addWork(spec, event, new ActionWork(spec, actor, Optional.empty()));
  }

  private void addWork(ActionSpec spec, Element event, ActionWork work) {
    Element action = element(ElementType.ACTION, spec.name(), event);
    action.setWork(work);
    clashes.add(action);
  }

  private Element element(ElementType type, String name, Element parent) {
    Element element = new Element(stage, Optional.of(type), name, parent);
    all.add(element);
    return element;
  }

  /** An empty start trigger is none: the element starts with its parent. */
  private @Nullable TriggerRun triggerOrNull(Optional<TriggerSpec> spec) {
    return spec.filter(given -> !given.groups().isEmpty()).map(this::trigger).orElse(null);
  }

  private TriggerRun trigger(TriggerSpec spec) {
    List<List<ConditionRun>> groups = new ArrayList<>();
    for (List<ConditionSpec> group : spec.groups()) {
      List<ConditionRun> runs = new ArrayList<>();
      group.forEach(condition -> runs.add(new ConditionRun(condition, watch(condition))));
      groups.add(runs);
    }
    return new TriggerRun(groups);
  }

  private Optional<StateWatch> watch(ConditionSpec condition) {
    if (!(condition.test() instanceof ElementStateTest test)) {
      return Optional.empty();
    }
    StateWatch watch = new StateWatch(test.wanted());
    watchings.add(new Watching(test, watch));
    return Optional.of(watch);
  }

  /** The first element of the kind whose path ends in the reference. */
  private void resolve(Watching watching) {
    ElementStateTest test = watching.test();
    String reference = test.reference().replace("::", "/");
    for (Element element : all) {
      boolean sameType = element.type().filter(type -> type == test.type()).isPresent();
      boolean named = element.path().equals(reference) || element.path().endsWith("/" + reference);
      if (sameType && named) {
        element.watchedBy(watching.watch());
        return;
      }
    }
    throw test.node()
        .error("the storyboard has no "
            + test.type().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " \""
            + test.reference() + "\"");
  }
}
