package io.camber.sim.fault.stream;

import io.camber.sensing.RadarReturn;
import io.camber.sensing.RadarReturns;
import io.camber.sim.scene.Hash;
import io.camber.truth.FaultTruth;
import java.util.Random;

/** A radar that misses returns, is covered by snow or not mounted as it says. */
final class RadarFault implements Distortion<RadarReturns> {
  /** Half the field of view that dirt is laid over. */
  private static final double HALF_VIEW = 1.0;

  private final FaultTruth fault;
  private final Random random;

  RadarFault(FaultTruth fault, Random random) {
    this.fault = fault;
    this.random = random;
  }

  @Override
  public RadarReturns apply(RadarReturns cycle, long nowNs) {
    return new RadarReturns(
        cycle.timeNs(),
        cycle.sensorId(),
        cycle.returns().stream().filter(this::survives).map(this::moved).toList());
  }

  private boolean survives(RadarReturn each) {
    return switch (fault.kind()) {
      case "points_lost" -> random.nextDouble() >= fault.severity();
      case "blocked" -> {
        double middle =
            HALF_VIEW * (1.0 - fault.severity()) * (2.0 * Hash.unit(fault.seed()) - 1.0);
        yield Math.abs(each.azimuth() - middle) > HALF_VIEW * fault.severity();
      }
      default -> true;
    };
  }

  private RadarReturn moved(RadarReturn each) {
    return fault.kind().equals("turn")
        ? new RadarReturn(
            each.rangeM(),
            each.azimuth() + fault.severity(),
            each.rangeRateMps(),
            each.crossSectionDbsm())
        : each;
  }
}
