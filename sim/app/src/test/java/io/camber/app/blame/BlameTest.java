package io.camber.app.blame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camber.app.simulation.NodeNames;
import io.camber.app.simulation.Simulation;
import io.camber.app.simulation.SimulationResult;
import io.camber.diagnostics.InputException;
import io.camber.evaluation.judgement.KeyEvent;
import io.camber.jury.attribution.Attribution;
import io.camber.jury.attribution.Component;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Faults of one component in a bundled scenario; whoever has the fault must be blamed. */
final class BlameTest {
  private static final long FAULT_NS = 3_000_000_000L;

  @Test
  void twinsThatNeverTakeOverLeaveEveryByteAsItIs() {
    SimulationResult alone = drive(6.0).run();

    SimulationResult accompanied = new Blame(() -> drive(6.0))
        .drive(
            EnumSet.complementOf(
                EnumSet.of(Component.DETECTION, Component.TRACKING, Component.SIGNALS)),
            Long.MAX_VALUE,
            0.0);

    assertThat(accompanied.hash()).isEqualTo(alone.hash());
  }

  @Test
  void faultsThatAreNeverLiftedStrikeToTheSameByte() {
    SimulationResult alone = struck("gnss:jump@3s..,severity=15", 6.0).run();

    SimulationResult accompanied = new Blame(() -> struck("gnss:jump@3s..,severity=15", 6.0))
        .drive(EnumSet.of(Component.SENSORS, Component.LOCALIZATION), Long.MAX_VALUE, 0.0);

    assertThat(accompanied.hash()).isEqualTo(alone.hash());
  }

  @Test
  void aReceiverThatJumpsIsBlamedBeforeTheEstimatorThatBelievesIt() {
    Blame.Finding found =
        new Blame(() -> struck("gnss:jump@3s..,severity=15", 12.0)).of(1, Optional.empty());

    assertThat(found.attribution().butFor()).contains(Component.SENSORS, Component.LOCALIZATION);
    assertThat(found.attribution().origin()).contains(Component.SENSORS);
    assertThat(found.parting().orElseThrow()).startsWith("/sensor/gnss");
    assertThat(BlameReport.text(found)).contains("It began with sensors");
    assertThat(BlameReport.toJson(found)).contains("\"origin\": \"sensors\"");
  }

  @Test
  void aPlanThatFreezesIsBlamedThoughClairvoyanceBeforeWouldHaveFrozenABetterOne() {
    Blame blame = new Blame(() -> struck("plan:freeze@4s..", 12.0));
    Blame.Finding found = blame.of(1, Optional.empty());

    assertThat(found.attribution().butFor()).contains(Component.PREDICTION, Component.PLANNING);
    assertThat(found.attribution().origin()).contains(Component.PLANNING);

    Blame.Finding asked = blame.whatIf(found);
    assertThat(asked.avoidedBy().keySet()).containsExactly(Better.values());
    assertThat(BlameReport.text(asked)).contains("With what no car has: no latency");
    assertThat(BlameReport.toJson(asked)).contains("\"avoidedBy\"");
  }

  @Test
  void whatNoCarHasChangesNoByteUntilItComes() {
    String alone = drive(4.0).run().hash();

    for (Better better : Better.values()) {
      assertThat(new Blame(() -> drive(4.0)).drive(better, Long.MAX_VALUE, 0.0).hash())
          .as(better.label())
          .isEqualTo(alone);
      assertThat(new Blame(() -> drive(4.0)).drive(better, 2_000_000_000L, 0.0).hash())
          .as(better.label())
          .isNotEqualTo(alone);
    }
  }

  @Test
  void aCarWithoutLatencyDrivesOn() {
    SimulationResult prompt = new Blame(() -> drive(6.0)).drive(Better.NO_LATENCY, 0L, 0.0);

    assertThat(prompt.judgement().reason()).isEqualTo("no hard limit broken");
  }

  @Test
  void brakesThatFailAreBlamedAndNotTheController() {
    Blame.Finding found =
        new Blame(() -> struck("brake:weak@1s..,severity=1", 20.0)).of(1, Optional.empty());

    assertThat(found.attribution().origin()).contains(Component.ACTUATION);
  }

  @Test
  void aPlannerThatDoesNotSlowDownIsBlamed() {
    Blame.Finding found = blame(NodeNames.PLANNING, Spoiled.Fault.PLAN_TOO_FAST);

    assertThat(found.attribution().kind())
        .as(BlameReport.text(found))
        .isEqualTo(Attribution.Kind.SINGLE);
    assertThat(found.attribution().butFor()).containsExactly(Component.PLANNING);
    assertThat(found.attribution().fixBeforeNs()).isLessThan(found.event().timeNs());
    assertThat(BlameReport.text(found)).contains("planning is to blame");
    assertThat(BlameReport.toHtml(found, "run")).contains("planning");
    assertThat(BlameReport.toJson(found)).contains("\"planning\": 1.0");
  }

