package io.camber.bus.transport;

/** A wire cannot do what was asked: wrong permissions, a taken name, no room. The message names the thing and the fix. */
public sealed class WireException extends RuntimeException permits WireClosedException {
  private static final long serialVersionUID = 1L;

  public WireException(String message) {
    super(message);
  }

  public WireException(String message, Throwable cause) {
    super(message, cause);
  }
}
