package io.camber.app.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camber.diagnostics.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BusAddressTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "shm:rig",
        "udp:42800",
        "udp:10.0.0.1:42800,10.0.0.2:42801,key=bus.key",
        "udp:10.0.0.1:42800,10.0.0.2:42801,insecure"
      })
  void textComesBack(String text) {
    assertThat(BusAddress.parse(text).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "shm",
        "shm:",
        "tcp:80",
        "udp:none",
        "udp:70000",
        "udp:10.0.0.1:42800,somewhere"
      })
  void whatIsNoAddressIsNamed(String text) {
    assertThatThrownBy(() -> BusAddress.parse(text))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("bus address");
  }

  @Test
  void newBusesDifferFromTheDefaultOne() {
    assertThat(BusAddress.ofNewBus(BusKind.UDP).text()).isNotEqualTo("udp:42800");
  }
}
