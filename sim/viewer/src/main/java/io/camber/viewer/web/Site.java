package io.camber.viewer.web;

import java.io.IOException;
import java.util.Optional;

/** What a server has to show. Called on worker threads, several at once. */
@FunctionalInterface
public interface Site {
  /** The answer; empty when there is nothing at that path. */
  Optional<Response> answer(Request request) throws IOException;
}
