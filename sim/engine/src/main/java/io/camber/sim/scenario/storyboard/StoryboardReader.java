package io.camber.sim.scenario.storyboard;

import io.camber.sim.scenario.action.Actions;
import io.camber.sim.scenario.condition.TriggerSpec;
import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.document.Plays;
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
import java.util.List;
import java.util.Optional;

/** Reads the Storyboard element. */
@Plays({
  "Storyboard",
  "Init",
  "Actions",
  "Private",
  "PrivateAction",
  "GlobalAction",
  "Story",
  "Act",
  "ManeuverGroup",
  "Actors",
  "Maneuver",
  "Event",
  "Action"
})
public final class StoryboardReader {
  private static final int UNLIMITED = -1;

  private StoryboardReader() {}

  public static StoryboardSpec read(Node storyboard) {
    List<InitSpec> init = new ArrayList<>();
    storyboard
        .find("Init")
        .flatMap(node -> node.find("Actions"))
        .ifPresent(actions -> readInit(actions, init));
    List<StorySpec> stories = new ArrayList<>();
    storyboard.all("Story").forEach(story -> stories.add(readStory(story)));
    TriggerSpec stop =
        storyboard.find("StopTrigger").map(TriggerSpec::read).orElse(new TriggerSpec(List.of()));
    return new StoryboardSpec(init, stories, stop);
  }

  /** Global actions come before private ones, whatever their order in the file. */
  private static void readInit(Node actions, List<InitSpec> init) {
    for (Node global : actions.all("GlobalAction")) {
      init.add(new InitSpec(
          Optional.empty(),
          new ActionSpec("Init", Optional.empty(), Optional.of(Actions.readGlobal(global)))));
    }
    for (Node userDefined : actions.all("UserDefinedAction")) {
      init.add(new InitSpec(
          Optional.empty(),
          new ActionSpec(
              "Init", Optional.empty(), Optional.of(Actions.readUserDefined(userDefined)))));
    }
    InitOrder order = new InitOrder();
    for (Node own : actions.all("Private")) {
      String entity = own.entity("entityRef");
      List<InitSpec> specs = new ArrayList<>();
      for (Node action : own.all("PrivateAction")) {
        specs.add(new InitSpec(
            Optional.of(entity),
            new ActionSpec("Init", Optional.of(Actions.readPrivate(action)), Optional.empty())));
      }
      order.add(own, entity, specs);
    }
    init.addAll(order.sorted());
  }

  private static StorySpec readStory(Node story) {
    Node scoped = story.withParameters();
    List<ActSpec> acts = new ArrayList<>();
    scoped.all("Act").forEach(act -> acts.add(readAct(act)));
    return new StorySpec(scoped.label("name"), acts);
  }

  private static ActSpec readAct(Node act) {
    List<GroupSpec> groups = new ArrayList<>();
    act.all("ManeuverGroup").forEach(group -> groups.add(readGroup(group)));
    return new ActSpec(
        act.label("name"),
        groups,
        act.find("StartTrigger").map(TriggerSpec::read),
        act.find("StopTrigger").map(TriggerSpec::read));
  }

  private static GroupSpec readGroup(Node group) {
    Node actors = group.one("Actors");
    boolean selects = actors.truth("selectTriggeringEntities", false);
    List<String> names = new ArrayList<>();
    actors.all("EntityRef").forEach(reference -> names.add(reference.entity("entityRef")));
    List<ManeuverSpec> maneuvers = new ArrayList<>();
    for (Node child : group.children()) {
      if (child.name().equals("Maneuver")) {
        maneuvers.add(readManeuver(child));
      } else if (child.name().equals("CatalogReference")) {
        Node entry = group.reading().resolve(child);
        if (!entry.name().equals("Maneuver")) {
          throw child.error("catalog entry is a <" + entry.name() + ">, expected a <Maneuver>");
        }
        maneuvers.add(readManeuver(entry));
      } else if (!child.name().equals("Actors")) {
        throw child.error("<" + child.name() + "> has no place in a <ManeuverGroup>");
      }
    }
    return new GroupSpec(group.label("name"), executions(group), names, selects, maneuvers);
  }

  private static int executions(Node node) {
    int count = node.integer("maximumExecutionCount", 1);
    if (count < 1) {
      node.warn("maximumExecutionCount " + count + " counts as unlimited");
      return UNLIMITED;
    }
    return count;
  }

  private static ManeuverSpec readManeuver(Node maneuver) {
    Node scoped = maneuver.withParameters();
    List<EventSpec> events = new ArrayList<>();
    scoped.all("Event").forEach(event -> events.add(readEvent(event)));
    return new ManeuverSpec(scoped.label("name"), events);
  }

  private static EventSpec readEvent(Node event) {
    List<ActionSpec> actions = new ArrayList<>();
    event.all("Action").forEach(action -> actions.add(readAction(action)));
    return new EventSpec(
        event.label("name"),
        event.oneOf("priority", Priority.class, Priority.PARALLEL),
        executions(event),
        actions,
        event.find("StartTrigger").map(TriggerSpec::read));
  }

  private static ActionSpec readAction(Node action) {
    if (action.isEmpty()) {
      action.warn("<Action> holds no action: it has no effect");
      return new ActionSpec(action.label("name"), Optional.empty(), Optional.of(stage -> {}));
    }
    Node kind = action.choice();
    String name = action.label("name");
    return switch (kind.name()) {
      case "PrivateAction" ->
        new ActionSpec(name, Optional.of(Actions.readPrivate(kind)), Optional.empty());
      case "GlobalAction" ->
        new ActionSpec(name, Optional.empty(), Optional.of(Actions.readGlobal(kind)));
      case "UserDefinedAction" ->
        new ActionSpec(name, Optional.empty(), Optional.of(Actions.readUserDefined(kind)));
      default -> throw kind.error("<" + kind.name() + "> is not an action");
    };
  }
}
