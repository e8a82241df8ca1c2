package io.camber.sim.scenario.storyboard;

import io.camber.sim.scenario.action.Domain;
import java.util.ArrayList;
import java.util.List;

/** All actions of a storyboard, so that a new one can end those that control the same domain of the same entity. */
final class Clashes {
  private final List<Element> actions = new ArrayList<>();

  void add(Element action) {
    actions.add(action);
  }

  void endOthers(Element newcomer, ActionWork work) {
    if (work.actor().isEmpty() || work.domains().isEmpty()) {
      return;
    }
    for (Element other : actions) {
      ActionWork theirs = other.work();
      if (other != newcomer
          && other.isRunning()
          && theirs != null
          && theirs.actor().equals(work.actor())
          && Domain.clash(theirs.domains(), work.domains())) {
        other.end();
      }
    }
  }
}
