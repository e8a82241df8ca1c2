package io.camber.app.command.option;

/** What the command tells the shell. */
public final class ExitCode {
  public static final int OK = 0;
  public static final int ERROR = 1;
  public static final int USAGE = 2;
  /** Something of a damaged log could not be recovered. */
  public static final int LOST = 3;

  public static final int FAILED = 4;
  public static final int DIFFERENT = 5;
  public static final int INCONCLUSIVE = 6;
  public static final int INTERRUPTED = 130;

  private ExitCode() {}
}
