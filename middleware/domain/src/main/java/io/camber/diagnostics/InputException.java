package io.camber.diagnostics;

/**
 * A user's mistake in a file, key or argument. The message is complete for people: where ({@code file:line} or key), what
 * is wrong, and how to mend it. Never shown with a stack trace.
 */
public sealed class InputException extends RuntimeException permits BrokenConstraintException {
  private static final long serialVersionUID = 1L;

  public InputException(String message) {
    super(message);
  }

  public InputException(String message, Throwable cause) {
    super(message, cause);
  }

  /** A mistake at a line of a file; lines count from 1, 0 when the line is unknown. */
  public static InputException at(String file, int line, String problem) {
    return new InputException(
        line > 0 ? file + ":" + line + ": " + problem : file + ": " + problem);
  }
}
