package io.camber.app.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WatchedRunTest {
  @Test
  void aWatcherSeesEveryMessageWithItsBytesAndChangesNone() {
    List<Integer> lengths = new ArrayList<>();
    Simulation watched =
        Simulation.of(Bundled.scenario("highway-cut-in")).truthPerception().until(1);

    SimulationResult seen = watched
        .watch(message -> lengths.add(message.payload().orElseThrow().length()))
        .run();
    SimulationResult unseen = Simulation.of(Bundled.scenario("highway-cut-in"))
        .truthPerception()
        .until(1)
        .run();

    assertThat(seen.hash()).isEqualTo(unseen.hash());
    assertThat(lengths).hasSize((int) seen.messageCount());
  }
}
