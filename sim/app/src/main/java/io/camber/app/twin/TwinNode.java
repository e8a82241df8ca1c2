package io.camber.app.twin;

import io.camber.app.oracle.Hindsight;
import io.camber.bus.Node;
import io.camber.bus.NodeContext;
import io.camber.bus.NodeFactory;
import io.camber.bus.parameter.ParameterTable;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.LongPredicate;

/**
 * Two nodes in the place of one: the one of the drive, and while the twin is on duty the shipped node with the truth in the place of
 * what it says. Both hear everything from the start, so the twin is warm when it takes over. A twin that is never on duty changes no
 * byte of the drive.
 */
public final class TwinNode implements Node {
  private final NodeFactory actual;
  private final NodeFactory shipped;
  private final Hindsight hindsight;
  private final LongPredicate onDuty;

  /**
   * A pair.
   *
   * @param hindsight what everybody did in a drive before, for the forecasts of the twin; an empty one leaves them as they are
   * @param onDuty of the time in ns
   */
  public TwinNode(
      NodeFactory actual, NodeFactory shipped, Hindsight hindsight, LongPredicate onDuty) {
    this.actual = actual;
    this.shipped = shipped;
    this.hindsight = hindsight;
    this.onDuty = onDuty;
  }

  @Override
  public void start(NodeContext context) {
    BooleanSupplier twin = () -> onDuty.test(context.clock().timeNs());
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
