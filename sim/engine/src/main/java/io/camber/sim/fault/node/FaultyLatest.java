package io.camber.sim.fault.node;

import io.camber.bus.Envelope;
import io.camber.bus.Latest;
import java.util.Optional;

/** The newest value as a node that is cut off knows it: the one that it read last. */
final class FaultyLatest<T> implements Latest<T> {
  private final Latest<T> latest;
  private final FaultWatch watch;
  private Optional<T> value = Optional.empty();
  private Optional<Envelope> envelope = Optional.empty();

  FaultyLatest(Latest<T> latest, FaultWatch watch) {
    this.latest = latest;
    this.watch = watch;
  }

  @Override
  public Optional<T> value() {
    if (!watch.isDeaf()) {
      value = latest.value();
    }
    return value;
  }

  @Override
  public Optional<Envelope> envelope() {
    if (!watch.isDeaf()) {
      envelope = latest.envelope();
    }
    return envelope;
  }
}
