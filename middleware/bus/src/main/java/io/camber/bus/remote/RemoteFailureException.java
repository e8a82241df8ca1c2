package io.camber.bus.remote;

/** A node in another process threw; the message is what it said. */
public final class RemoteFailureException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RemoteFailureException(String message) {
    super(message);
  }
}
