package io.camber.app.sweep.run;

/** Ends a run that nobody waits for any more. */
final class GivenUpException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  GivenUpException() {
    super("given up", null, false, false);
  }
}
