package io.camber.app.rig;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Camber process that this one started. What it writes goes to a log file; it ends with its parent. */
final class NodeProcess implements AutoCloseable {
  /**
   * Small, so that what is new is collected often and a little at a time, for the first time before the drive. With the default
   * of 100 MB the first collection came in the middle of it and stopped nodes for 40 to 460 ms.
   */
  private static final int YOUNG_MB = 24;

  private static final long PATIENCE_S = 5;

  private String name;
  private final Process process;
  private final File log;

  private NodeProcess(String name, Process process, File log) {
    this.name = name;
    this.log = log;
    this.process = process;
  }

  /** Starts this program again with other arguments. */
  static NodeProcess start(String name, List<String> arguments, File log) {
    return start(name, new Effort(0, false), arguments, log);
  }

  /**
   * How much of the processor a process takes.
   *
   * @param nice above 0 it stands back for others when processor time is short
   * @param isLight its code is compiled in little time and runs at less speed
   */
  record Effort(int nice, boolean isLight) {}

  /** The same with a say in what it may take of the processor. */
  static NodeProcess start(String name, Effort effort, List<String> arguments, File log) {
    List<String> command = new ArrayList<>(standingBack(effort.nice()));
    command.add(ProcessHandle.current()
        .info()
        .command()
        .orElse(System.getProperty("java.home") + "/bin/java"));
    if (effort.isLight()) {
      command.add("-XX:TieredStopAtLevel=1");
    }
    command.addAll(List.of(
        "-Xmx600m",
        "-Xmn" + YOUNG_MB + "m",
        "-XX:+UseSerialGC",
        "-XX:+ExitOnOutOfMemoryError",
        "-XX:+IgnoreUnrecognizedVMOptions",
        "--enable-native-access=ALL-UNNAMED",
        "-Djava.awt.headless=true",
        "-Dcamber.home=" + System.getProperty("camber.home", ""),
        "-cp",
        System.getProperty("java.class.path"),
        "io.camber.app.Main"));
    command.addAll(arguments);
    return run(name, command, log);
  }

  /** Starts camber on another host with the system's own ssh; it ends when the connection does. */
  static NodeProcess startAt(
      ProcessGroup.Host host, String name, int nice, List<String> arguments, File log) {
    List<String> command =
        new ArrayList<>(List.of("ssh", "-tt", "-o", "BatchMode=yes", host.name()));
    command.addAll(standingBack(nice));
    command.add(host.command());
    arguments.forEach(argument -> command.add("'" + argument.replace("'", "'\\''") + "'"));
    return run(name, command, log);
  }

  private static List<String> standingBack(int nice) {
    return nice == 0 ? List.of() : List.of("nice", "-n", Integer.toString(nice));
  }

  /** Starts any command. */
  static NodeProcess run(String name, List<String> command, File log) {
    try {
      return new NodeProcess(
          name,
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
              .start(),
          log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String name() {
    return name;
  }

  /** What it writes to its standard output and standard error. */
  File log() {
    return log;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Tells a spare process what it hosts from now on. */
  void assign(Assignment assignment) throws IOException {
    OutputStream input = process.getOutputStream();
    input.write(assignment.line().getBytes(StandardCharsets.UTF_8));
    input.flush();
    name = String.join("+", assignment.nodes());
  }

  /** Of a process that has ended. */
  int exitValue() {
    return process.exitValue();
  }

  /** Ends it without asking. */
  void kill() {
    process.destroyForcibly();
  }

  /** Asks for an orderly end. */
  void requestEnd() {
    process.destroy();
  }

  /** Waits for an orderly end, then insists. */
  @Override
  public void close() {
    try {
      if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
