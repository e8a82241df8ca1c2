package io.camber.bus;

/** Bytes that are not a message of the type they claim to be. The runtime counts it; handlers never see the message. */
public final class MalformedMessageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public MalformedMessageException(String message) {
    super(message);
  }

  public MalformedMessageException(String message, Throwable cause) {
    super(message, cause);
  }
}
