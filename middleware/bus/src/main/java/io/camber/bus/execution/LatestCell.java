package io.camber.bus.execution;

import io.camber.bus.Envelope;
import io.camber.bus.Latest;
import io.camber.bus.Origins;
import io.camber.bus.transport.BusMessage;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The newest message: arrives on the executor's side, is frozen when the node is called, read on the node's side. */
final class LatestCell<T> implements Latest<T> {
  private final Consumer<Origins> onRead;
  private @Nullable BusMessage<T> arrived;
  private @Nullable BusMessage<T> frozen;

  LatestCell(Consumer<Origins> onRead) {
    this.onRead = onRead;
  }

  void arrive(BusMessage<T> message) {
    arrived = message;
  }

  void freeze() {
    frozen = arrived;
  }

  @Override
  public Optional<T> value() {
    BusMessage<T> message = frozen;
    if (message == null) {
      return Optional.empty();
    }
    onRead.accept(message.envelope().origins());
    return Optional.of(message.value());
  }

  @Override
  public Optional<Envelope> envelope() {
    BusMessage<T> message = frozen;
    return message == null ? Optional.empty() : Optional.of(message.envelope());
  }
}
