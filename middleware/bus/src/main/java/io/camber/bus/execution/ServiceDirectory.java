package io.camber.bus.execution;

import io.camber.bus.Service;
import io.camber.bus.ServiceClient;
import io.camber.bus.ServiceHandler;
import io.camber.bus.transport.BusMessage;
import java.util.Map;
import java.util.TreeMap;

/** Who answers which service. Questions and answers travel as messages of the service's two topics, to one recipient each. */
final class ServiceDirectory {
  private record Server(NodeRuntime node, Asked asked) {}

  /** Answers one question message to the node that asked. */
  private interface Asked {
    void ask(BusMessage<?> question, Answered answered);
  }

  /** Takes the answer on the executor's side. */
  private interface Answered {
    void answer(BusMessage<?> answer);
  }

  private final Map<String, Server> servers = new TreeMap<>();

  <Q, A> void serve(Service<Q, A> service, NodeRuntime node, ServiceHandler<Q, A> handler) {
    NodePublisher<A> answers = new NodePublisher<>(node, service.answer());
    Asked asked = (question, answered) -> {
      A answer = handler.answer(service.request().type().cast(question.value()));
      answers.publishTo(answer, question.envelope().measurementTimeNs(), answered::answer);
    };
    Server previous = servers.putIfAbsent(service.name(), new Server(node, asked));
    if (previous != null) {
      throw new IllegalStateException("service " + service.name() + " is served by "
          + previous.node().name() + " already, " + node.name() + " cannot serve it too");
    }
  }

  <Q, A> ServiceClient<Q, A> client(Service<Q, A> service, NodeRuntime asking) {
    NodePublisher<Q> questions = new NodePublisher<>(asking, service.request());
    return (question, onAnswer) -> {
      Answered answered = answer -> asking.enqueue(
          service,
          answer,
          () -> onAnswer.handle(service.answer().type().cast(answer.value()), answer.envelope()));
      questions.publishTo(
          question, asking.clock().timeNs(), message -> deliver(service.name(), message, answered));
    };
  }

  private void deliver(String service, BusMessage<?> question, Answered answered) {
    Server server = servers.get(service);
    if (server == null) {
      throw new IllegalStateException("node " + question.envelope().publisher() + " asks service "
          + service + ", which nobody serves");
    }
    server.node().enqueue(service, question, () -> server.asked().ask(question, answered));
  }
}
