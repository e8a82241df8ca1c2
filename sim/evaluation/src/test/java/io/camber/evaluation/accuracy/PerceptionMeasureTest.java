package io.camber.evaluation.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.evaluation.drive.TestDrive;
import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.responsibility.Relevance;
import io.camber.geometry.Box2;
import io.camber.geometry.Pose2;
import io.camber.geometry.Size3;
import io.camber.geometry.Vec2;
import io.camber.scene.ObjectClass;
import io.camber.scene.SignalColor;
import io.camber.scene.SignalState;
import io.camber.scene.SignalStates;
import io.camber.scene.Track;
import io.camber.scene.Tracks;
import io.camber.truth.ActorTruth;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class PerceptionMeasureTest {
  private static final ActorTruth EGO = TestDrive.car("Ego", 0, 0, 0, 10);

  private final TruthHistory truth = new TruthHistory();
  private final PerceptionMeasure measure = new PerceptionMeasure(new Relevance());

  @Test
  void countsSeenMissedAndInventedObjects() {
    see(EGO, TestDrive.car("seen", 20, 0, 0, 8), TestDrive.car("missed", 20, 10, 0, 8));

    TrackedWorld.of(tracks(track(1, 21.4, 0.3, 7.5), track(2, 40, -20, 0)), truth)
        .ifPresent(measure::update);

    Findings findings = report();
    assertThat(value(findings, "perception.recall")).hasValue(0.5);
    assertThat(value(findings, "perception.precision")).hasValue(0.5);
    assertThat(value(findings, "perception.ghostsPerMessage")).hasValue(1.0);
    assertThat(value(findings, "perception.position.p95").orElseThrow())
        .isCloseTo(0.3, within(1e-9));
    assertThat(value(findings, "perception.velocity.p95").orElseThrow())
        .isCloseTo(0.5, within(1e-9));
    assertThat(value(findings, "perception.recall.car.0-20m")).hasValue(1.0);
    assertThat(value(findings, "perception.recall.car.20-40m")).hasValue(0.0);
  }

  @Test
  void bandsGoOnBeyondFiftyMetres() {
    see(EGO, TestDrive.car("near", 20, 0, 0, 8), TestDrive.car("far", 90, 10, 0, 8));

    TrackedWorld.of(tracks(track(1, 21.4, 0.0, 8.0)), truth).ifPresent(measure::update);

    Findings findings = report();
    assertThat(value(findings, "perception.recall")).hasValue(1.0);
    assertThat(value(findings, "perception.recall.all.50m")).hasValue(1.0);
    assertThat(value(findings, "perception.recall.all.100m")).hasValue(0.5);
    assertThat(value(findings, "perception.recall.car.80-120m")).hasValue(0.0);
  }

  @Test
  void aGhostCountsOnceByTheKilometreWhenItLasts() {
    // 1 m a message for 100 m: one ghost for 0.6 s, one for 0.4 s, one that comes back once
    for (int i = 0; i <= 100; i++) {
      ActorTruth ego = TestDrive.car("Ego", i, 0, 0, 10);
      TruthHistory now = new TruthHistory();
      now.add(TestDrive.frame(i * 100_000_000L, SignalColor.GREEN, ego));
      java.util.List<Track> tracks = new java.util.ArrayList<>();
      if (i <= 6) {
        tracks.add(track(1, i + 20.0, 0.0, 0.0));
      }
      if (i <= 4) {
        tracks.add(track(2, i + 20.0, 10.0, 0.0));
      }
      TrackedWorld.of(new Tracks(i * 100_000_000L, tracks), now).ifPresent(measure::update);
    }

    assertThat(value(report(), "perception.ghostsPerKm").orElseThrow())
        .isCloseTo(10.0, within(1e-9));
  }

  @Test
  void asksWhetherTracksKnowHowFarOffTheyAre() {
    see(EGO, TestDrive.car("one", 20, 0, 0, 8), TestDrive.car("other", 30, 10, 0, 8));

    // sigmas of 0.2 m and 0.3 m/s: off by 1.5 and 3 of them in place, by 0 and 2 in speed
    TrackedWorld.of(tracks(track(1, 21.4, 0.3, 8.0), track(2, 31.4, 10.6, 8.6)), truth)
        .ifPresent(measure::update);

    Findings findings = report();
    assertThat(value(findings, "perception.position.nees").orElseThrow())
        .isCloseTo((2.25 + 9.0) / 2.0, within(1e-9));
    assertThat(value(findings, "perception.velocity.nees").orElseThrow())
        .isCloseTo(2.0, within(1e-9));
    // 2.25 is within 5.99, 9 is not
    assertThat(value(findings, "perception.position.insideEllipse95")).hasValue(0.5);
  }

  @Test
  void doesNotAskForWhatIsHiddenOrFar() {
    see(
        EGO,
        TestDrive.car("near", 15, 0, 0, 8),
        TestDrive.car("hidden", 30, 0, 0, 8),
        TestDrive.car("far", 80, 10, 0, 8));

    TrackedWorld.of(tracks(track(1, 16.4, 0, 8)), truth).ifPresent(measure::update);

    assertThat(value(report(), "perception.recall")).hasValue(1.0);
  }

  @Test
  void aLineOfSightStopsAtABoxAndPassesBesideIt() {
    Box2 box = new Box2(new Pose2(10, 0, Math.PI / 4), 2, 2);

    assertThat(new LineOfSight.Screen(box, Vec2.ZERO, 1.5).hides(new Vec2(20, 0)))
        .isTrue();
    assertThat(new LineOfSight.Screen(box, Vec2.ZERO, 1.5).hides(new Vec2(20, 3.2)))
        .isFalse();
    assertThat(new LineOfSight.Screen(box, Vec2.ZERO, 1.5).hides(new Vec2(8, 0)))
        .isFalse();
  }

  @Test
  void aScreenHidesWhatIsBehindAnyPointOfIt() {
    SplittableRandom random = new SplittableRandom(1);
    int hidden = 0;
    for (int i = 0; i < 2000; i++) {
      Box2 box = new Box2(
          new Pose2(random.nextDouble(-8, 8), random.nextDouble(-8, 8), random.nextDouble(-3, 3)),
          random.nextDouble(1, 8),
          random.nextDouble(0.5, 3));
      Vec2 point = new Vec2(random.nextDouble(-25, 25), random.nextDouble(-25, 25));

      boolean hides = new LineOfSight.Screen(box, Vec2.ZERO, 1.5).hides(point);

      hidden += hides ? 1 : 0;
      for (int step = 0; step <= 200 && !hides; step++) {
        Vec2 onTheWay = point.times(step / 200.0);
        assertThat(box.contains(onTheWay)).as("box %s, point %s", box, point).isFalse();
      }
    }
    assertThat(hidden).isBetween(100, 1900);
  }

  @Test
  void countsGreenSeenWhenTheLightIsRed() {
    SignalMeasure signals = new SignalMeasure();
    truth.add(TestDrive.frame(0, SignalColor.RED, EGO));

    signals.update(states(SignalColor.GREEN), truth);
    signals.update(states(SignalColor.RED), truth);
    signals.update(states(SignalColor.UNKNOWN), truth);

    Findings findings = new Findings();
    signals.report(findings);
    assertThat(value(findings, "signals.greenWhenRed")).hasValue(1.0);
    assertThat(value(findings, "signals.agreement")).hasValue(0.5);
    assertThat(value(findings, "signals.knownShare").orElseThrow())
        .isCloseTo(2.0 / 3.0, within(1e-12));
  }

  private static SignalStates states(SignalColor color) {
    return new SignalStates(0, List.of(new SignalState(TestDrive.LIGHT, color, 0.9)));
  }

  private void see(ActorTruth... actors) {
    truth.add(TestDrive.frame(0, SignalColor.GREEN, actors));
  }

  private Findings report() {
    Findings findings = new Findings();
    measure.report(findings);
    return findings;
  }

  private static OptionalDouble value(Findings findings, String name) {
    return findings.metrics().stream()
        .filter(metric -> metric.name().equals(name))
        .map(Metric::value)
        .findFirst()
        .orElseThrow();
  }

  private static Tracks tracks(Track... tracks) {
    return new Tracks(0, List.of(tracks));
  }

  private static Track track(int id, double x, double y, double speedMps) {
    return new Track(
        id,
        ObjectClass.CAR,
        0.9,
        new Pose2(x, y, 0),
        0,
        new Size3(4.5, 1.8, 1.5),
        new Vec2(speedMps, 0),
        0,
        0,
        1,
        0.2,
        0.3,
        1_000_000_000L,
        0);
  }
}
