package io.camber.bus;

import io.camber.bus.parameter.NodeParameters;
import io.camber.bus.parameter.ParameterClient;

/**
 * A node's context that passes every call on to another. Who stands between a node and its bus, to break, to silence or to swap
 * it, overrides what it changes.
 */
public abstract class ForwardingContext implements NodeContext {
  protected final NodeContext context;

  protected ForwardingContext(NodeContext context) {
    this.context = context;
  }

  @Override
  public String name() {
    return context.name();
  }

  @Override
  public Clock clock() {
    return context.clock();
  }

  @Override
  public <T> Publisher<T> publisher(Topic<T> topic) {
    return context.publisher(topic);
  }

  @Override
  public <T> void subscribe(Topic<T> topic, Handler<T> handler) {
    context.subscribe(topic, handler);
  }

  @Override
  public <T> void subscribeLoaned(Topic<T> topic, Handler<T> handler) {
    context.subscribeLoaned(topic, handler);
  }

  @Override
  public <T> void observe(Topic<T> topic, Handler<T> handler) {
    context.observe(topic, handler);
  }

  @Override
  public <T> Latest<T> latest(Topic<T> topic) {
    return context.latest(topic);
  }

  @Override
  public void watch(Topic<?> topic, QosHandler handler) {
    context.watch(topic, handler);
  }

  @Override
  public void timer(long periodNs, long offsetNs, TimerHandler handler) {
    context.timer(periodNs, offsetNs, handler);
  }

  @Override
  public Cancellation after(long delayNs, Runnable action) {
    return context.after(delayNs, action);
  }

  @Override
  public <R extends Record> R config(R defaults) {
    return context.config(defaults);
  }

  @Override
  public NodeParameters parameters() {
    return context.parameters();
  }

  @Override
  public ParameterClient parametersOf(String node) {
    return context.parametersOf(node);
  }

  @Override
  public Health health() {
    return context.health();
  }

  @Override
  public long seed(String purpose) {
    return context.seed(purpose);
  }

  @Override
  public <Q, A> void serve(Service<Q, A> service, ServiceHandler<Q, A> handler) {
    context.serve(service, handler);
  }

  @Override
  public <Q, A> ServiceClient<Q, A> client(Service<Q, A> service) {
    return context.client(service);
  }
}
