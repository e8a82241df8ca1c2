package io.camber.bus.remote;

import io.camber.bus.HealthReport;
import io.camber.bus.Topic;
import io.camber.bus.node.RuntimeTopics;
import io.camber.bus.parameter.ParameterAnswer;
import io.camber.bus.parameter.ParameterRequest;
import io.camber.bus.parameter.ParameterState;
import io.camber.bus.parameter.service.ParameterTopics;
import io.camber.bus.transport.WireException;
import java.util.Optional;

/** The topics of the runtime as fields of a frame: names, empty for none. */
final class RuntimeTopicFrames {
  private RuntimeTopicFrames() {}

  static FrameBuilder write(RuntimeTopics topics, FrameBuilder frame) {
    Optional<ParameterTopics> parameters = topics.parameters();
    return frame
        .string(topics.health().map(Topic::name).orElse(""))
        .string(parameters.map(each -> each.states().name()).orElse(""))
        .string(parameters.map(each -> each.requests().name()).orElse(""))
        .string(parameters.map(each -> each.answers().name()).orElse(""));
  }

  static RuntimeTopics read(FrameParser frame, TopicCatalog catalog) {
    Optional<Topic<HealthReport>> health = topic(frame.string(), HealthReport.class, catalog);
    Optional<Topic<ParameterState>> states = topic(frame.string(), ParameterState.class, catalog);
    Optional<Topic<ParameterRequest>> requests =
        topic(frame.string(), ParameterRequest.class, catalog);
    Optional<Topic<ParameterAnswer>> answers =
        topic(frame.string(), ParameterAnswer.class, catalog);
    boolean areComplete = states.isPresent() && requests.isPresent() && answers.isPresent();
    return new RuntimeTopics(
        health,
        areComplete
            ? Optional.of(new ParameterTopics(states.get(), requests.get(), answers.get()))
            : Optional.empty());
  }

  @SuppressWarnings("unchecked") // the topic's type was compared
  private static <T> Optional<Topic<T>> topic(String name, Class<T> type, TopicCatalog catalog) {
    if (name.isEmpty()) {
      return Optional.empty();
    }
    Topic<?> topic = catalog.topic(name);
    if (!topic.type().equals(type)) {
      throw new WireException("topic " + name + " does not carry a " + type.getSimpleName());
    }
    return Optional.of((Topic<T>) topic);
  }
}
