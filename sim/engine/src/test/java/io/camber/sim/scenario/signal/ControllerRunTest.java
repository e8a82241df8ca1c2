package io.camber.sim.scenario.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.map.RoadMap;
import io.camber.truth.SignalTruth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A light that is green for 5 s, green in the next phase for 3 s too, then red for 4 s. */
final class ControllerRunTest {
  private static final ControllerSpec SPEC = new ControllerSpec(
      "c",
      0.0,
      Optional.empty(),
      List.of(
          phase("go", 5.0, "off;off;on"),
          phase("still", 3.0, "off;off;on"),
          phase("stop", 4.0, "on;off;off")));

  private static Phase phase(String name, double seconds, String state) {
    return new Phase(name, seconds, List.of(new Phase.LightState("7", state)));
  }

  @Test
  void plansTheNextChangeOverPhasesOfTheSameState() {
    SignalBoard board = new SignalBoard(RoadMap.empty(), List.of(SPEC));

    assertThat(light(board).changesNs()).isEqualTo(8_000_000_000L);
    board.advance(6.0);
    assertThat(light(board).changesNs()).isEqualTo(8_000_000_000L);
    board.advance(9.0);
    assertThat(light(board).changesNs()).isEqualTo(12_000_000_000L);
    board.advance(13.0);
    assertThat(light(board).changesNs()).isEqualTo(20_000_000_000L);
  }

  @Test
  void whatAnActionSetsHasNoPlan() {
    SignalBoard board = new SignalBoard(RoadMap.empty(), List.of(SPEC));

    board.set("7", "on;off;off");

    assertThat(light(board).changesNs()).isZero();
  }

  private static SignalTruth light(SignalBoard board) {
    return board.truth().get(0);
  }
}
