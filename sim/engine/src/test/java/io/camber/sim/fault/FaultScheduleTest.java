package io.camber.sim.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.truth.FaultTruth;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is left of faults whose target nothing strikes any more from a time on. */
final class FaultScheduleTest {
  private static final long S = 1_000_000_000L;

  @Test
  void aLiftedFaultEndsWhenItIsLifted() {
    assertThat(announced("gnss:jump@5s..", 8 * S))
        .extracting(FaultTruth::endNs)
        .containsExactly(8 * S);
    assertThat(announced("gnss:jump@5s..6s", 8 * S))
        .extracting(FaultTruth::endNs)
        .containsExactly(6 * S);
    assertThat(announced("gnss:jump@9s..", 8 * S)).isEmpty();
  }

  @Test
  void othersStayAsTheyAre() {
    assertThat(announced("imu:noise@5s..", 8 * S))
        .extracting(FaultTruth::endNs)
        .containsExactly(Long.MAX_VALUE);
  }

  @Test
  void whatIsHandedOutAtTheStartWasNeverStruck() {
    assertThat(schedule("map", 8 * S, "map:lane_shift")).isEmpty();
    assertThat(schedule("map", Long.MAX_VALUE, "map:lane_shift")).hasSize(1);
  }

  @Test
  void aFaultThatIsLiftedForAWhileComesBack() {
    FaultSchedule schedule = new FaultSchedule(new FaultTargets(List.of(), List.of()), 1)
        .lift(new Lift("gnss", 6 * S, 8 * S))
        .lift(new Lift("gnss", 20 * S, 30 * S))
        .lift(new Lift("map", 6 * S, 8 * S));
    schedule.announce(Fault.parse("gnss:jump@5s..25s"), 0);
    schedule.announce(Fault.parse("map:lane_shift"), 0);

    assertThat(schedule.truths(0).faults())
        .extracting(FaultTruth::startNs)
        .containsExactly(5 * S, 8 * S, 0L);
    assertThat(schedule.truths(0).faults())
        .extracting(FaultTruth::endNs)
        .containsExactly(6 * S, 20 * S, Long.MAX_VALUE);
  }

  private static List<FaultTruth> announced(String fault, long liftedNs) {
    return schedule("gnss", liftedNs, fault);
  }

  private static List<FaultTruth> schedule(String target, long liftedNs, String fault) {
    FaultSchedule schedule = new FaultSchedule(new FaultTargets(List.of(), List.of()), 1);
    schedule.lift(new Lift(target, liftedNs, Long.MAX_VALUE)).announce(Fault.parse(fault), 0);
    return schedule.truths(0).faults();
  }
}
