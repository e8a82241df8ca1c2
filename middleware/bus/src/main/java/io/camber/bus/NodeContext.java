package io.camber.bus;

import io.camber.bus.parameter.NodeParameters;
import io.camber.bus.parameter.ParameterClient;

/**
 * Everything a node may touch. All handlers of one node run one after the other, never concurrently. Publishers,
 * subscriptions, timers, services, parameters and configuration are declared during {@link Node#start}.
 */
public interface NodeContext {
  String name();

  Clock clock();

  <T> Publisher<T> publisher(Topic<T> topic);

  /** Calls the handler for each message, in publication order, as far as the topic's history depth reaches back. */
  <T> void subscribe(Topic<T> topic, Handler<T> handler);

  /**
   * Like {@link #subscribe}, for large values that the handler only looks at: over shared memory the value's bulk (points,
   * pixels) is read where its sender put it. The handler must not keep the value, or anything that points into it, when it
   * returns.
   */
  <T> void subscribeLoaned(Topic<T> topic, Handler<T> handler);

  /**
   * Buffers the messages of a topic and hands them over, in order, just before the node's next subscribed message or timer
   * tick. Observing costs the node no time and must not publish: it is for histories such as past poses.
   */
  <T> void observe(Topic<T> topic, Handler<T> handler);

  /** Keeps the newest message of a topic at hand; reading it adds its origins to what the handler publishes next. */
  <T> Latest<T> latest(Topic<T> topic);

  /** Calls the handler when a deadline passes, messages are lost or a publisher of the topic dies or is unfit. */
  void watch(Topic<?> topic, QosHandler handler);

  /** Calls the handler every {@code periodNs}, first at {@code offsetNs} of the run's clock. */
  void timer(long periodNs, long offsetNs, TimerHandler handler);

  /** Calls once, {@code delayNs} of the run's clock from now; may be asked for at any time. Origins are those of nothing. */
  Cancellation after(long delayNs, Runnable action);

  /** The node's configuration: {@code defaults} with the values that this run overrides, checked by the record itself. */
  <R extends Record> R config(R defaults);

  /** The node's own parameters. */
  NodeParameters parameters();

  /** Changes another node's parameters; one client per node. */
  ParameterClient parametersOf(String node);

  Health health();

  /** Seed of this node's own random stream, mixed from the run's seed and the node's name and {@code purpose}. */
  long seed(String purpose);

  /** Answers requests of a service; one node per service. */
  <Q, A> void serve(Service<Q, A> service, ServiceHandler<Q, A> handler);

  <Q, A> ServiceClient<Q, A> client(Service<Q, A> service);
}
