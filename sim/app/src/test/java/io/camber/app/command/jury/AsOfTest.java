package io.camber.app.command.jury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camber.diagnostics.InputException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class AsOfTest {
  @Test
  void aDayOrATimeAsVersionControlWritesIt() {
    Instant midnight = Instant.ofEpochSecond(1_795_824_000L);
    assertThat(AsOf.parse("2026-11-28")).isEqualTo(midnight);
    assertThat(AsOf.parse("2026-11-28T00:00:00Z")).isEqualTo(midnight);
    assertThat(AsOf.parse("2026-11-28T02:00:00+02:00")).isEqualTo(midnight);
  }

  @Test
  void whatIsNoTimeIsRefusedWithTheWayOut() {
    assertThatThrownBy(() -> AsOf.parse("yesterday"))
        .isInstanceOf(InputException.class)
        .hasMessage("--as-of yesterday: is no time; write 2026-11-28 or 2026-11-28T09:30:00Z");
  }
}
