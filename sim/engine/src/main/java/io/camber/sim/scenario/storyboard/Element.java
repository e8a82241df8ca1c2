package io.camber.sim.scenario.storyboard;

import io.camber.sim.scenario.condition.ElementStateTest.ElementType;
import io.camber.sim.scenario.entity.Stage;
import io.camber.sim.scenario.storyboard.ElementSpec.Priority;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A storyboard element in play. An element starts when its trigger fires or, without one, with its parent; it ends when all
 * its children are complete; groups and events then wait for their next execution while they have any left.
 */
final class Element {
  private final Optional<ElementType> type;
  private final String name;
  private final String path;
  private final @Nullable Element parent;
  private final Stage stage;
  private final List<Element> children = new ArrayList<>();
  private final List<StateWatch> watches = new ArrayList<>();
  private @Nullable TriggerRun startTrigger;
  private @Nullable TriggerRun stopTrigger;
  private @Nullable ActionWork work;
  private @Nullable Clashes clashes;
  private Priority priority = Priority.PARALLEL;
  private int executionsMax = 1;
  private int executions;
  private State state = State.INITIAL;

  Element(Stage stage, Optional<ElementType> type, String name, @Nullable Element parent) {
    this.stage = stage;
    this.type = type;
    this.name = name;
    this.parent = parent;
    this.path = parent == null || parent.path.isEmpty() ? name : parent.path + "/" + name;
    if (parent != null) {
      parent.children.add(this);
    }
  }

  void setTriggers(@Nullable TriggerRun start, @Nullable TriggerRun stop) {
    startTrigger = start;
    stopTrigger = stop;
  }

  void setExecutionsMax(int count) {
    executionsMax = count;
  }

  void setEvent(Priority newPriority, Clashes newClashes) {
    priority = newPriority;
    clashes = newClashes;
  }

  void setWork(ActionWork newWork) {
    work = newWork;
  }

  @Nullable
  ActionWork work() {
    return work;
  }

  Optional<ElementType> type() {
    return type;
  }

  String name() {
    return name;
  }

  String path() {
    return path;
  }

  List<Element> children() {
    return children;
  }

  State state() {
    return state;
  }

  boolean isRunning() {
    return state == State.RUNNING;
  }

  boolean isComplete() {
    return state == State.COMPLETE;
  }

  void watchedBy(StateWatch watch) {
    watches.add(watch);
  }

  private boolean is(ElementType wanted) {
    return type.isPresent() && type.get() == wanted;
  }

  // --- the step

  void evaluateTriggers() {
    if (state == State.RUNNING && stopTrigger != null && stopTrigger.fires(stage)) {
      stop();
    }
    if (state == State.STANDBY && (startTrigger == null || startTrigger.fires(stage))) {
      start();
    }
    if (state == State.RUNNING) {
      for (int i = 0; i < children.size(); i++) {
        children.get(i).evaluateTriggers();
      }
    }
  }

  void step(double dtS) {
    if (state != State.RUNNING) {
      return;
    }
    if (work != null) {
      if (work.step(dtS)) {
        end();
      }
      return;
    }
    for (int i = 0; i < children.size(); i++) {
      children.get(i).step(dtS);
    }
  }

  // --- transitions

  void start() {
    if (is(ElementType.EVENT) && !mayStart()) {
      return;
    }
    if (state == State.INITIAL && startTrigger != null) {
      change(State.STANDBY, Passage.NONE);
      return;
    }
    executions++;
    change(State.RUNNING, Passage.START);
    if (is(ElementType.EVENT)) {
      startActions();
      return;
    }
    if (work != null) {
      work.start(stage);
    }
    for (int i = 0; i < children.size(); i++) {
      children.get(i).start();
    }
  }

  /** Settles the event's priority against the running events of its maneuver. */
  private boolean mayStart() {
    if (state == State.INITIAL && startTrigger != null) {
      return true;
    }
    if (state == State.RUNNING || parent == null) {
      return false;
    }
    switch (priority) {
      case PARALLEL -> {
        return true;
      }
      case SKIP -> {
        if (parent.children.stream().noneMatch(Element::isRunning)) {
          return true;
        }
        tell(State.STANDBY, Passage.SKIP);
        return false;
      }
      case OVERRIDE, OVERWRITE -> {
        for (Element other : parent.children) {
          if (other != this && other.isRunning()) {
            other.end();
          }
        }
        return true;
      }
    }
    return true;
  }

  private void startActions() {
    if (children.isEmpty()) {
      end();
      return;
    }
    for (Element action : children) {
      if (clashes != null && action.work != null && action.work.isChosen(stage)) {
        clashes.endOthers(action, action.work);
      }
      action.start();
    }
  }

  /** Ends the element and what still runs below it. */
  void end() {
    if (state == State.COMPLETE) {
      return;
    }
    for (int i = 0; i < children.size(); i++) {
      if (children.get(i).isRunning()) {
        children.get(i).end();
      }
    }
    if (state == State.COMPLETE
        || state == State.INITIAL
        || (state == State.STANDBY && executions > 0)) {
      // the last child has ended its parents already
      return;
    }
    if (work != null) {
      work.end();
    }
    boolean repeats = is(ElementType.EVENT) || is(ElementType.MANEUVER_GROUP);
    if (repeats && (executionsMax < 0 || executions < executionsMax)) {
      resetTriggers();
      change(State.STANDBY, Passage.END);
      children.forEach(Element::reset);
    } else {
      change(State.COMPLETE, Passage.END);
    }
    if (parent != null) {
      parent.childEnded();
    }
  }

  private void childEnded() {
    boolean isStoryboard = type.isEmpty() && parent == null && work == null;
    if (isStoryboard || state == State.COMPLETE) {
      return;
    }
    for (int i = 0; i < children.size(); i++) {
      if (!children.get(i).isComplete()) {
        return;
      }
    }
    end();
  }

  void stop() {
    for (int i = 0; i < children.size(); i++) {
      children.get(i).stop();
    }
    if (state != State.STANDBY && state != State.RUNNING) {
      return;
    }
    if (work != null && state == State.RUNNING) {
      work.end();
    }
    change(State.COMPLETE, Passage.STOP);
    if (parent != null) {
      parent.childEnded();
    }
  }

  private void reset() {
    children.forEach(Element::reset);
    state = State.INITIAL;
    resetTriggers();
  }

  private void resetTriggers() {
    if (startTrigger != null) {
      startTrigger.reset();
    }
    if (stopTrigger != null) {
      stopTrigger.reset();
    }
  }

  private void change(State newState, Passage passage) {
    if (newState != state) {
      state = newState;
      tell(newState, passage);
    }
  }

  private void tell(State newState, Passage passage) {
    for (int i = 0; i < watches.size(); i++) {
      watches.get(i).notice(newState, passage);
    }
    switch (passage) {
      case NONE -> {}
      case START -> stage.report("started", path, kindName());
      case END -> stage.report("ended", path, kindName());
      case STOP -> stage.report("stopped", path, kindName());
      case SKIP -> stage.report("skipped", path, kindName());
    }
  }

  private String kindName() {
    return type.map(kind -> kind.name().toLowerCase(Locale.ROOT).replace('_', ' '))
        .orElse("storyboard");
  }
}
