package io.camber.app.command.bus;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camber.bus.transport.Endpoint;
import io.camber.bus.transport.ThisHost;
import io.camber.bus.transport.WireCounters;
import io.camber.bus.transport.WireTopic;
import io.camber.diagnostics.InputException;
import io.camber.messages.Topics;
import org.junit.jupiter.api.Test;

final class NodeCommandTest {
  @Test
  void aProcessOfAnotherHostIsNotSignalledHere() {
    assertThatThrownBy(() -> NodeCommand.requireThisHost(on("not-" + ThisHost.name())))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("planning runs on host not-");
  }

  @Test
  void aProcessOfThisHostIs() {
    assertThatCode(() -> NodeCommand.requireThisHost(on(ThisHost.name())))
        .doesNotThrowAnyException();
  }

  private static Endpoint on(String host) {
    return new Endpoint(
        "planning",
        host,
        1,
        Endpoint.Direction.PUBLISHES,
        WireTopic.of(Topics.PLAN),
        new WireCounters(0, 0, 0, 0, 0, 0));
  }
}
