package io.camber.sim.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camber.diagnostics.InputException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FaultTest {
  private static final FaultTargets TARGETS =
      new FaultTargets(List.of("lidar_top", "camera_front"), List.of("planning", "signals"));

  @Test
  void readsTargetKindWindowSeverityAndSeed() {
    Fault fault = Fault.parse("lidar_top:dropout@12s..15.5s,severity=0.25,seed=-3");

    assertThat(fault.target()).isEqualTo("lidar_top");
    assertThat(fault.kind()).isEqualTo("dropout");
    assertThat(fault.fromNs()).isEqualTo(12_000_000_000L);
    assertThat(fault.toNs()).isEqualTo(15_500_000_000L);
    assertThat(fault.severity()).hasValue(0.25);
    assertThat(fault.seed()).hasValue(-3);
  }

  @Test
  void lastsForTheWholeRunWithoutAWindowAndToTheEndWithoutAnEnd() {
    assertThat(Fault.parse("gnss:jump").fromNs()).isZero();
    assertThat(Fault.parse("gnss:jump").toNs()).isEqualTo(Long.MAX_VALUE);
    assertThat(Fault.parse("gnss:jump@250ms..").fromNs()).isEqualTo(250_000_000L);
    assertThat(Fault.parse("gnss:jump@250ms..").toNs()).isEqualTo(Long.MAX_VALUE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gnss | is not like",
        "gnss:jump@3..4s | window @3..4s is not like",
        "gnss:jump@3h..4s | window",
        "gnss:jump@5s..4s | ends before it begins",
        "gnss:jump,severity=much | much is not a number",
        "gnss:jump,seed=1.5 | 1.5 is not a whole number",
        "gnss:jump,colour=red | neither severity=X nor seed=N",
        "gnss:jump@1s..2h | time 2h"
      })
  void namesWhatIsWrongInTheText(String text, String problem) {
    assertThatThrownBy(() -> Fault.parse(text))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(text)
        .hasMessageContaining(problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lidar_tpo:dropout | no target lidar_tpo; did you mean lidar_top?",
        "gnss:jumps | gnss knows no fault jumps; did you mean jump?",
        "imu:jump | imu knows no fault jump",
        "lidar_top:points_lost,severity=1.2 | severity=1.2 is outside [0.0, 1.0]",
        "map:lane_shift@3s..4s | handed out once",
        "camera_front:swapped@3s.. | handed out once",
        "localization:crash | no target localization"
      })
  void refusesWhatTheRunCannotBreak(String text, String problem) {
    assertThatThrownBy(() -> TARGETS.check(Fault.parse(text)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(problem);
  }

  @Test
  void oneNameMayBeANodeAndWhatItSends() {
    assertThat(TARGETS.check(Fault.parse("signals:crash")).code()).isEqualTo("F11");
    assertThat(TARGETS.check(Fault.parse("signals:flip")).code()).isEqualTo("F23");
  }

  @Test
  void theListOfFaultsIsWhole() {
    List<String> codes = List.of(FaultFamily.values()).stream()
        .flatMap(family -> family.kinds().stream())
        .map(FaultKind::code)
        .distinct()
        .toList();

    assertThat(codes)
        .contains(
            "F01", "F02", "F03", "F04", "F05", "F06", "F07", "F08", "F09", "F10", "F15", "F16",
            "F17", "F20", "F21", "F22", "F23", "F24", "F25");
  }

  @Test
  void aScheduleTellsEveryBeginningAndEnd() {
    FaultSchedule schedule = new FaultSchedule(TARGETS, 7);
    schedule.announce(Fault.parse("gnss:jump@2s..3s"), 0);

    assertThat(schedule.isNews(0)).isTrue();
    assertThat(schedule.isNews(1_000_000_000L)).isFalse();
    assertThat(schedule.isNews(2_000_000_000L)).isTrue();
    assertThat(schedule.isNews(2_010_000_000L)).isFalse();
    assertThat(schedule.isNews(3_000_000_000L)).isTrue();
    assertThat(schedule.truths(0).faults().get(0).isActive(2_999_999_999L)).isTrue();
    assertThat(schedule.truths(0).faults().get(0).isActive(3_000_000_000L)).isFalse();
  }

  @Test
  void theSeedFollowsFromRunAndText() {
    assertThat(seed(7, "gnss:jump")).isEqualTo(seed(7, "gnss:jump"));
    assertThat(seed(7, "gnss:jump")).isNotEqualTo(seed(8, "gnss:jump"));
    assertThat(seed(7, "gnss:jump")).isNotEqualTo(seed(7, "gnss:drift"));
    assertThat(seed(7, "gnss:jump,seed=5")).isEqualTo(5);
  }

  private static long seed(long runSeed, String text) {
    FaultSchedule schedule = new FaultSchedule(TARGETS, runSeed);
    schedule.announce(Fault.parse(text), 0);
    return schedule.truths(0).faults().get(0).seed();
  }
}
