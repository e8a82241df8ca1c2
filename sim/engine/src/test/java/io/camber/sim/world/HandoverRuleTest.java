package io.camber.sim.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.camber.vehicle.ControlCommand;
import io.camber.vehicle.DriveMode;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HandoverRuleTest {
  private static final long MS = 1_000_000L;

  private final HandoverRule rule = new HandoverRule(WorldConfig.standard());

  @Test
  void waitsForTheWarmUp() {
    assertThat(rule.isDue(290 * MS, command(290 * MS, DriveMode.NOMINAL))).isFalse();
    assertThat(rule.isDue(300 * MS, command(300 * MS, DriveMode.NOMINAL))).isTrue();
  }

  @Test
  void waitsForACommand() {
    assertThat(rule.isDue(1000 * MS, Optional.empty())).isFalse();
  }

  @Test
  void staleBrokenOrOverruledCommandsDoNotCount() {
    assertThat(rule.isDue(1000 * MS, command(799 * MS, DriveMode.NOMINAL))).isFalse();
    assertThat(rule.isDue(1000 * MS, command(1000 * MS, DriveMode.MINIMAL_RISK)))
        .isFalse();
    assertThat(rule.isDue(
            1000 * MS,
            Optional.of(new ControlCommand(1000 * MS, Double.NaN, 0.0, DriveMode.NOMINAL))))
        .isFalse();
  }

  @Test
  void doesNotWaitForEver() {
    assertThat(rule.isDue(2990 * MS, Optional.empty())).isFalse();
    assertThat(rule.isDue(3000 * MS, Optional.empty())).isTrue();
  }

  @Test
  void refusesALimitBeforeTheWarmUp() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WorldConfig(1.0, 0.5, 0.2, 0.5, 2.0))
        .withMessageContaining("handoverSMax=0.5");
  }

  private static Optional<ControlCommand> command(long timeNs, DriveMode mode) {
    return Optional.of(new ControlCommand(timeNs, 0.0, 0.0, mode));
  }
}
