package io.camber.app.rig;

import io.camber.bus.shm.SharedMemoryConfig;
import io.camber.bus.shm.SharedMemoryWire;
import io.camber.bus.transport.Wire;
import io.camber.diagnostics.InputException;

/** Where a bus is, as people type it: {@code shm:NAME}. */
public record BusAddress(BusKind kind, String place) {
  /** A bus of its own for one run of this process. */
  public static BusAddress ofNewBus(BusKind kind) {
    return new BusAddress(kind, "run-" + ProcessHandle.current().pid());
  }

  public static BusAddress parse(String text) {
    int colon = text.indexOf(':');
    for (BusKind kind : BusKind.values()) {
      if (colon > 0 && kind.prefix().equals(text.substring(0, colon))) {
        return new BusAddress(kind, text.substring(colon + 1));
      }
    }
    throw new InputException("bus address '" + text + "' is not like shm:NAME");
  }

  public String text() {
    return kind.prefix() + ":" + place;
  }

  /** Joins the bus. */
  public Wire open(WireLog events) {
    return SharedMemoryWire.open(SharedMemoryConfig.of(place), events);
  }
}
