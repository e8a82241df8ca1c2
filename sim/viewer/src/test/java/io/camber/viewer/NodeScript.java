package io.camber.viewer;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a script of {@code src/test/node} with what {@code npm install} brought there; skips the test where it is missing. */
final class NodeScript {
  private static final Path FOLDER = Path.of("src/test/node");
  private static final long LIMIT_S = 300;

  private NodeScript() {}

  /** What a script printed. */
  static List<String> run(String script, String... arguments)
      throws IOException, InterruptedException {
    assumeTrue(isOnPath("node"), "node is not installed: clients of other makes are not tried");
    assumeTrue(
        Files.isDirectory(FOLDER.resolve("node_modules")),
        "npm install was not run in sim/viewer/src/test/node: clients of other makes are not tried");
    List<String> command = new ArrayList<>(List.of("node", script));
    command.addAll(List.of(arguments));
    Path output = Files.createTempFile("camber-node", ".txt");
    Process process = new ProcessBuilder(command)
        .directory(FOLDER.toFile())
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start();
    if (!process.waitFor(LIMIT_S, TimeUnit.SECONDS)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      throw new IOException(script + " did not end: " + Files.readString(output));
    }
    List<String> lines = Files.readAllLines(output, StandardCharsets.UTF_8);
    Files.delete(output);
    return lines;
  }

  static boolean isOnPath(String program) {
    for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
      if (Files.isExecutable(Path.of(folder, program))) {
        return true;
      }
    }
    return false;
  }
}
