package io.camber.evaluation.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.evaluation.drive.TestDrive;
import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.TimeSeries;
import io.camber.evaluation.situation.SituationModel;
import io.camber.scene.SignalColor;
import io.camber.scene.SignalState;
import io.camber.scene.SignalStates;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** A red light whose stop line is at 200 m; the bumper starts at 123.75 m and comes 1 m nearer each 0.1 s. */
final class SignalRangeTest {
  @Test
  void theRangeIsThatOfTheFirstRightState() {
    Findings findings = drive(i -> i < 20 ? SignalColor.GREEN : SignalColor.RED);

    assertThat(value(findings, "signals.firstCorrectRangeMin"))
        .isCloseTo(200.0 - 123.75 - 20.0, within(1e-6));
    assertThat(value(findings, "signals.neverCorrect")).isZero();
    assertThat(value(findings, "signals.next.agreement")).isCloseTo(0.6, within(1e-12));
    assertThat(value(findings, "signals.next.knownShare")).isEqualTo(1.0);
    assertThat(value(findings, "signals.confusion.red.green")).isEqualTo(20.0);
    assertThat(value(findings, "signals.confusion.red.red")).isEqualTo(30.0);
  }

  @Test
  void aLightThatIsNeverRightIsCounted() {
    Findings findings = drive(i -> SignalColor.UNKNOWN);

    assertThat(value(findings, "signals.neverCorrect")).isEqualTo(1.0);
    assertThat(value(findings, "signals.next.knownShare")).isZero();
    assertThat(metric(findings, "signals.next.agreement").value()).isEmpty();
    assertThat(value(findings, "signals.confusion.red.unknown")).isEqualTo(50.0);
    assertThat(metric(findings, "signals.firstCorrectRangeMin").value()).isEmpty();
  }

  private static Findings drive(IntFunction<SignalColor> told) {
    SignalRangeMeasure ranges = new SignalRangeMeasure();
    SignalMeasure colors = new SignalMeasure();
    SituationModel model = new SituationModel(TestDrive.road());
    TruthHistory truth = new TruthHistory();
    for (int i = 0; i < 50; i++) {
      long timeNs = i * 100_000_000L;
      var frame = TestDrive.frame(
          timeNs, SignalColor.RED, TestDrive.car("Ego", 120.0 + i, TestDrive.LANE_Y, 0.0, 10.0));
      truth.add(frame);
      SignalStates states =
          new SignalStates(timeNs, List.of(new SignalState(TestDrive.LIGHT, told.apply(i), 0.9)));
      colors.update(states, truth);
      ranges.update(states);
      ranges.update(model.of(frame).orElseThrow(), new TimeSeries());
    }
    Findings findings = new Findings();
    ranges.report(findings);
    colors.report(findings);
    return findings;
  }

  private static double value(Findings findings, String name) {
    return metric(findings, name).value().orElseThrow();
  }

  private static Metric metric(Findings findings, String name) {
    return findings.metrics().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + name));
  }
}
