package io.camber.app.sweep.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.app.sweep.plan.SweepCase;
import io.camber.sim.scenario.document.FileCache;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StoryboardCasesTest {
  private static StoryboardCases cases() {
    return new StoryboardCases(new FileCache(), 60.0, Optional.empty(), false);
  }

  private static SweepCase run(long index, String clearance, long seed) {
    return new SweepCase(
        index,
        Path.of("..", "..", "scenarios", "highway-cut-in.xosc"),
        Map.of("cutInClearance", clearance),
        seed);
  }

  @Test
  void runsThatShareWhatWasReadOfAScenarioGoAsThoseThatReadItThemselves() {
    CaseRunner shared = cases().ofOneThread();

    for (SweepCase run :
        new SweepCase[] {run(0, "15", 1), run(1, "15", 2), run(2, "25", 1), run(3, "15", 1)}) {
      assertThat(shared.run(run, () -> false)).isEqualTo(cases().run(run, () -> false));
    }
  }

  @Test
  void otherParametersAreAnotherScenario() {
    CaseRunner shared = cases().ofOneThread();

    assertThat(shared.run(run(0, "15", 1), () -> false).hash())
        .isNotEqualTo(shared.run(run(1, "25", 1), () -> false).hash());
  }

  @Test
  void tellsTheEndInHundredthsOfASecond() {
    StoryboardCases cases = new StoryboardCases(new FileCache(), 3.05, Optional.empty(), false);

    assertThat(cases.run(run(0, "15", 1), () -> false).reason())
        .startsWith("still going at 3.05 s");
  }
}
