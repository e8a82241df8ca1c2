package io.camber.bus.transport;

/** Hears what happens on a wire besides messages. Called on a thread of the wire: return at once, throw nothing. */
public interface WireListener {
  WireListener SILENT = event -> {};

  void onEvent(WireEvent event);
}
