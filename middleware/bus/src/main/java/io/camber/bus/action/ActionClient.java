package io.camber.bus.action;

import io.camber.bus.Cancellation;
import io.camber.bus.NodeContext;
import io.camber.bus.ServiceClient;
import java.util.LinkedHashMap;
import java.util.Map;

/** The asking side of an action, made of clients and subscriptions of its node. */
public final class ActionClient<G, F, R> {
  private final NodeContext context;
  private final Action<G, F, R> action;
  private final ServiceClient<ActionGoal<G>, ActionStatus<R>> goals;
  private final ServiceClient<ActionQuery, ActionStatus<R>> queries;
  private final Map<GoalId, SentGoal<G, F, R>> open = new LinkedHashMap<>();
  private final long sinceNs;
  private long next;

  private ActionClient(NodeContext context, Action<G, F, R> action) {
    this.context = context;
    this.action = action;
    this.goals = context.client(action.goalService());
    this.queries = context.client(action.queryService());
    this.sinceNs = context.clock().timeNs();
  }

  /** Lets a node use an action; called while the node starts. */
  public static <G, F, R> ActionClient<G, F, R> open(NodeContext context, Action<G, F, R> action) {
    ActionClient<G, F, R> client = new ActionClient<>(context, action);
    context.subscribe(action.feedback(), (feedback, envelope) -> client.hear(feedback));
    context.subscribe(action.states(), (status, envelope) -> client.hear(status));
    return client;
  }

  /**
   * Sends a goal.
   *
   * @param timeoutNs of the run's clock without a sign of life from the server, at any time until the end; then the goal is
   *     lost
   */
  public SentGoal<G, F, R> send(G goal, long timeoutNs, GoalListener<F, R> listener) {
    if (timeoutNs <= 0) {
      throw new IllegalArgumentException("timeoutNs=" + timeoutNs + " is not positive");
    }
    GoalId id = new GoalId(context.name(), sinceNs, next++);
    SentGoal<G, F, R> sent = new SentGoal<>(this, new ActionGoal<>(id, goal), timeoutNs, listener);
    open.put(id, sent);
    sent.ask();
    return sent;
  }

  private void hear(ActionFeedback<F> feedback) {
    SentGoal<G, F, R> sent = open.get(feedback.id());
    if (sent != null) {
      sent.hear(feedback);
    }
  }

  private void hear(ActionStatus<R> status) {
    SentGoal<G, F, R> sent = open.get(status.id());
    if (sent != null) {
      sent.hear(status);
    }
  }

  void askGoal(ActionGoal<G> goal, long timeoutNs) {
    goals.ask(goal, timeoutNs, (status, envelope) -> hear(status), () -> {});
  }

  void askQuery(ActionQuery query, long timeoutNs) {
    queries.ask(query, timeoutNs, (status, envelope) -> hear(status), () -> {});
  }

  Cancellation after(long delayNs, Runnable what) {
    return context.after(delayNs, what);
  }

  void forget(GoalId id) {
    open.remove(id);
  }

  long nowNs() {
    return context.clock().timeNs();
  }

  String action() {
    return action.name();
  }
}
