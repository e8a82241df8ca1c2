package io.camber.evaluation.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.evaluation.drive.TestDrive;
import io.camber.evaluation.judgement.Findings;
import io.camber.scene.SignalColor;
import io.camber.scene.SignalState;
import io.camber.scene.SignalStates;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SignalTimingTest {
  private static final long TENTH_NS = 100_000_000L;

  @Test
  void theLatencyRunsFromTheChangeToItsPublication() {
    SignalTiming timing = new SignalTiming();
    for (int i = 0; i < 100; i++) {
      // red from 5.0 s on, published as red from 5.3 s on
      timing.update(TestDrive.frame(i * TENTH_NS, i < 50 ? SignalColor.GREEN : SignalColor.RED));
      publish(timing, i, i < 53 ? SignalColor.GREEN : SignalColor.RED);
    }

    Findings findings = report(timing);

    assertThat(findings.metrics().get(0).value().orElseThrow()).isCloseTo(0.3, within(1e-9));
    assertThat(findings.metrics().get(1).value().orElseThrow()).isZero();
  }

  @Test
  void aChangeThatNeverWasIsFlicker() {
    SignalTiming timing = new SignalTiming();
    for (int i = 0; i <= 600; i++) {
      timing.update(TestDrive.frame(i * TENTH_NS, SignalColor.RED));
      publish(timing, i, i == 100 || i == 300 ? SignalColor.GREEN : SignalColor.RED);
    }

    assertThat(report(timing).metrics().get(1).value().orElseThrow()).isCloseTo(2.0, within(1e-9));
  }

  private static void publish(SignalTiming timing, int tenth, SignalColor color) {
    SignalState state = new SignalState(TestDrive.LIGHT, color, 1.0);
    timing.update(new SignalStates(tenth * TENTH_NS, List.of(state)), tenth * TENTH_NS);
  }

  private static Findings report(SignalTiming timing) {
    Findings findings = new Findings();
    timing.report(findings);
    return findings;
  }
}
