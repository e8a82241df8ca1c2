package io.camber.app.traffic.sumo;

import io.camber.diagnostics.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** The program {@code sumo} that waits for one client on a port of this host. Ended by {@link #close}. */
final class SumoProcess implements AutoCloseable {
  private static final int TRIES = 300;
  private static final long BETWEEN_MS = 100;
  private static final int TAIL = 2_000;

  private final Process process;
  private final Path log;
  private final Socket socket;

  private SumoProcess(Process process, Path log, Socket socket) {
    this.process = process;
    this.log = log;
    this.socket = socket;
  }

  /** Starts sumo with a configuration and connects to it. */
  static SumoProcess start(Path configuration, long seed, double stepS) throws IOException {
    int port = freePort();
    Path log = Files.createTempFile("camber-sumo", ".log");
    List<String> command = List.of(
        "sumo",
        "-c",
        configuration.toString(),
        "--remote-port",
        Integer.toString(port),
        "--step-length",
        String.format(Locale.ROOT, "%.3f", stepS),
        "--seed",
        Long.toString(seed & Integer.MAX_VALUE),
        "--no-step-log",
        "--xml-validation",
        "never", // without SUMO_HOME it knows no schemas
        "--collision.action",
        "none");
    Process process;
    try {
      process = new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(log.toFile())
          .start();
    } catch (IOException e) {
      Files.delete(log);
      throw new InputException(
          "--traffic sumo:FILE needs the program sumo on the path (Debian: apt install sumo): "
              + e.getMessage(),
          e);
    }
    return new SumoProcess(process, log, connect(process, port, log));
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  private static Socket connect(Process process, int port, Path log) throws IOException {
    for (int i = 0; i < TRIES && process.isAlive(); i++) {
      Socket socket = new Socket();
      try {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
        socket.setTcpNoDelay(true);
        return socket;
      } catch (IOException e) {
        socket.close(); // it does not listen yet
      }
      pause(process);
    }
    process.destroy();
    throw new InputException("sumo does not start: " + tail(log));
  }

  private static void pause(Process process) {
    try {
      process.waitFor(BETWEEN_MS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException("interrupted", e));
    }
  }

  Socket socket() {
    return socket;
  }

  /** What sumo said last. */
  String lastWords() {
    return tail(log);
  }

  private static String tail(Path log) {
    try {
      String text = Files.readString(log).strip();
      return text.substring(Math.max(0, text.length() - TAIL));
    } catch (IOException e) {
      return "(its output is lost: " + e.getMessage() + ")";
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
    process.destroy();
    Files.deleteIfExists(log);
  }
}
