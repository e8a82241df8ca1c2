package io.camber.app.rig;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.bus.Qos;
import io.camber.bus.transport.Endpoint;
import io.camber.bus.transport.Endpoint.Direction;
import io.camber.bus.transport.WireCounters;
import io.camber.bus.transport.WireTopic;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TopicRateTest {
  private static final WireTopic PLAN = new WireTopic("/plan", "plan", 1, Qos.RESULT);

  @Test
  void aPublisherThatWasKilledAndIsBackCountsWhatItHasSaidSince() {
    BusView before = new BusView(List.of(
        end("planning", 10, Direction.PUBLISHES, 900, 9000, 0),
        end("control", 11, Direction.SUBSCRIBES, 0, 0, 50)));
    BusView after = new BusView(List.of(
        end("planning", 12, Direction.PUBLISHES, 20, 200, 0),
        end("control", 13, Direction.SUBSCRIBES, 0, 0, 2)));

    TopicRate rate = TopicRate.between("/plan", before, after, 2.0);

    assertThat(rate.messages()).isEqualTo(20);
    assertThat(rate.bytes()).isEqualTo(200);
    assertThat(rate.lost()).isEqualTo(2);
    assertThat(rate.hz()).isEqualTo(10.0);
  }

  @Test
  void oneDiesWhileAnotherGoesOnAndAThirdOpensAnew() {
    BusView before = new BusView(List.of(
        end("a", 10, Direction.PUBLISHES, 900, 9000, 0),
        end("b", 11, Direction.PUBLISHES, 100, 1000, 0),
        end("c", 12, Direction.PUBLISHES, 70, 700, 0)));
    BusView after = new BusView(List.of(
        end("b", 11, Direction.PUBLISHES, 140, 1400, 0),
        end("c", 12, Direction.PUBLISHES, 5, 50, 0)));

    TopicRate rate = TopicRate.between("/plan", before, after, 1.0);

    assertThat(rate.messages()).isEqualTo(45);
    assertThat(rate.bytes()).isEqualTo(450);
  }

  private static Endpoint end(
      String node, long pid, Direction direction, long messages, long bytes, long lost) {
    return new Endpoint(
        node, "host", pid, direction, PLAN, new WireCounters(messages, bytes, lost, 0, 0, 0));
  }
}
