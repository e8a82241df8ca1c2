package io.camber.messages;

import io.camber.bus.Codec;
import io.camber.bus.Qos;
import io.camber.bus.Topic;
import io.camber.bus.action.Action;
import io.camber.bus.action.ActionFeedback;
import io.camber.bus.action.ActionGoal;
import io.camber.bus.action.ActionQuery;
import io.camber.bus.action.ActionStatus;

/** Makes actions of the codecs of their goals, feedback and results. */
public final class Actions {
  private Actions() {}

  /** The action whose topics are {@code /NAME/goal}, {@code /NAME/query} and so on. */
  public static <G, F, R> Action<G, F, R> of(
      String name, Codec<G> goal, Codec<F> feedback, Codec<R> result) {
    Codec<ActionStatus<R>> status = ActionCodec.status(result);
    return new Action<>(
        name,
        topic(name + "/goal", ActionGoal.class, ActionCodec.goal(goal)),
        topic(name + "/query", ActionQuery.class, ActionCodec.QUERY),
        topic(name + "/answer", ActionStatus.class, status),
        topic(name + "/feedback", ActionFeedback.class, ActionCodec.feedback(feedback)),
        topic(name + "/status", ActionStatus.class, status));
  }

  @SuppressWarnings("unchecked") // the class of a generic type is that of its raw type
  private static <T> Topic<T> topic(String name, Class<?> type, Codec<T> codec) {
    return new Topic<>("/" + name, (Class<T>) type, codec, Qos.RESULT);
  }
}
