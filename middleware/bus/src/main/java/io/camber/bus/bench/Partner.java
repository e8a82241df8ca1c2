package io.camber.bus.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/** Another process of this program. */
record Partner(Process process) implements AutoCloseable {
  static Partner start(Class<?> program, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
    command.addAll(List.of(arguments));
    return new Partner(new ProcessBuilder(command)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start());
  }

  /** Waits for a line that says so. */
  void awaitReady() throws IOException {
    BufferedReader lines = process.inputReader();
    for (String line = lines.readLine(); !"ready".equals(line); line = lines.readLine()) {
      if (line == null) {
        throw new IOException("a process of the benchmark ended early");
      }
    }
  }

  static void sayReady() {
    System.out.println("ready");
    System.out.flush();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
