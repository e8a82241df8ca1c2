package io.camber.app.blame;

import io.camber.app.oracle.Hindsight;
import io.camber.bus.Node;
import io.camber.bus.NodeContext;
import io.camber.bus.NodeFactory;
import io.camber.bus.parameter.ParameterTable;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Two nodes in the place of one: until a time the one of the drive is heard, from then on the shipped node with the truth in the place
 * of what it says. Both hear everything from the start, so the twin is warm when it takes over. At an infinite time the bytes are
 * those of the drive.
 */
final class TwinNode implements Node {
  private final NodeFactory actual;
  private final NodeFactory shipped;
  private final Hindsight hindsight;
  private final long fromNs;

  TwinNode(NodeFactory actual, NodeFactory shipped, Hindsight hindsight, long fromNs) {
    this.actual = actual;
    this.shipped = shipped;
    this.hindsight = hindsight;
    this.fromNs = fromNs;
  }

  @Override
  public void start(NodeContext context) {
    BooleanSupplier twin = () -> context.clock().timeNs() >= fromNs;
    GatedContext before = new GatedContext(
        context, () -> !twin.getAsBoolean(), GatedContext.Outlet.PLAIN, context.parameters());
    actual.create(before).start(before);
    ParameterTable untouched = new ParameterTable(context.name(), Map.of());
    GatedContext after =
        new GatedContext(context, twin, new IdealOutlet(context, hindsight), untouched);
    shipped.create(after).start(after);
    untouched.complete();
  }
}
