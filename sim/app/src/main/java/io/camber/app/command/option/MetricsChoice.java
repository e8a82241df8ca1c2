package io.camber.app.command.option;

import io.camber.app.metrics.MetricsServer;
import io.camber.app.rig.BusAddress;
import io.camber.diagnostics.InputException;
import java.io.PrintWriter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether to serve the counters of the bus while a command runs. */
public final class MetricsChoice {
  private static final int PORT_MAX = 65_535;

  @Option(
      names = "--metrics",
      paramLabel = "PORT",
      description =
          "serve the bus's counters to this host at http://127.0.0.1:PORT/metrics; 0: a free port")
  private @Nullable Integer port;

  public boolean isWanted() {
    return port != null;
  }

  /** Serves until closed, and says where; absent when nobody asked. */
  public Optional<MetricsServer> serve(BusAddress bus, PrintWriter err) {
    if (port == null) {
      return Optional.empty();
    }
    if (port < 0 || port > PORT_MAX) {
      throw new InputException("--metrics " + port + " is outside [0, " + PORT_MAX + "]");
    }
    MetricsServer server = MetricsServer.start(bus, port);
    err.println("  metrics " + server.uri());
    err.flush();
    return Optional.of(server);
  }
}
