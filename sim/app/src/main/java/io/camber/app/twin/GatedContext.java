package io.camber.app.twin;

import io.camber.bus.Cancellation;
import io.camber.bus.Clock;
import io.camber.bus.Handler;
import io.camber.bus.Health;
import io.camber.bus.Latest;
import io.camber.bus.NodeContext;
import io.camber.bus.Publisher;
import io.camber.bus.QosHandler;
import io.camber.bus.Service;
import io.camber.bus.ServiceClient;
import io.camber.bus.ServiceHandler;
import io.camber.bus.TimerHandler;
import io.camber.bus.Topic;
import io.camber.bus.parameter.NodeParameters;
import io.camber.bus.parameter.ParameterClient;
import java.util.function.BooleanSupplier;

/**
 * A node's context of which two nodes live: each hears everything, and only the one whose gate is open is heard. What passes may be
 * changed on its way out.
 */
final class GatedContext implements NodeContext {
  private final NodeContext real;
  private final BooleanSupplier open;
  private final Outlet outlet;
  private final NodeParameters parameters;

  /** Changes values on their way out. */
  interface Outlet {
    /** As it is. */
    Outlet PLAIN = new Outlet() {
      @Override
      public <T> T pass(Topic<T> topic, T value) {
        return value;
      }
    };

    <T> T pass(Topic<T> topic, T value);
  }

  GatedContext(NodeContext real, BooleanSupplier open, Outlet outlet, NodeParameters parameters) {
    this.real = real;
    this.open = open;
    this.outlet = outlet;
    this.parameters = parameters;
  }

  @Override
  public <T> Publisher<T> publisher(Topic<T> topic) {
    Publisher<T> publisher = real.publisher(topic);
    return new Publisher<>() {
      @Override
      public void publish(T value, long measurementTimeNs) {
        if (open.getAsBoolean()) {
          publisher.publish(outlet.pass(topic, value), measurementTimeNs);
        }
      }

      @Override
      public void publishSample(T value, long measurementTimeNs) {
        if (open.getAsBoolean()) {
          publisher.publishSample(outlet.pass(topic, value), measurementTimeNs);
        }
      }
    };
  }

  @Override
  public Health health() {
    Health health = real.health();
    return new Health() {
      @Override
      public void ok(String code, String detail) {
        if (open.getAsBoolean()) {
          health.ok(code, detail);
        }
      }

      @Override
      public void warn(String code, String detail) {
        if (open.getAsBoolean()) {
          health.warn(code, detail);
        }
      }

      @Override
      public void error(String code, String detail) {
        if (open.getAsBoolean()) {
          health.error(code, detail);
        }
      }
    };
  }

  @Override
  public NodeParameters parameters() {
    return parameters;
  }

  @Override
  public String name() {
    return real.name();
  }

  @Override
  public Clock clock() {
    return real.clock();
  }

  @Override
  public <T> void subscribe(Topic<T> topic, Handler<T> handler) {
    real.subscribe(topic, handler);
  }

  @Override
  public <T> void subscribeLoaned(Topic<T> topic, Handler<T> handler) {
    real.subscribeLoaned(topic, handler);
  }

  @Override
  public <T> void observe(Topic<T> topic, Handler<T> handler) {
    real.observe(topic, handler);
  }

  @Override
  public <T> Latest<T> latest(Topic<T> topic) {
    return real.latest(topic);
  }

  @Override
  public void watch(Topic<?> topic, QosHandler handler) {
    real.watch(topic, handler);
  }

  @Override
  public void timer(long periodNs, long offsetNs, TimerHandler handler) {
    real.timer(periodNs, offsetNs, handler);
  }

  @Override
  public Cancellation after(long delayNs, Runnable action) {
    return real.after(delayNs, action);
  }

  @Override
  public <R extends Record> R config(R defaults) {
    return real.config(defaults);
  }

  @Override
  public ParameterClient parametersOf(String node) {
    return real.parametersOf(node);
  }

  @Override
  public long seed(String purpose) {
    return real.seed(purpose);
  }

  @Override
  public <Q, A> void serve(Service<Q, A> service, ServiceHandler<Q, A> handler) {
    real.serve(service, handler);
  }

  @Override
  public <Q, A> ServiceClient<Q, A> client(Service<Q, A> service) {
    return real.client(service);
  }
}
