package io.camber.app.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.evaluation.judgement.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Planners for comparison in the stack's place, with the truth for perception. */
final class PlannersTest {
  @TempDir
  private Path folder;

  @ParameterizedTest
  @EnumSource(PlannerChoice.class)
  void everyPlannerFollowsSlowTrafficWithoutTouchingIt(PlannerChoice planner) {
    SimulationResult result = drive(planner).run();

    assertThat(result.outcome()).as(result.judgement().reason()).isEqualTo(Outcome.PASS);
    assertThat(result.metric("progress.distance").orElseThrow()).isGreaterThan(50.0);
  }

  @Test
  void theChoiceIsPartOfTheRunAndRepeats() {
    SimulationResult first =
        drive(PlannerChoice.ORACLE).out(folder.resolve("run")).run();
    RecordedRun recorded = RecordedRun.read(first.folder().orElseThrow());

    assertThat(recorded.options().conditions().planner()).isEqualTo(PlannerChoice.ORACLE);
    assertThat(recorded.options().command()).contains("--planner oracle");
    assertThat(new Simulation(recorded.options()).run().hash()).isEqualTo(first.hash());
    assertThat(drive(PlannerChoice.STACK).run().hash()).isNotEqualTo(first.hash());
  }

  private static Simulation drive(PlannerChoice planner) {
    return Simulation.of(Path.of("..", "..", "scenarios", "stop-and-go.xosc"))
        .truthPerception()
        .planner(planner)
        .until(10.0);
  }
}
