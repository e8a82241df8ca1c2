package io.camber.truth;

import java.util.List;

/** All faults of the run that are known at {@code timeNs}, past and future ones included, in the order they were named. */
public record FaultTruths(long timeNs, List<FaultTruth> faults) {
  public static final FaultTruths NONE = new FaultTruths(0, List.of());

  public FaultTruths {
    faults = List.copyOf(faults);
  }
}
