package io.camber.bus.node;

import io.camber.bus.Handler;
import io.camber.bus.Service;
import io.camber.bus.ServiceClient;
import io.camber.bus.node.NodeReply.Recipient;
import io.camber.bus.transport.BusMessage;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The questions that a node has put to one service and that are still open. */
final class ServiceCalls<Q, A> implements ServiceClient<Q, A> {
  /** One open question. */
  private record Open<A>(Handler<A> onAnswer, Runnable stopTimeout) {}

  private final LocalNode node;
  private final Service<Q, A> service;
  private final NodePublisher<Q> questions;
  private final TreeMap<Long, Open<A>> open = new TreeMap<>();

  ServiceCalls(LocalNode node, Service<Q, A> service) {
    this.node = node;
    this.service = service;
    this.questions = new NodePublisher<>(node, service.request());
  }

  @Override
  public void ask(Q question, Handler<A> onAnswer) {
    ask(question, Long.MAX_VALUE, onAnswer, () -> {});
  }

  @Override
  public Question ask(Q question, long timeoutNs, Handler<A> onAnswer, Runnable onTimeout) {
    if (timeoutNs <= 0) {
      throw new IllegalArgumentException("timeoutNs=" + timeoutNs + " is not positive");
    }
    long number =
        questions.publishTo(question, node.clock().timeNs(), new Recipient.Server(service.name()));
    Runnable stopTimeout = node.alarmAfter(timeoutNs, () -> {
      open.remove(number);
      onTimeout.run();
    });
    open.put(number, new Open<>(onAnswer, stopTimeout));
    return () -> close(number) != null;
  }

  /** Hands an answer to whoever waits for it; one that comes after timeout or cancellation is dropped. */
  void answer(long number, BusMessage<?> answer) {
    Open<A> call = close(number);
    if (call != null) {
      call.onAnswer().handle(service.answer().type().cast(answer.value()), answer.envelope());
    }
  }

  private @Nullable Open<A> close(long number) {
    Open<A> call = open.remove(number);
    if (call != null) {
      call.stopTimeout().run();
    }
    return call;
  }
}
