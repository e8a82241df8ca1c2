package io.camber.app.twin;

import io.camber.bus.ForwardingContext;
import io.camber.bus.Health;
import io.camber.bus.NodeContext;
import io.camber.bus.Publisher;
import io.camber.bus.Topic;
import io.camber.bus.parameter.NodeParameters;
import java.util.function.BooleanSupplier;

/**
 * A node's context of which two nodes live: each hears everything, and only the one whose gate is open is heard. What passes may be
 * changed on its way out.
 */
final class GatedContext extends ForwardingContext {
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

  GatedContext(
      NodeContext context, BooleanSupplier open, Outlet outlet, NodeParameters parameters) {
    super(context);
    this.open = open;
    this.outlet = outlet;
    this.parameters = parameters;
  }

  @Override
  public <T> Publisher<T> publisher(Topic<T> topic) {
    Publisher<T> publisher = context.publisher(topic);
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
    Health health = context.health();
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
}
