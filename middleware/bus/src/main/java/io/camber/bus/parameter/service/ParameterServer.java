package io.camber.bus.parameter.service;

import io.camber.bus.NodeContext;
import io.camber.bus.Publisher;
import io.camber.bus.parameter.ParameterAnswer;
import io.camber.bus.parameter.ParameterRequest;
import io.camber.bus.parameter.ParameterState;
import io.camber.bus.parameter.ParameterTable;
import java.util.List;

/**
 * A node's parameters on the bus. A request is a call of the node like any other, so a change falls between two calls of its
 * handlers.
 */
public final class ParameterServer {
  private final NodeContext context;
  private final ParameterTable table;
  private final Publisher<ParameterState> states;

  private ParameterServer(NodeContext context, ParameterTable table, ParameterTopics topics) {
    this.context = context;
    this.table = table;
    this.states = context.publisher(topics.states());
  }

  /** Publishes what was declared and serves changes; nothing when the node has no parameters. */
  public static void open(NodeContext context, ParameterTable table, ParameterTopics topics) {
    if (table.isEmpty()) {
      return;
    }
    ParameterServer server = new ParameterServer(context, table, topics);
    context.serve(topics.serviceOf(context.name()), server::answer);
    server.publish(List.of());
  }

  private ParameterAnswer answer(ParameterRequest request) {
    ParameterAnswer answer = table.apply(request);
    if (!answer.changed().isEmpty()) {
      publish(answer.changed());
    }
    return answer;
  }

  private void publish(List<String> changed) {
    long timeNs = context.clock().timeNs();
    states.publish(table.state(timeNs, changed), timeNs);
  }
}
