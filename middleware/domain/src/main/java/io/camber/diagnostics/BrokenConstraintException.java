package io.camber.diagnostics;

/** A parameter's value that its own declaration rules out: a combination to leave out of a sweep rather than a mistake. */
public final class BrokenConstraintException extends InputException {
  private static final long serialVersionUID = 1L;

  public BrokenConstraintException(String message) {
    super(message);
  }
}
