package io.camber.bus;

/**
 * Everything a node may touch. All handlers of one node run one after the other, never concurrently. Publishers,
 * subscriptions, timers, services and configuration are declared during {@link Node#start}.
 */
public interface NodeContext {
  String name();

  Clock clock();

  <T> Publisher<T> publisher(Topic<T> topic);

  /** Calls the handler for each message, in publication order, as far as the topic's history depth reaches back. */
  <T> void subscribe(Topic<T> topic, Handler<T> handler);

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

  /** The node's configuration: {@code defaults} with the values that this run overrides, checked by the record itself. */
  <R extends Record> R config(R defaults);

  Health health();

  /** Seed of this node's own random stream, mixed from the run's seed and the node's name and {@code purpose}. */
  long seed(String purpose);

  /** Answers requests of a service; one node per service. */
  <Q, A> void serve(Service<Q, A> service, ServiceHandler<Q, A> handler);

  <Q, A> ServiceClient<Q, A> client(Service<Q, A> service);
}
