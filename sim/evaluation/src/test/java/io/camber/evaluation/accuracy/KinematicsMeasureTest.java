package io.camber.evaluation.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.evaluation.drive.TestDrive;
import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.Metric;
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

final class KinematicsMeasureTest {
  @Test
  void tellsErrorsOfNewTracksFromThoseOfSettledOnes() {
    Findings findings = drive();

    assertThat(value(findings, "kinematics.velocity.new")).isCloseTo(2.0, within(1e-9));
    assertThat(value(findings, "kinematics.velocity.settled")).isCloseTo(0.5, within(1e-9));
    assertThat(value(findings, "kinematics.yaw.settled")).isCloseTo(0.1, within(1e-9));
    assertThat(value(findings, "kinematics.yawRate.settled")).isCloseTo(0.2, within(1e-9));
    assertThat(value(findings, "kinematics.accel.settled")).isCloseTo(0.3, within(1e-9));
    // half as long as the car of 4.7 m
    assertThat(value(findings, "kinematics.scale.settled")).isCloseTo(0.5, within(1e-9));
    assertThat(metric(findings, "kinematics.velocityLag").absence()).contains("5 s on end");
  }

  @Test
  void noTrackIsNoError() {
    Findings findings = new Findings();
    new KinematicsMeasure().report(findings);

    assertThat(metric(findings, "kinematics.accel.new").value()).isEmpty();
    assertThat(metric(findings, "kinematics.accel.new").absence()).contains("of this age");
  }

  private static Findings drive() {
    KinematicsMeasure measure = new KinematicsMeasure();
    for (int i = 0; i < 20; i++) {
      long timeNs = i * 100_000_000L;
      ActorTruth ego = TestDrive.car("Ego", 20.0, TestDrive.LANE_Y, 0.0, 0.0);
      ActorTruth van = TestDrive.car("van", 50.0, TestDrive.LANE_Y, 0.0, 8.0);
      TruthHistory truth = new TruthHistory();
      truth.add(TestDrive.frame(timeNs, SignalColor.GREEN, ego, van));
      Tracks tracks = new Tracks(timeNs, List.of(track(van, timeNs)));
      TrackedWorld.of(tracks, truth).ifPresent(measure::update);
    }
    Findings findings = new Findings();
    measure.report(findings);
    return findings;
  }

  private static Track track(ActorTruth actor, long ageNs) {
    Pose2 center = actor.footprint().center();
    return new Track(
        1,
        ObjectClass.CAR,
        0.9,
        new Pose2(center.x(), center.y(), center.yaw() + 0.1),
        0.0,
        new Size3(2.35, 1.86, 1.5),
        new Vec2(ageNs < 1_000_000_000L ? 10.0 : 8.5, 0.0),
        -0.3,
        0.2,
        0.8,
        0.1,
        0.1,
        ageNs,
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
