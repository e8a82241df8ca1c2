package io.camber.bus.transport;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Passes what happens on a wire on to whoever wants to hear it meanwhile. Safe for any thread. */
public final class WireEvents implements WireListener {
  private final List<WireListener> listeners = new CopyOnWriteArrayList<>();

  /** {@code first} hears everything, from the opening of the wire on. */
  public WireEvents(WireListener first) {
    listeners.add(first);
  }

  public void add(WireListener listener) {
    listeners.add(listener);
  }

  public void remove(WireListener listener) {
    listeners.remove(listener);
  }

  @Override
  public void onEvent(WireEvent event) {
    listeners.forEach(listener -> listener.onEvent(event));
  }
}
