package io.camber.app;

import io.camber.app.command.CamberCommand;

/** Entry point of the {@code camber} command. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.exit(CamberCommand.execute(arguments));
  }
}
