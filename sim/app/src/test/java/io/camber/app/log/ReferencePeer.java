package io.camber.app.log;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** The reference library (npm {@code @mcap/core}) as a process that answers line by line. */
final class ReferencePeer implements Closeable {
  private final Process process;
  private final BufferedReader in;
  private final BufferedWriter out;

  private ReferencePeer(Process process) {
    this.process = process;
    this.in = process.inputReader(StandardCharsets.UTF_8);
    this.out = process.outputWriter(StandardCharsets.UTF_8);
  }

  /** Skips the test when node or the library is not at hand. */
  static ReferencePeer start(Path folder) throws IOException {
    String modules = System.getenv("CAMBER_NPM");
    Assumptions.assumeTrue(
        modules != null && Files.isDirectory(Path.of(modules, "node_modules", "@mcap", "core")),
        "set CAMBER_NPM to a folder with node_modules/@mcap/core and @mcap/support");
    Path script = folder.resolve("peer.mjs");
    try (InputStream source = ReferencePeer.class.getResourceAsStream("peer.mjs")) {
      Files.copy(java.util.Objects.requireNonNull(source), script);
    }
    try {
      return new ReferencePeer(new ProcessBuilder(
              "node", script.toString(), Path.of(modules).toAbsolutePath().toString())
          .redirectError(ProcessBuilder.Redirect.INHERIT)
          .start());
    } catch (IOException e) {
      return Assumptions.abort("node does not start: " + e.getMessage());
    }
  }

  JsonObject ask(String line) throws IOException {
    out.write(line + "\n");
    out.flush();
    String answer = in.readLine();
    if (answer == null) {
      throw new IOException("the peer has ended");
    }
    JsonObject json = JsonParser.parseString(answer).getAsJsonObject();
    if (json.has("error")) {
      throw new IOException(line + ": " + json.get("error").getAsString());
    }
    return json;
  }

  @Override
  public void close() throws IOException {
    out.close();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
