package io.camber.bus;

import java.util.Optional;

/** The newest message of a topic as it was when the current handler was called. */
public interface Latest<T> {
  /** The value, if any arrived; reading it adds its origins to what the current handler publishes. */
  Optional<T> value();

  /** The envelope of the newest message, if any; reading it adds nothing. */
  Optional<Envelope> envelope();
}
