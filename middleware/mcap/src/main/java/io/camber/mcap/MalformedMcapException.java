package io.camber.mcap;

import java.io.IOException;

/** Bytes that break the container format; the message says what and, where known, at which byte. */
public final class MalformedMcapException extends IOException {
  private static final long serialVersionUID = 1L;

  public MalformedMcapException(String message) {
    super(message);
  }

  public MalformedMcapException(String message, Throwable cause) {
    super(message, cause);
  }
}
