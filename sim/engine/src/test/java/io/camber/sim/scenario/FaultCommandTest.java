package io.camber.sim.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camber.diagnostics.InputException;
import io.camber.sim.fault.Fault;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Faults that a scenario file asks for. */
final class FaultCommandTest {
  private static final String IN_INIT = """
      <UserDefinedAction><CustomCommandAction type="camber.fault">gnss:jump@2s..3s,severity=10</CustomCommandAction></UserDefinedAction>
      """;

  private static final String LATER = """
      <Story name="s"><Act name="a"><ManeuverGroup name="g" maximumExecutionCount="1"><Actors selectTriggeringEntities="false"/>
      <Maneuver name="m"><Event name="e" priority="parallel" maximumExecutionCount="1"><Action name="break">
      <UserDefinedAction><CustomCommandAction type="camber.fault">lidar_top:dropout@0s..1s</CustomCommandAction></UserDefinedAction>
      </Action><StartTrigger><ConditionGroup><Condition name="c" delay="0" conditionEdge="none"><ByValueCondition>
      <SimulationTimeCondition value="0.5" rule="greaterThan"/></ByValueCondition></Condition></ConditionGroup></StartTrigger>
      </Event></Maneuver></ManeuverGroup><StartTrigger/></Act></Story>
      """;

  @TempDir
  private Path folder;

  @Test
  void areKnownFromTheFileAlone() {
    Scenario scenario = load(TestFiles.scenario("", IN_INIT + TestFiles.EGO_AT_10, LATER));

    assertThat(scenario.faults())
        .extracting(Fault::text)
        .containsExactly("gnss:jump@2s..3s,severity=10", "lidar_top:dropout@0s..1s");
    assertThat(scenario.warnings()).isEmpty();
  }

  @Test
  void areAnnouncedWhenTheirActionStarts() {
    ScenarioPlayer player =
        TestFiles.play(folder, TestFiles.scenario("", IN_INIT + TestFiles.EGO_AT_10, LATER), "");

    assertThat(player.drainFaults()).extracting(Fault::target).containsExactly("gnss");
    player.step(400_000_000L);
    assertThat(player.drainFaults()).isEmpty();
    player.step(600_000_000L);
    assertThat(player.drainFaults()).extracting(Fault::target).containsExactly("lidar_top");
  }

  @Test
  void areRefusedWithFileAndLineWhenMisspelt() {
    String wrong = IN_INIT.replace("severity=10", "strength=10");

    assertThatThrownBy(() -> load(TestFiles.scenario("", wrong + TestFiles.EGO_AT_10, "")))
        .isInstanceOf(InputException.class)
        .hasMessageMatching("(?s).*xosc:\\d+: fault gnss.*strength=10 is neither.*");
  }

  private Scenario load(String text) {
    return Scenario.load(TestFiles.write(folder, text), Map.of());
  }
}
