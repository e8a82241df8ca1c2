package io.camber.viewer.web;

import java.util.Set;

/**
 * Where a server listens and whom it trusts.
 *
 * @param host name or address to listen at
 * @param port 0 for any free one
 * @param origins of other pages that may talk to it with the token, such as {@code https://viewer.example}
 */
public record WebConfig(String host, int port, Set<String> origins) {
  public WebConfig {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port=" + port + " is outside [0, 65535]");
    }
    origins = Set.copyOf(origins);
  }
}
