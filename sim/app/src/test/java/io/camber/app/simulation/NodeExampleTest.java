package io.camber.app.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.bus.Node;
import io.camber.bus.NodeContext;
import io.camber.bus.parameter.Parameter;
import io.camber.messages.Topics;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The example of docs/nodes.md: a node beside the stack that warns above a speed. */
final class NodeExampleTest {
  // docs/nodes.md shows from here
  static final class SpeedWarning implements Node {
    private static final Parameter<Double> LIMIT = Parameter.ofDouble(
            "limit_mps", 30.0, "warn above this speed")
        .within(1.0, 80.0)
        .in("m/s");

    @Override
    public void start(NodeContext context) {
      Supplier<Double> limit = context.parameters().declare(LIMIT);
      context.subscribe(Topics.EGO_POSE, (pose, envelope) -> {
        if (pose.twist().forwardMps() > limit.get()) {
          context.health().warn("fast", "above " + limit.get() + " m/s");
        }
      });
    }
  }
  // to here

  @Test
  void warnsAboveItsParameterOnly() {
    assertThat(messages("2.0")).isGreaterThan(messages("79.0"));
  }

  private static long messages(String limitMps) {
    return Simulation.of(Bundled.scenario("stop-and-go"))
        .truthPerception()
        .until(2.0)
        .add("warning", context -> new SpeedWarning())
        .parameter("warning.limit_mps", limitMps)
        .run()
        .messageCount();
  }
}
