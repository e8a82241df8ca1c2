package io.camber.app.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camber.bus.transport.Bell;
import io.camber.bus.transport.Waiting;
import io.camber.bus.transport.Wire;
import io.camber.bus.transport.WireReader;
import io.camber.bus.transport.WireTopic;
import io.camber.diagnostics.InputException;
import io.camber.messages.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
final class PublishedByHandTest {
  private static final byte[] CONTENT = {1, 2, 3};

  /** The guest has met nobody yet when it opens its end. */
  @ParameterizedTest
  @ValueSource(strings = {"shm:by-hand", "udp:29520"})
  void oneMessageReachesWhoSubscribes(String bus) throws Exception {
    List<Integer> lengths = new ArrayList<>();
    BusAddress address = BusAddress.parse(bus);
    try (Wire wire = address.open(new WireLog());
        Bell bell = wire.openBell("reading", Waiting.BLOCK);
        WireReader reader = wire.openReader(WireTopic.of(Topics.PLAN), "reading", bell)) {
      CompletableFuture<Void> published = CompletableFuture.runAsync(() -> publishOnce(address));
      long endNs = System.nanoTime() + 5_000_000_000L;
      while (lengths.isEmpty() && System.nanoTime() < endNs) {
        reader.poll((publisher, header, payload) -> lengths.add(payload.remaining()), 10);
        bell.await(reader::hasMessages, 50_000_000L);
      }
      published.get();
    }

    assertThat(lengths).containsExactly(CONTENT.length);
  }

  private static void publishOnce(BusAddress address) {
    try (BusProbe probe = BusProbe.join(address)) {
      probe.publish(Topics.PLAN, CONTENT, 1, 10);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"shm:by-hand", "udp:29520"})
  void withoutASubscriberItSaysSo(String bus) {
    try (BusProbe probe = BusProbe.join(BusAddress.parse(bus))) {
      assertThatThrownBy(() -> probe.publish(Topics.PLAN, CONTENT, 1, 10))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("nobody subscribes to " + Topics.PLAN.name());
      assertThatThrownBy(() -> probe.publish(Topics.PLAN, CONTENT, 1, 0))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("--hz");
    }
  }
}
