package io.camber.importing.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.importing.scenario.LightCycle.Color;
import io.camber.importing.scenario.LightCycle.Phase;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LightCycleTest {
  private static final List<Phase> PHASES = List.of(
      new Phase(Color.GREEN, 40.0), new Phase(Color.YELLOW, 3.0), new Phase(Color.RED, 57.0));

  @Test
  void aCycleThatBeginsLaterHasBeenRunningBefore() {
    assertThat(LightCycle.shifted("1", PHASES, 59.0).phases())
        .containsExactly(
            new Phase(Color.YELLOW, 2.0),
            new Phase(Color.RED, 57.0),
            new Phase(Color.GREEN, 40.0),
            new Phase(Color.YELLOW, 1.0));
  }

  @Test
  void aCycleThatBeginsNowIsAsItIs() {
    assertThat(LightCycle.shifted("1", PHASES, 0.0).phases()).isEqualTo(PHASES);
    assertThat(LightCycle.shifted("1", PHASES, 200.0).phases()).isEqualTo(PHASES);
  }

  @Test
  void itsLengthStays() {
    for (double offset = -150.0; offset < 150.0; offset += 7.0) {
      assertThat(LightCycle.shifted("1", PHASES, offset).phases().stream()
              .mapToDouble(Phase::durationS)
              .sum())
          .isEqualTo(100.0);
    }
  }
}
