package io.camber.bus.action;

import java.util.Optional;

/** What a node does with the goals of an action. Called on the node's own thread, like every handler of it. */
public interface ActionWork<G, F, R> {
  /** Why the goal is refused; empty to accept it. */
  Optional<String> findFault(G goal);

  /** Begins to work on an accepted goal; the node goes on in its timers and subscriptions until it ends the task. */
  void begin(ActionTask<G, F, R> task);

  /**
   * Somebody wants the goal ended. The node ends the task at once or later by {@link ActionTask#cancel}.
   *
   * @return why it cannot be ended; empty when it will be
   */
  Optional<String> cancel(ActionTask<G, F, R> task);
}
