package io.camber.bus.action;

import io.camber.bus.NodeContext;
import io.camber.bus.Publisher;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The serving side of an action, made of two services and two topics of its node. Keeps the goals that it works on and the
 * last that have ended, so that a client that missed the end learns it when it asks.
 */
public final class ActionServer<G, F, R> {
  /** Goals worked on at one time; more are refused. */
  private static final int OPEN_MAX = 64;

  private static final int ENDED_MAX = 64;

  private final NodeContext context;
  private final ActionWork<G, F, R> work;
  private final Publisher<ActionFeedback<F>> feedback;
  private final Publisher<ActionStatus<R>> states;
  private final Map<GoalId, ActionTask<G, F, R>> tasks = new LinkedHashMap<>();

  private ActionServer(NodeContext context, Action<G, F, R> action, ActionWork<G, F, R> work) {
    this.context = context;
    this.work = work;
    this.feedback = context.publisher(action.feedback());
    this.states = context.publisher(action.states());
  }

  /** Lets a node serve an action; called while the node starts. */
  public static <G, F, R> void open(
      NodeContext context, Action<G, F, R> action, ActionWork<G, F, R> work) {
    ActionServer<G, F, R> server = new ActionServer<>(context, action, work);
    context.serve(action.goalService(), server::accept);
    context.serve(action.queryService(), server::answer);
  }

  /** A goal that comes again, as its client heard no answer, is the same goal. */
  private ActionStatus<R> accept(ActionGoal<G> wanted) {
    ActionTask<G, F, R> known = tasks.get(wanted.id());
    if (known != null) {
      return known.status();
    }
    Optional<String> fault = open() >= OPEN_MAX
        ? Optional.of(OPEN_MAX + " goals are being worked on")
        : work.findFault(wanted.goal());
    if (fault.isPresent()) {
      return new ActionStatus<>(wanted.id(), GoalState.REFUSED, fault.get(), Optional.empty());
    }
    ActionTask<G, F, R> task = new ActionTask<>(this, wanted.id(), wanted.goal());
    tasks.put(wanted.id(), task);
    forgetOldest();
    publish(task.status());
    work.begin(task);
    return task.status();
  }

  private long open() {
    return tasks.values().stream().filter(task -> !task.state().isFinal()).count();
  }

  private void forgetOldest() {
    long ended = tasks.size() - open();
    var each = tasks.values().iterator();
    while (ended > ENDED_MAX && each.hasNext()) {
      if (each.next().state().isFinal()) {
        each.remove();
        ended--;
      }
    }
  }

  private ActionStatus<R> answer(ActionQuery query) {
    ActionTask<G, F, R> task = tasks.get(query.id());
    if (task == null) {
      return new ActionStatus<>(query.id(), GoalState.UNKNOWN, "", Optional.empty());
    }
    if (!query.cancel() || task.state() != GoalState.EXECUTING) {
      return task.status();
    }
    Optional<String> fault = work.cancel(task);
    if (fault.isPresent()) {
      ActionStatus<R> now = task.status();
      return new ActionStatus<>(now.id(), now.state(), fault.get(), now.result());
    }
    if (!task.state().isFinal()) {
      task.move(new ActionStatus<>(query.id(), GoalState.CANCELING, "", Optional.empty()));
    }
    return task.status();
  }

  void publish(ActionFeedback<F> message) {
    feedback.publish(message, context.clock().timeNs());
  }

  void publish(ActionStatus<R> message) {
    states.publish(message, context.clock().timeNs());
  }
}
