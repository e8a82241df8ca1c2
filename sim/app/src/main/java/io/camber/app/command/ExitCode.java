package io.camber.app.command;

/** What the command tells the shell. */
final class ExitCode {
  static final int OK = 0;
  static final int ERROR = 1;
  static final int USAGE = 2;
  /** Something of a damaged log could not be recovered. */
  static final int LOST = 3;

  static final int FAILED = 4;
  static final int DIFFERENT = 5;
  static final int INCONCLUSIVE = 6;
  static final int INTERRUPTED = 130;

  private ExitCode() {}
}
