package io.camber.evaluation.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.evaluation.drive.TestDrive;
import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.Metric;
import io.camber.geometry.Size3;
import io.camber.geometry.Vec2;
import io.camber.scene.ObjectClass;
import io.camber.scene.SignalColor;
import io.camber.scene.Track;
import io.camber.scene.Tracks;
import io.camber.truth.ActorTruth;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TrackBenchmarkTest {
  @Test
  void aCarTrackedAfterASecondOfFiveIsReachedUpToARecallOfFourFifths() {
    Findings findings = drive(50, 10);

    // 0.1 + 0.9 i / 39 is at most 0.8 for 31 of the 40 recalls
    assertThat(value(findings, "tracks.amota.car")).isCloseTo(31.0 / 40.0, within(1e-12));
    assertThat(value(findings, "tracks.amota")).isCloseTo(31.0 / 40.0, within(1e-12));
    assertThat(value(findings, "tracks.amotp")).isCloseTo(9 * 2.0 / 40.0, within(1e-12));
    assertThat(value(findings, "tracks.initialization")).isEqualTo(1.0);
    assertThat(value(findings, "tracks.longestGap.car")).isEqualTo(1.0);
  }

  @Test
  void whoIsNeverTrackedIsInTheFiguresWithMissedAlone() {
    Findings findings = drive(50, 1000);

    assertThat(value(findings, "tracks.amota")).isZero();
    assertThat(value(findings, "tracks.amotp")).isEqualTo(2.0);
    assertThat(metric(findings, "tracks.initialization").absence()).contains("ever tracked");
    assertThat(value(findings, "tracks.initializationWithMissed")).isEqualTo(4.5);
    assertThat(value(findings, "tracks.longestGapWithMissed")).isEqualTo(4.5);
  }

  @Test
  void noMessagesAreNoScore() {
    Findings findings = drive(0, 0);

    assertThat(metric(findings, "tracks.amota").value()).isEmpty();
    assertThat(metric(findings, "tracks.amota").absence()).contains("no tracks were published");
  }

  /** Ten messages a second with a car 30 m ahead and one hidden behind it, which is not there. */
  private static Findings drive(int messages, int trackedFrom) {
    TrackBenchmarkMeasure measure = new TrackBenchmarkMeasure();
    for (int i = 0; i < messages; i++) {
      long timeNs = i * 100_000_000L;
      ActorTruth ego = TestDrive.car("Ego", 20.0, TestDrive.LANE_Y, 0.0, 0.0);
      ActorTruth van = TestDrive.car("van", 50.0, TestDrive.LANE_Y, 0.0, 0.0);
      ActorTruth behind = TestDrive.car("behind", 60.0, TestDrive.LANE_Y, 0.0, 0.0);
      TruthHistory truth = new TruthHistory();
      truth.add(TestDrive.frame(timeNs, SignalColor.GREEN, ego, van, behind));
      Tracks tracks = new Tracks(timeNs, i < trackedFrom ? List.of() : List.of(track(van)));
      TrackedWorld.of(tracks, truth).ifPresent(measure::update);
    }
    Findings findings = new Findings();
    measure.report(findings);
    return findings;
  }

  private static Track track(ActorTruth actor) {
    return new Track(
        1,
        ObjectClass.CAR,
        0.9,
        actor.footprint().center(),
        0.0,
        new Size3(4.7, 1.86, 1.5),
        Vec2.ZERO,
        0.0,
        0.0,
        0.8,
        0.1,
        0.1,
        1_000_000_000L,
        0);
  }

  private static double value(Findings findings, String name) {
    return metric(findings, name).value().orElseThrow();
  }

  private static Metric metric(Findings findings, String name) {
    return findings.metrics().stream()
        .filter(metric -> metric.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