  @Test
  @Tag("campaign")
  void aPoseThatDriftsIsBlamedOnLocalization() {
    Blame.Finding found = blame(NodeNames.LOCALIZATION, Spoiled.Fault.POSE_DRIFTS_LEFT);

    assertThat(found.attribution().butFor()).containsExactly(Component.LOCALIZATION);
  }

  @Test
  void everyRunHasTheSameCandidatesAndThoseWithoutAnotherTwinChangeNoByte() {
    Blame sound = new Blame(() -> drive(4.0));
    assertThat(sound.inert())
        .containsExactlyInAnyOrder(
            Component.SENSORS,
            Component.MAP,
            Component.DETECTION,
            Component.TRACKING,
            Component.SIGNALS,
            Component.PLANNING,
            Component.CONTROL,
            Component.ACTUATION);
    assertThat(new Blame(() -> struck("plan:freeze@3s..", 4.0)).inert())
        .doesNotContain(Component.PLANNING)
        .contains(Component.SENSORS);
    assertThat(new Blame(() -> drive(4.0).parameter("planning.time_gap_s", "1.2")).inert())
        .doesNotContain(Component.PLANNING);

    // the proof: with all of them on duty from the start, no byte differs
    assertThat(sound.drive(sound.inert(), 0, 0.0).hash())
        .isEqualTo(drive(4.0).run().hash());
  }

  @Test
  void twoEventsAreTheSameByFamilyAndByWhomTheyAreWith() {
    EventKind lead =
        kind("collision", "at-fault collision with lead, active front, delta-v 3.1 m/s");

    assertThat(lead.isSame(kind("T1", "going on like this hits lead in 0.9 s"))).isTrue();
    assertThat(lead.isSame(kind("T1", "going on like this hits other in 0.9 s")))
        .isFalse();
    assertThat(lead.isSame(kind("T2", "a corner is 0.40 m outside"))).isFalse();
    assertThat(kind("T2", "").isSame(kind("off-road", ""))).isTrue();
  }

  @Test
  void anEarlierEventOfItsFamilyOrOneWithAnotherActorIsNotTheSameAgain() {
    KeyEvent late = hit(20, "lead");

    assertThat(Blame.isAmong(List.of(hit(5, "lead")), late, 12)).isFalse();
    assertThat(Blame.isAmong(List.of(hit(5, "lead")), late, 5)).isTrue();
    assertThat(Blame.isAmong(List.of(hit(5, "lead"), hit(21, "other")), late, 12))
        .isFalse();
    assertThat(Blame.isAmong(List.of(hit(5, "lead"), hit(21, "lead")), late, 12))
        .isTrue();
  }

  private static KeyEvent hit(long timeNs, String actor) {
    return new KeyEvent(
        timeNs,
        KeyEvent.Severity.HARD,
        "collision",
        "at-fault collision with " + actor + ", active front, delta-v 3.1 m/s");
  }

  private static EventKind kind(String kind, String detail) {
    return EventKind.of(new KeyEvent(0, KeyEvent.Severity.HARD, kind, detail));
  }

  @Test
  void aDriveWithoutAHardEventHasNobodyToBlame() {
    assertThatThrownBy(() -> new Blame(() -> drive(3.0)).of(1, Optional.empty()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no hard event");
  }

  @Test
  void aDriveThatDoesNotRepeatIsRefused() {
    assertThatThrownBy(() -> new Blame(() -> drive(3.0)).of(1, Optional.of("00")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("does not repeat");
  }

  private static Blame.Finding blame(String node, Spoiled.Fault fault) {
    Blame.Finding found = new Blame(() -> drive()
            .substitute(
                node, (actual, shipped) -> context -> new Spoiled(shipped, fault, FAULT_NS)))
        .of(1, Optional.empty());
    assertThat(found.event().timeNs()).isGreaterThan(FAULT_NS);
    return found;
  }

  private static Simulation struck(String fault, double untilS) {
    return drive(untilS).fault(fault);
  }

  private static Simulation drive() {
    return drive(12.0);
  }

  private static Simulation drive(double untilS) {
    return Simulation.of(Path.of("..", "..", "scenarios", "stop-and-go.xosc"))
        .truthPerception()
        .until(untilS);
  }
}
