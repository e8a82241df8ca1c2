package io.camber.bus.node;

import io.camber.bus.Envelope;
import io.camber.bus.Latest;
import io.camber.bus.Origins;
import io.camber.bus.transport.BusMessage;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The newest message of a topic as of the current call. */
final class LatestCell<T> implements Latest<T> {
  private final Class<T> type;
  private final Consumer<Origins> onRead;
  private @Nullable BusMessage<?> newest;

  LatestCell(Class<T> type, Consumer<Origins> onRead) {
    this.type = type;
    this.onRead = onRead;
  }

  void set(BusMessage<?> message) {
    newest = message;
  }

  @Override
  public Optional<T> value() {
    BusMessage<?> message = newest;
    if (message == null) {
      return Optional.empty();
    }
    onRead.accept(message.envelope().origins());
    return Optional.of(type.cast(message.value()));
  }

  @Override
  public Optional<Envelope> envelope() {
    BusMessage<?> message = newest;
    return message == null ? Optional.empty() : Optional.of(message.envelope());
  }
}
