package io.camber.app.metrics;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.camber.app.rig.BusAddress;
import io.camber.app.rig.BusProbe;
import io.camber.diagnostics.InputException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Serves a bus's counters at {@code /metrics} on loopback, one request at a time. Answers nobody who calls it by another
 * name than this host's own, so that no web page can read it through a browser.
 */
public final class MetricsServer implements AutoCloseable {
  private static final int NOT_FOUND = 404;
  private static final int FORBIDDEN = 403;
  private static final int OK = 200;

  private final HttpServer server;
  private final ExecutorService thread;
  private final BusMetrics metrics;

  private MetricsServer(HttpServer server, ExecutorService thread, BusMetrics metrics) {
    this.server = server;
    this.thread = thread;
    this.metrics = metrics;
  }

  /** Joins the bus as a guest and serves; port 0 is any free one. */
  public static MetricsServer start(BusAddress bus, int port) {
    HttpServer server;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException e) {
      throw new InputException(
          "cannot serve metrics at port " + port + ": " + e.getMessage() + "; choose another", e);
    }
    ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
      Thread serving = new Thread(task, "camber-metrics");
      serving.setDaemon(true);
      return serving;
    });
    MetricsServer metrics = new MetricsServer(server, thread, new BusMetrics(BusProbe.join(bus)));
    server.createContext("/", metrics::answer);
    server.setExecutor(thread);
    server.start();
    return metrics;
  }

  /** Where to scrape. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/metrics");
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!isCalledByOwnName(exchange)) {
        respond(
            exchange, FORBIDDEN, BusMetrics.PLAIN, "call this host by localhost or 127.0.0.1\n");
      } else if (!exchange.getRequestURI().getPath().equals("/metrics")
          || !exchange.getRequestMethod().equals("GET")) {
        respond(exchange, NOT_FOUND, BusMetrics.PLAIN, "GET /metrics\n");
      } else {
        String type = isOpenMetricsWanted(exchange) ? BusMetrics.OPEN_METRICS : BusMetrics.PLAIN;
        respond(exchange, OK, type, metrics.scrape(type));
      }
    }
  }

  private static boolean isCalledByOwnName(HttpExchange exchange) {
    String host =
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("Host")).orElse("");
    String name = host.replaceFirst(":[0-9]+$", "");
    return name.equals("localhost") || name.equals("127.0.0.1") || name.equals("[::1]");
  }

  private static boolean isOpenMetricsWanted(HttpExchange exchange) {
    String accepted = exchange.getRequestHeaders().getFirst("Accept");
    return accepted != null && accepted.contains("application/openmetrics-text");
  }

  private static void respond(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
    thread.shutdownNow();
    metrics.close();
  }
}
