package io.camber.bus.transport;

/** An end of a wire was used after it, or its wire, had been closed, on this thread or on another. Nothing was sent. */
public final class WireClosedException extends WireException {
  private static final long serialVersionUID = 1L;

  public WireClosedException(String message) {
    super(message);
  }
}
