package io.camber.sim.scenario.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.scene.SignalColor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LampsTest {
  @ParameterizedTest
  @CsvSource({
    "on;off;off,RED",
    "on;on;off,RED_YELLOW",
    "off;on;off,YELLOW",
    "off;off;on,GREEN",
    "off;off;off,OFF",
    "on;off,RED",
    "off;on,GREEN",
    "red,RED",
    "yellow,YELLOW",
    "green,GREEN",
    "off,OFF",
    "whatever,UNKNOWN",
    "flashing;off;off,RED",
    "red;yellow,RED_YELLOW"
  })
  void readsLampsFromTopToBottomAndWords(String state, SignalColor color) {
    assertThat(Lamps.color(state)).isEqualTo(color);
  }
}
