package io.camber.bus.parameter.service;

import io.camber.bus.NodeContext;
import io.camber.bus.ServiceClient;
import io.camber.bus.parameter.ParameterAnswer;
import io.camber.bus.parameter.ParameterClient;
import io.camber.bus.parameter.ParameterRequest;
import java.util.List;
import java.util.function.Consumer;

/** Puts changes to a node's parameter service. */
public final class ParameterAsker implements ParameterClient {
  private final String node;
  private final ServiceClient<ParameterRequest, ParameterAnswer> service;

  /** A client of the parameters of {@code node}. */
  public ParameterAsker(NodeContext context, String node, ParameterTopics topics) {
    this.node = node;
    this.service = context.client(topics.serviceOf(node));
  }

  @Override
  public void set(
      List<ParameterRequest.Assignment> assignments,
      long timeoutNs,
      Consumer<ParameterAnswer> onAnswer,
      Runnable onTimeout) {
    service.ask(
        new ParameterRequest(node, assignments),
        timeoutNs,
        (answer, envelope) -> onAnswer.accept(answer),
        onTimeout);
  }
}
