package io.camber.app.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TrafficChoiceTest {
  @Test
  void readsVehiclesSumoAndParkedCars() {
    assertThat(TrafficChoice.parse("0")).isEqualTo(TrafficChoice.NONE);
    assertThat(TrafficChoice.parse("20")).isEqualTo(TrafficChoice.of(20));
    assertThat(TrafficChoice.parse("20, parked:0.5"))
        .isEqualTo(new TrafficChoice(20, Optional.empty(), 0.5));
    assertThat(TrafficChoice.parse("parked:1"))
        .isEqualTo(new TrafficChoice(0, Optional.empty(), 1.0));
    assertThat(TrafficChoice.parse("sumo:a,12.cfg,parked:0.1"))
        .isEqualTo(new TrafficChoice(0, Optional.of(Path.of("a,12.cfg")), 0.1));
    assertThat(TrafficChoice.parse("parked:-0")).isEqualTo(TrafficChoice.NONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "20", "20,parked:0.5", "sumo:/a/b,12", "sumo:/a,parked:0.1"})
  void writesWhatItReads(String text) {
    TrafficChoice choice = TrafficChoice.parse(text);

    assertThat(TrafficChoice.parse(choice.text())).isEqualTo(choice);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ",",
        "5,",
        "5,7",
        "many",
        "-1",
        "parked:0.1,parked:0.9",
        "parked:",
        "parked:NaN",
        "parked:1.5",
        "5,sumo:x",
        "sumo:"
      })
  void refusesWhatIsNoneOfThem(String text) {
    assertThatThrownBy(() -> TrafficChoice.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("traffic=");
  }
}
