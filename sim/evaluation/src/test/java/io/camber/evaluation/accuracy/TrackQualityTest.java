package io.camber.evaluation.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.evaluation.drive.TestDrive;
import io.camber.evaluation.judgement.Findings;
import io.camber.geometry.Angles;
import io.camber.geometry.Pose2;
import io.camber.geometry.Size3;
import io.camber.geometry.Vec2;
import io.camber.scene.ObjectClass;
import io.camber.scene.SignalColor;
import io.camber.scene.Track;
import io.camber.scene.Tracks;
import io.camber.truth.ActorTruth;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TrackQualityTest {
  @Test
  void aTrackTwoMetresOffIsHalfAsAlikeAndStillFound() {
    Findings findings = drive(60, 1.99, 0);

    assertThat(value(findings, "tracks.mota")).isEqualTo(1.0);
    assertThat(value(findings, "tracks.motp")).isCloseTo(1.0 - 1.99 / 4.0, within(1e-9));
    assertThat(value(findings, "tracks.idf1")).isEqualTo(1.0);
  }

  @Test
  void aTrackOneMetreOffSharesWhatIsLeftOfBothLengths() {
    Findings findings = drive(60, 1.0, 0);

    // footprints of 4.7 m along each other
    assertThat(value(findings, "tracks.overlap.mota")).isEqualTo(1.0);
    assertThat(value(findings, "tracks.overlap.motp")).isCloseTo(3.7 / 5.7, within(1e-9));
    // 0.649 meets the thresholds 0.05 to 0.60: twelve of nineteen
    assertThat(value(findings, "tracks.overlap.hota")).isCloseTo(12.0 / 19.0, within(1e-9));
    assertThat(value(findings, "tracks.moda")).isEqualTo(1.0);
  }

  @Test
  void aTrackTwoMetresOffSharesLessThanHalfAndIsAFalseOneByOverlap() {
    Findings findings = drive(60, 1.99, 0);

    assertThat(value(findings, "tracks.overlap.mota")).isEqualTo(-1.0);
    assertThat(value(findings, "tracks.overlap.idf1")).isZero();
  }

  @Test
  void aTrackOfSomebodyOutOfSightCountsNeitherWay() {
    // the van hides the car behind it: its track is no false one
    Findings findings = drive(60, 0.0, 0);

    assertThat(value(findings, "tracks.mota")).isEqualTo(1.0);
  }

  @Test
  void aHeadingThatTurnsRoundBetweenMessagesIsAFlip() {
    // messages 9, 19 ... 59 of 0 to 60 are turned: six times there and back within 6 s
    Findings findings = drive(61, 0.0, 10);

    assertThat(value(findings, "tracks.headingFlipsPerMinute"))
        .isCloseTo(12.0 * 60.0 / 6.0, within(1e-9));
  }

  private static Findings drive(int messages, double off, int flipEvery) {
    TrackQualityMeasure measure = new TrackQualityMeasure();
    for (int i = 0; i < messages; i++) {
      long timeNs = i * 100_000_000L;
      ActorTruth ego = TestDrive.car("Ego", 20.0, TestDrive.LANE_Y, 0.0, 0.0);
      ActorTruth van = TestDrive.car("van", 50.0, TestDrive.LANE_Y, 0.0, 0.0);
      ActorTruth behind = TestDrive.car("behind", 60.0, TestDrive.LANE_Y, 0.0, 0.0);
      TruthHistory truth = new TruthHistory();
      truth.add(TestDrive.frame(timeNs, SignalColor.GREEN, ego, van, behind));
      boolean flipped = flipEvery > 0 && i % flipEvery == flipEvery - 1;
      Tracks tracks = new Tracks(
          timeNs, List.of(track(1, van, off, flipped ? Math.PI : 0.0), track(2, behind, 0.0, 0.0)));
      TrackedWorld.of(tracks, truth).ifPresent(measure::update);
    }
    Findings findings = new Findings();
    measure.report(findings);
    return findings;
  }

  private static Track track(int id, ActorTruth actor, double off, double turned) {
    Pose2 center = actor.footprint().center();
    return new Track(
        id,
        ObjectClass.CAR,
        0.9,
        new Pose2(center.x() - off, center.y(), Angles.wrap(center.yaw() + turned)),
        0.0,
        new Size3(4.7, 1.86, 1.5),
        Vec2.ZERO,
        0.0,
        0.0,
        1.0,
        0.1,
        0.1,
        1_000_000_000L,
        0);
  }

  private static double value(Findings findings, String name) {
    return findings.metrics().stream()
        .filter(metric -> metric.name().equals(name))
        .findFirst()
        .orElseThrow()
        .value()
        .orElseThrow();
  }
}
