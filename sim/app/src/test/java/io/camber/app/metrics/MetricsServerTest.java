package io.camber.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.app.rig.OwnBus;
import io.camber.app.rig.WireLog;
import io.camber.bus.transport.Waiting;
import io.camber.bus.transport.Wire;
import io.camber.bus.transport.WireHeader;
import io.camber.bus.transport.WireReader;
import io.camber.bus.transport.WireTopic;
import io.camber.bus.transport.WireWriter;
import io.camber.messages.Topics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(60)
final class MetricsServerTest {
  @RegisterExtension
  private final OwnBus bus = OwnBus.of("metrics");

  private final HttpClient client = HttpClient.newHttpClient();
  private Wire wire = bus.address().open(new WireLog());
  private MetricsServer server = MetricsServer.start(bus.address(), 0);

  @BeforeEach
  void publishThreeAndReadTwo() {
    WireWriter writer = wire.openWriter(WireTopic.of(Topics.IMU), "imu");
    WireReader reader =
        wire.openReader(WireTopic.of(Topics.IMU), "filter", wire.openBell("filter", Waiting.SPIN));
    for (int i = 0; i < 3; i++) {
      writer.send(new WireHeader().set(i, 0, 0), ByteBuffer.allocateDirect(10 + 10 * i));
    }
    for (int seen = 0; seen < 2; ) {
      seen += reader.poll((publisher, header, payload) -> {}, 2 - seen);
    }
  }

  @AfterEach
  void stop() {
    server.close();
    wire.close();
  }

  private HttpResponse<String> get(String path, String accept) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(server.uri().resolve(path))
        .header("Accept", accept)
        .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void tellsWhatWentThroughEachEnd() throws Exception {
    HttpResponse<String> answer = get("/metrics", "application/openmetrics-text;version=1.0.0");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains(BusMetrics.OPEN_METRICS);
    assertThat(answer.body())
        .contains("camber_bus_messages_total" + tags("publishes", "imu") + "3.0\n")
        .contains("camber_bus_messages_total" + tags("subscribes", "filter") + "2.0\n")
        .contains("camber_bus_bytes_total" + tags("publishes", "imu") + "60.0\n")
        .contains("camber_bus_lost_total" + tags("subscribes", "filter") + "0.0\n")
        .contains("camber_bus_refused_total" + tags("publishes", "imu") + "0.0\n")
        .contains("camber_bus_largest_bytes" + tags("publishes", "imu") + "30.0\n")
        .endsWith("# EOF\n");
  }

  @Test
  void forgetsWhoLeft() throws Exception {
    assertThat(get("/metrics", "text/plain").body()).contains("node=\"imu\"");

    wire.close();
    wire = bus.address().open(new WireLog());

    assertThat(get("/metrics", "text/plain").body()).doesNotContain("node=\"imu\"");
  }

  @Test
  void hasNothingElse() throws Exception {
    assertThat(get("/", "text/plain").statusCode()).isEqualTo(404);
  }

  /** What a browser sends for a web page whose name was pointed at this host. */
  @Test
  void answersNobodyWhoCallsItByAnotherName() throws IOException {
    try (Socket socket =
        new Socket(InetAddress.getLoopbackAddress(), server.uri().getPort())) {
      socket
          .getOutputStream()
          .write("GET /metrics HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
              .getBytes(StandardCharsets.US_ASCII));

      assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .startsWith("HTTP/1.1 403")
          .doesNotContain("imu");
    }
  }

  private static String tags(String direction, String node) {
    return "{direction=\"" + direction + "\",node=\"" + node + "\",topic=\"/sensor/imu\"} ";
  }
}
