package io.camber.app.busbench;

import java.util.ArrayList;
import java.util.List;

/** Starts Java programs, Camber's and Aeron's with the same heap and collector. */
final class Java {
  private static final List<String> FLAGS = List.of("-Xms256m", "-Xmx1g", "-XX:+UseSerialGC");

  private Java() {}

  static String command() {
    return ProcessHandle.current()
        .info()
        .command()
        .orElse(System.getProperty("java.home") + "/bin/java");
  }

  static List<String> start(
      List<String> flags, String classPath, String main, Object... arguments) {
    List<String> command = new ArrayList<>(List.of(command()));
    command.addAll(FLAGS);
    command.addAll(flags);
    command.addAll(List.of("-cp", classPath, main));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    return command;
  }
}
